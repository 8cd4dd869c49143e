using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Pages.BreakEvens;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Reporting.Chapters.Uncertainty;

/// <summary>What would change the answer of a report: the break-evens of the pairs that matter, and who wins over two keys.</summary>
internal static class WinnerChanges
{
    /// <summary>The table; null where nothing was looked at.</summary>
    public static Table? Table(CaseStudy result, UncertaintyStudy study)
    {
        var pairs = Pairs(result, study);
        return BreakEvenTable.Of(
            study.BreakEvens,
            Names(result),
            result.Inputs.Scenario.Currency,
            pair => pairs.Contains((pair.A, pair.B)),
            Words.Of("uncertainty.winner-changes.table"));
    }

    /// <summary>The chart; null where there is none.</summary>
    public static WinnerGrid? Map(CaseStudy result, UncertaintyStudy study) =>
        study.Map is { } map ? WinnerMapChart.Of(map, result.Inputs, Names(result)) : null;

    private static ImmutableArray<string> Names(CaseStudy result) => [.. result.Options.Select(option => option.Option.Name)];

    /// <summary>
    /// The pairs that matter: each option with the baseline, then the two cheapest where neither is the baseline; places in the scenario's order.
    /// </summary>
    private static ImmutableArray<(int A, int B)> Pairs(CaseStudy result, UncertaintyStudy study)
    {
        var baseline = study.Result.Plan.Baseline;
        var cheapest = result.Options.Index()
            .Where(each => each.Item.IsRanked)
            .OrderBy(each => each.Item.PresentCost.Amount)
            .Take(2)
            .Select(each => each.Index)
            .Order()
            .ToList();
        var pairs = Enumerable.Range(0, result.Options.Length)
            .Where(option => option != baseline)
            .Select(option => (Math.Min(option, baseline), Math.Max(option, baseline)));
        return [.. (cheapest.Count < 2 ? pairs : pairs.Append((cheapest[0], cheapest[1]))).Distinct()];
    }
}
