using System.Globalization;
using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Chapters.Findings;
using CostPlanner.Reporting.Chapters.Hosts;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Opening;

/// <summary>The first page: how much hardware, how much money, how long.</summary>
internal static class FirstPage
{
    private const int PlaceholdersNamed = 6;
    private static string NotKnown => Words.Of("common.not-known");

    public static ImmutableArray<Block> Of(CaseStudy result) =>
    [
        new KeyFigures([Hosts(result), Cost(result), Payback(result)]),
        RankingTable.Of(result),
        new Notice(Words.Of("opening.first.what-this-answer"), Points(result)),
    ];

    private static KeyFigure Hosts(CaseStudy result)
    {
        var option = result.Cheapest ?? result.Baseline;
        var plan = option.Plan;
        var value = $"{(plan.HostsToday is { } today ? Printed.Whole(today) : NotKnown)} › {Printed.Whole(plan.HostsUsed)}";
        var unknown = plan.HostsToday is null ? Words.Of("opening.first.unknown") : "";
        var bound = plan switch
        {
            { SeeksLeastCost: true } => Words.Of("opening.first.bound"),
            _ when plan.HostsUsed <= plan.LowerBound => Words.Of("opening.first.proven-the-fewest"),
            _ => Words.Of("opening.first.bound-no-plan-needs", ("lower-bound", Printed.Whole(plan.LowerBound))),
        };
        return plan.Holds
            ? new KeyFigure(
                Words.Of("opening.first.hosts-today-needed"),
                value,
                $"{option.Option.Name}: {bound}; {PoolWords.Survives(plan)}.{AlsoBaseline(result, option)}{unknown}")
            : new KeyFigure(Words.Of("common.hosts"), Words.Of("common.no-answer"), Words.Of("opening.first.hosts", ("option", option.Option.Name)));
    }

    private static string AlsoBaseline(CaseStudy result, OptionCase option) =>
        option != result.Baseline && result.Baseline.Plan.HostsUsed == option.Plan.HostsUsed ? Words.Of(
            "opening.first.needs-as-many",
            ("option", result.Baseline.Option.Name)) : "";

    private static KeyFigure Cost(CaseStudy result)
    {
        var years = result.Inputs.Scenario.HorizonYears;
        var (baseline, currency) = (result.Baseline, result.Inputs.Scenario.Currency.Code);
        var label = Words.Of("opening.first.cost-over", ("years", years), ("currency", currency));
        var atLeast = baseline.HasTotal ? "" : Wording.AtLeast + " ";
        var now = atLeast + Printed.Whole(baseline.PresentCost.Amount);
        if (result.Cheapest is not { } cheapest)
        {
            return new KeyFigure(label, now, Words.Of("opening.first.cost", ("option", baseline.Option.Name)));
        }

        if (cheapest.Option.Id == baseline.Option.Id)
        {
            return new KeyFigure(label, now, Words.Of("opening.first.cost-no-other-option", ("option", baseline.Option.Name)));
        }

        var saving = cheapest.Comparison is { } comparison
            ? Words.Of(
                "opening.first.saves",
                ("saving", Printed.Whole(comparison.PresentSaving.Amount)),
                ("share", Printed.Percent(comparison.PresentShare)),
                ("years", Wording.AllCosts(years)),
                ("undiscounted", Printed.Whole(comparison.Saving.Amount)))
            : Words.Of("opening.first.saving-not-known");
        var today = result.TellsAgainstToday && cheapest.AgainstToday is { } second
            ? Words.Of(
                "opening.first.against-today",
                ("option", result.Today!.Option.Name),
                ("saving", Printed.Whole(second.PresentSaving.Amount)),
                ("share", Printed.Percent(second.PresentShare)))
            : "";
        return new KeyFigure(
            label, $"{now} › {Printed.Whole(cheapest.PresentCost.Amount)}", $"{baseline.Option.Name} › {cheapest.Option.Name}: {saving}{today}.");
    }

    private static KeyFigure Payback(CaseStudy result)
    {
        var label = Words.Of("common.payback");
        if (result.Cheapest is not { } cheapest || cheapest.Option.Id == result.Baseline.Option.Id)
        {
            return new KeyFigure(label, Words.Of("common.none"), Words.Of("opening.first.payback"));
        }

        return cheapest.Comparison switch
        {
            null => new KeyFigure(label, Words.Of("common.no-answer"), $"{Wording.Capital(Verdict.WhyNotCompared(cheapest))}."),
            { Payback: { Why: NoPayback.SeveralChanges, Words: { } several } } => new KeyFigure(
                label, Words.Of("common.none"), $"{cheapest.Option.Name} {Sentences.Of(several)}."),
            { PaybackMonth: null } => new KeyFigure(
                label, Words.Of("opening.first.never"), Words.Of("opening.first.within", ("years", result.Inputs.Scenario.HorizonYears))),
            { PaybackMonth: 0 } => new KeyFigure(
                label, Words.Of("common.at-once"), Words.Of("opening.first.payback-costs-no-more", ("option", cheapest.Option.Name))),
            { PaybackMonth: { } month } => new KeyFigure(
                label, Printed.Count(month, "month"), Words.Of(
                    "opening.first.payback-from-then-on",
                    ("option", cheapest.Option.Name),
                    ("option-2", result.Baseline.Option.Name))),
        };
    }

