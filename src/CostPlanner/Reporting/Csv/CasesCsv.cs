using System.Collections.Immutable;
using CostPlanner.Reporting.Pages.WhatIf;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Csv;

/// <summary>Cases side by side as CSV: a line for each case, option and measure.</summary>
public static class CasesCsv
{
    /// <summary>The table as text, a header first; an empty cell is no answer, and 1 in the last two says that a value is "at least" so much.</summary>
    public static string Render(ImmutableArray<ComparedCase> cases) =>
        CsvLine.Of(["case", "option", "measure", "unit", "first", "value", "difference", "first-at-least", "value-at-least"])
        + string.Concat(
            from each in cases
            from figure in ComparedFigure.Of(cases[0], each)
            select CsvLine.Of([
                each.Name,
                figure.Option,
                figure.Measure.Name,
                Sentences.Of(figure.Measure.Unit.Words),
                CsvLine.Number(figure.First),
                CsvLine.Number(figure.Second),
                CsvLine.Number(figure.Difference),
                Mark(figure.FirstIsAtLeast), Mark(figure.SecondIsAtLeast)]));

    private static string Mark(bool isAtLeast) => isAtLeast ? "1" : "";
}
