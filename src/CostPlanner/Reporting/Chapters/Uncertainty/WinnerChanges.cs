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
    public static Table? Table(CaseStudy result, UncertaintyStudy study) => BreakEvenTable.Of(
        study.BreakEvens, Names(result, study), result.Inputs.Scenario.Currency, _ => true, Words.Of("uncertainty.winner-changes.table"));

    /// <summary>The chart; null where there is none.</summary>
    public static WinnerGrid? Map(CaseStudy result, UncertaintyStudy study) =>
        study.Map is { } map ? WinnerMapChart.Of(map, result.Inputs, Names(result, study)) : null;

    private static ImmutableArray<string> Names(CaseStudy result, UncertaintyStudy study) =>
        [.. study.Compared.Select(option => result.Options[option].Option.Name)];
}
