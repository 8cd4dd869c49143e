using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What the user should know about how the options go over time.</summary>
public static class TimelineFindings
{
    /// <summary>Days of notice, a notice that is past, moves that outlast the horizon, and servers for the move that nobody offers.</summary>
    public static ImmutableArray<Finding> Of(Scenario scenario, IEnumerable<(ScenarioOption Option, Timeline Course)> options) =>
    [
        .. ContractTerm.Of(scenario) is { } contract ? OfNotice(contract) : [],
        .. options.Where(each => each.Course.MoveOfVms is { } move && move.Ends > scenario.HorizonMonths)
            .Select(each => new Finding(
                Severity.Warning,
                "move-outlasts-horizon",
                Message.Of(
                    "move-outlasts-horizon", ("option", each.Option.Name), ("month", each.Course.MoveOfVms!.Ends), ("horizon", scenario.HorizonMonths)),
                each.Option.Place,
                Message.Of("move-outlasts-horizon.done"),
                Message.Of("move-outlasts-horizon.mend"))),
        .. options.Where(each => each.Course.Move is null).SelectMany(each => OfUnpaid(each.Option, each.Course)),
        .. options.Where(each => each.Course is { Swing: > 0, SwingModel: null })
            .Select(each => new Finding(
                Severity.Warning,
                "no-swing-servers",
                Message.Of("no-swing-servers", ("option", each.Option.Name), ("servers", each.Course.Swing)),
                each.Option.Place,
                Message.Of("no-swing-servers.done"),
                Message.Of("no-swing-servers.mend"))),
    ];

    /// <summary>What terms ask for after the horizon, by option: no total has it, and it is not nothing.</summary>
    internal static IEnumerable<Finding> OfOwed(Scenario scenario, IEnumerable<(ScenarioOption Option, ImmutableArray<CostLine> Lines)> options) =>
        from each in options
        let owed = each.Lines.Aggregate(Money.Zero(scenario.Currency), (sum, line) => line.OwedBeyond is { } more ? sum + more : sum)
        where owed.Amount > 0
        select new Finding(
            Severity.Note,
            "owed-beyond-horizon",
            Message.Of("owed-beyond-horizon", ("option", each.Option.Name), ("amount", owed)),
            each.Option.Place,
            Message.Of("owed-beyond-horizon.done"),
            Message.Of("owed-beyond-horizon.mend"));

    /// <summary>Hosts with more cores than those of today, while today's contract is all that is paid for the platform.</summary>
    private static IEnumerable<Finding> OfUnpaid(ScenarioOption option, Timeline course)
    {
        var covered = course.Today.Sum(server => server.Cores);
        var newFrom = course.Exchange?.Preparation ?? 0;
        if (covered > 0 && course.Planned.FirstOrDefault(
            phase => Math.Max(phase.From, newFrom) < course.PlatformFrom && phase.To > newFrom && phase.Running.Cores > covered) is { } beyond)
        {
            yield return new Finding(
                Severity.Warning,
                "contract-outgrown",
                Message.Of(
                    "contract-outgrown",
                    ("option", option.Name),
                    ("month", Math.Max(beyond.From, newFrom) + 1),
                    ("cores", beyond.Running.Cores),
                    ("covered", covered),
                    ("end", course.PlatformFrom)),
                option.Place,
                Message.Of("contract-outgrown.done"),
                Message.Of("contract-outgrown.mend"));
        }
    }

    private static IEnumerable<Finding> OfNotice(ContractTerm course)
    {
        if (course is { IsProlonged: true, NoticeBy: { } past })
        {
            yield return new Finding(
                Severity.Warning,
                "notice-past",
                Message.Of("notice-past", ("contract", course.Contract.Name), ("day", past)),
                course.Contract.Place,
                Message.Of("notice-past.done", ("months", course.Contract.RenewalMonths)),
                Message.Of("notice-past.mend"));
        }
        else if (course.NoticeBy is { } day)
        {
            yield return new Finding(
                Severity.Note,
                "notice-due",
                Message.Of("notice-due", ("contract", course.Contract.Name), ("day", day), ("months", course.Contract.RenewalMonths)),
                course.Contract.Place,
                Message.Of("notice-due.done"),
                null);
        }
    }
}
