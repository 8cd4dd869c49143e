using System.Collections.Immutable;
using CostPlanner.Model;
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
    private const string NotKnown = "not known";

    public static ImmutableArray<Block> Of(CaseStudy result) =>
    [
        new KeyFigures([Hosts(result), Cost(result), Payback(result)]),
        RankingTable.Of(result),
        new Notice("What this answer leaves open", Points(result)),
    ];

    private static KeyFigure Hosts(CaseStudy result)
    {
        var option = result.Cheapest ?? result.Baseline;
        var plan = option.Plan;
        var value = $"{(plan.HostsToday is { } today ? Printed.Whole(today) : NotKnown)} › {Printed.Whole(plan.HostsUsed)}";
        var unknown = plan.HostsToday is null ? " How many hosts there are today is not known." : "";
        var bound = plan switch
        {
            { SeeksLeastCost: true } => "chosen for the least cost",
            _ when plan.HostsUsed <= plan.LowerBound => "proven the fewest",
            _ => $"no plan needs fewer than {Printed.Whole(plan.LowerBound)}",
        };
        return plan.Holds
            ? new KeyFigure(
                "Hosts, today › needed", value, $"{option.Option.Name}: {bound}; {PoolWords.Survives(plan)}.{AlsoBaseline(result, option)}{unknown}")
            : new KeyFigure("Hosts", "no answer", $"{option.Option.Name}: the hosts offered cannot carry every VM.");
    }

    private static string AlsoBaseline(CaseStudy result, OptionCase option) =>
        option != result.Baseline && result.Baseline.Plan.HostsUsed == option.Plan.HostsUsed ? $" {result.Baseline.Option.Name} needs as many." : "";

    private static KeyFigure Cost(CaseStudy result)
    {
        var years = result.Inputs.Scenario.HorizonYears;
        var (baseline, currency) = (result.Baseline, result.Inputs.Scenario.Currency.Code);
        var label = $"Cost over {Wording.Years(years)}, {currency}";
        var atLeast = baseline.IsRanked ? "" : Wording.AtLeast + " ";
        var now = atLeast + Printed.Whole(baseline.Costs.Total.Amount);
        if (result.Cheapest is not { } cheapest)
        {
            return new KeyFigure(label, now, $"{baseline.Option.Name}; no option can be ranked.");
        }

        if (cheapest.Option.Id == baseline.Option.Id)
        {
            return new KeyFigure(label, now, $"{baseline.Option.Name}; no other option that can be ranked costs less.");
        }

        var saving = cheapest.Comparison is { } comparison
            ? $"saves {Printed.Whole(comparison.Saving.Amount)}, {Printed.Percent(comparison.Share)} {Wording.AllCosts(years)}"
            : "saving not known";
        return new KeyFigure(
            label, $"{now} › {Printed.Whole(cheapest.Costs.Total.Amount)}", $"{baseline.Option.Name} › {cheapest.Option.Name}: {saving}.");
    }

    private static KeyFigure Payback(CaseStudy result)
    {
        const string Label = "Payback";
        if (result.Cheapest is not { } cheapest || cheapest.Option.Id == result.Baseline.Option.Id)
        {
            return new KeyFigure(Label, "none", "There is no cheaper option to move to.");
        }

        return cheapest.Comparison switch
        {
            null => new KeyFigure(Label, "no answer", $"{Wording.Capital(Verdict.WhyNotCompared(cheapest))}."),
            { PaybackMonth: null } => new KeyFigure(Label, "never", $"Within {Wording.Years(result.Inputs.Scenario.HorizonYears)}."),
            { PaybackMonth: 0 } => new KeyFigure(Label, "at once", $"{cheapest.Option.Name} costs no more from the first month."),
            { PaybackMonth: { } month } => new KeyFigure(
                Label, Printed.Count(month, "month"), $"From then on {cheapest.Option.Name} has cost no more than {result.Baseline.Option.Name}."),
        };
    }

    private static ImmutableArray<string> Points(CaseStudy result)
    {
        var points = ImmutableArray.CreateBuilder<string>();
        points.AddRange(EvidenceWords.Of(result.Evidence));
        foreach (var option in result.Options.Where(option => !option.IsRanked))
        {
            points.Add($"{option.Option.Name} is not ranked: {UnrankedReasons.Why(option)}.");
        }

        points.AddRange(Unknowns.Of(result));
        points.AddRange(PoolWords.Points(result));
        var leftOut = result.Baseline.Demand.LeftOut;
        if (!leftOut.IsEmpty)
        {
            var names = string.Join(
                "; ", leftOut.Take(PlaceholdersNamed).Select(vm => FormattableString.Invariant($"{vm.Name} ({vm.VCpus} vCPUs, {vm.Memory.GiB:#,0.#} GiB)")));
            var more = leftOut.Length > PlaceholdersNamed ? FormattableString.Invariant($"; and {leftOut.Length - PlaceholdersNamed} more") : "";
            points.Add($"{Printed.Count(leftOut.Length, "VM")} left out by the scenario, carried and paid for in no option: {names}{more}.");
        }

        points.AddRange(result.OldFacts.Select(old => $"{Wording.Capital(Sentences.Of(old.Sentence))}."));
        if (result.Baseline.Demand.Lost is { IsEmpty: false } lost)
        {
            points.Add(
                $"{Printed.Count(lost.Length, "VM")} inaccessible or orphaned at the export, so that no host is known to run them: carried and paid for in "
                    + "no option.");
        }

        if (result.Inputs.Inventory.Vms.Where(vm => vm.Part is not null).Select(vm => vm.Part!.Role.Name).ToList() is { Count: > 0 } parts)
        {
            points.Add(
                $"{Printed.Count(parts.Count, "VM")} of the platform itself ({string.Join(", ", parts.Distinct(StringComparer.Ordinal))}): neither moved nor "
                    + $"staffed, and planned only where the platform needs them ({ReportOutline.Reference(result, ReportOutline.Estate)}).");
        }

        var placeholders = Placeholders.Of(result);
        if (!placeholders.IsEmpty)
        {
            var named = string.Join("; ", placeholders.Take(PlaceholdersNamed));
            var rest = placeholders.Length > PlaceholdersNamed
                ? FormattableString.Invariant($"; and {placeholders.Length - PlaceholdersNamed} more, marked M in the tables")
                : "";
            points.Add($"{Printed.Count(placeholders.Length, "figure")} without a source (grade M), to be replaced by your own: {named}{rest}.");
        }

        points.Add($"Not counted: {string.Join(", ", NotCounted(result.Inputs.Scenario))}. Every figure is a single value; "
            + (ReportOutline.Reference(result, ReportOutline.Uncertainty) is { } sure
                ? $"how sure it is stands in {sure}."
                : $"the range of each assumption stands beside it in {ReportOutline.Reference(result, ReportOutline.Assumptions)}."));
        return points.ToImmutable();
    }

    private static IEnumerable<string> NotCounted(Scenario scenario)
    {
        yield return "storage systems, network";
        if (scenario.TaxRate is null)
        {
            yield return "taxes";
        }

        if (scenario.HostsReplacedOn is null)
        {
            yield return "hosts of today that wear out within the horizon";
        }

        if (scenario is { Contract: null, IsGreenfield: false })
        {
            yield return "the contract of today (licences of options that stay begin at once)";
        }

        yield return "discounts that nobody has quoted";
    }
}
