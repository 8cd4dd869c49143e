using CostPlanner.Model;

namespace CostPlanner.Reporting.Csv;

/// <summary>A sweep as CSV: a line for each option at each point, with the values of the axes in front.</summary>
public static class SweepCsv
{
    /// <summary>The table as text, a header first; an empty cell is no answer, and the last names the measures that are "at least" so much.</summary>
    public static string Render(Sweep sweep) =>
        CsvLine.Of([.. sweep.Axes.Select(axis => axis.Key), "option", .. sweep.Measures.Select(measure => measure.Name), "at-least"])
        + string.Concat(
            from point in sweep.Points
            from option in sweep.Original.Zip(point.Figures, point.AtLeast)
            select CsvLine.Of(
                [.. Sweep.ValuesAt(sweep.Axes, point.Index), option.First.Id, .. option.Second.Select(CsvLine.Number), string.Join(' ', option.Third)]));
}