    private static ImmutableArray<string> Points(CaseStudy result)
    {
        var points = ImmutableArray.CreateBuilder<string>();
        points.AddRange(EvidenceWords.Of(result.Evidence));
        foreach (var option in result.Options.Where(option => !option.IsRanked))
        {
            points.Add(Words.Of("opening.first.is-not-ranked", ("option", option.Option.Name), ("why", UnrankedReasons.Why(option))));
        }

        if (RequirementWords.NotKnown(result) is { } required)
        {
            points.Add(required);
        }

        points.AddRange(MayBeOwned(result));
        points.AddRange(Unknowns.Of(result));
        points.AddRange(PoolWords.Points(result));
        var leftOut = result.Baseline.Demand.LeftOut;
        if (!leftOut.IsEmpty)
        {
            var names = string.Join(
                "; ", leftOut.Take(PlaceholdersNamed).Select(vm => Words.Of(
                    "opening.first.vcpus-gib",
                    ("vm", vm.Name),
                    ("vcpus", vm.VCpus),
                    ("gib", vm.Memory.GiB.ToString("#,0.#", CultureInfo.InvariantCulture)))));
            var more = leftOut.Length > PlaceholdersNamed ? Words.Of("opening.first.and-more", ("left-out", leftOut.Length - PlaceholdersNamed)) : "";
            points.Add(Words.Of("opening.first.points", ("left-out", leftOut.Length), ("names", names), ("more", more)));
        }

        points.AddRange(result.OldFacts.Select(old => $"{Wording.Capital(Sentences.Of(old.Sentence))}."));
        if (result.Baseline.Demand.Lost is { IsEmpty: false } lost)
        {
            points.Add(
                Words.Of("opening.first.points-inaccessible-or-orphaned", ("lost", lost.Length)));
        }

        if (result.Inputs.Inventory.Vms.Where(vm => vm.Part is not null).Select(vm => vm.Part!.Role.Name).ToList() is { Count: > 0 } parts)
        {
            points.Add(
                Words.Of(
                    "opening.first.points-of-the-platform",
                    ("parts", parts.Count),
                    ("parts-2", string.Join(", ", parts.Distinct(StringComparer.Ordinal))),
                    ("reference", ReportOutline.Reference(result, ReportOutline.Estate) ?? "")));
        }

        var placeholders = Placeholders.Of(result);
        if (!placeholders.IsEmpty)
        {
            var named = string.Join("; ", placeholders.Take(PlaceholdersNamed));
            var rest = placeholders.Length > PlaceholdersNamed
                ? Words.Of("opening.first.rest", ("placeholders", placeholders.Length - PlaceholdersNamed))
                : "";
            points.Add(Words.Of("opening.first.points-without-a-source", ("placeholders", placeholders.Length), ("named", named), ("rest", rest)));
        }

        points.Add(Words.Of(
            "opening.first.points-not-counted-every",
            ("not-counted", string.Join(", ", NotCounted(result.Inputs.Scenario))),
            ("value", ReportOutline.Reference(result, ReportOutline.Uncertainty) is { } sure
                ? Words.Of("opening.first.points-how-sure-it", ("sure", sure))
                : Words.Of("opening.first.points-the-range-of", ("reference", ReportOutline.Reference(result, ReportOutline.Assumptions) ?? "")))));
        return points.ToImmutable();
    }

    /// <summary>How much of the totals is licences that the user may own, until the scenario says what is owned.</summary>
    private static IEnumerable<string> MayBeOwned(CaseStudy result)
    {
        var amounts = result.Options.Select(result.GuestLicencesThatMayBeOwned).OfType<Money>().Select(each => each.Amount).ToList();
        if (amounts.Count > 0 && amounts.Max() > 0)
        {
            var (currency, low, high) = (result.Inputs.Scenario.Currency.Code, Printed.Whole(amounts.Min()), Printed.Whole(amounts.Max()));
            yield return low == high
                ? Words.Of("opening.first.may-be-owned", ("currency", currency), ("amount", high))
                : Words.Of("opening.first.may-be-owned-range", ("currency", currency), ("low", low), ("high", high));
        }
    }

    private static IEnumerable<string> NotCounted(Scenario scenario)
    {
        yield return Words.Of("opening.first.storage-systems-network");
        if (scenario.TaxRate is null)
        {
            yield return "taxes";
        }

        if (scenario.HostsReplacedOn is null)
        {
            yield return Words.Of("opening.first.not-counted");
        }

        if (scenario is { Contract: null, IsGreenfield: false })
        {
            yield return Words.Of("opening.first.not-counted-the-contract-of");
        }

        yield return Words.Of("opening.first.not-counted-discounts-that-nobody");
    }
}
