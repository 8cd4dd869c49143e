using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What the user should know about how the options go over time.</summary>
public static class TimelineFindings
{
    /// <summary>Days of notice, a notice that is past, moves that outlast the horizon, and servers for the move that nobody offers.</summary>
    public static ImmutableArray<Finding> Of(Scenario scenario, IEnumerable<(ScenarioOption Option, Timeline Course)> options) =>
    [
        .. ContractTerm.Of(scenario) is { } contract ? OfNotice(contract) : [],
        .. options.Where(each => each.Course.Move is { } move && move.Ends > scenario.HorizonMonths)
            .Select(each => new Finding(
                Severity.Warning,
                "move-outlasts-horizon",
                FormattableString.Invariant(
                    $"{each.Option.Name}: the last VM moves in month {each.Course.Move!.Ends}, after the horizon of {scenario.HorizonMonths} months"),
                each.Option.Place,
                "only the VMs moved within the horizon are paid for, and the platform of today to its end",
                "take a longer horizon, or more VMs a week (vms-per-week)")),
        .. options.Where(each => each.Course.Move is null).SelectMany(each => OfUnpaid(each.Option, each.Course)),
        .. options.Where(each => each.Course is { Swing: > 0, SwingModel: null })
            .Select(each => new Finding(
                Severity.Warning,
                "no-swing-servers",
                FormattableString.Invariant($"{each.Option.Name}: {each.Course.Swing} servers must be free for the move, and the scenario names no new_host"),
                each.Option.Place,
                "they are in no total",
                "add new_host: with an id of data/hosts/models.csv, or set swing-servers to 0")),
    ];

    /// <summary>Hosts with more cores than those of today, while today's contract is all that is paid for the platform.</summary>
    private static IEnumerable<Finding> OfUnpaid(ScenarioOption option, Timeline course)
    {
        var covered = course.Today.Sum(server => server.Cores);
        if (covered > 0 && course.Planned.FirstOrDefault(phase => phase.From < course.PlatformFrom && phase.Running.Cores > covered) is { } beyond)
        {
            yield return new Finding(
                Severity.Warning,
                "contract-outgrown",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option.Name}: from month {beyond.From + 1} on {beyond.Running.Cores:#,0} cores run, the hosts of today have {covered:#,0}, and today's "
                        + $"contract runs to month {course.PlatformFrom}"),
                option.Place,
                "until then no further licences are counted for the cores beyond",
                "add to per_year what the vendor asks for them");
        }
    }

    private static IEnumerable<Finding> OfNotice(ContractTerm course)
    {
        if (course.IsProlonged)
        {
            yield return new Finding(
                Severity.Warning,
                "notice-past",
                FormattableString.Invariant($"{course.Contract.Name}: notice was due on {course.NoticeBy:yyyy-MM-dd}"),
                course.Contract.Place,
                FormattableString.Invariant($"it runs on for {course.Contract.RenewalMonths} months in every option"),
                "correct the dates if notice was given");
        }
        else if (course.NoticeBy is { } day)
        {
            yield return new Finding(
                Severity.Note, "notice-due", FormattableString.Invariant(
                    $"{course.Contract.Name}: notice is due on {day:yyyy-MM-dd}, or it runs on for {course.Contract.RenewalMonths} months"),
                course.Contract.Place, "every option gives notice in time", null);
        }
    }
}
