using System.Collections.Immutable;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>An axis of measured figures: from 0 in round steps, or in powers of ten.</summary>
/// <param name="Marks">The labelled figures, ascending; at least two.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal factors; all marks are above 0 then.</param>
internal sealed record LoadAxis(ImmutableArray<double> Marks, bool IsLogarithmic)
{
    private const int MostSteps = 6;
    private const int FewDecades = 2;
    private static readonly ImmutableArray<double> RoundSteps = [1, 2, 2.5, 5, 10];
    private static readonly ImmutableArray<double> WithinDecade = [1, 2, 5];

    /// <summary>An axis from 0 that holds figures up to that one.</summary>
    public static LoadAxis UpTo(double most)
    {
        var wanted = most > 0 ? most : 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted / MostSteps)));
        var step = RoundSteps.Select(each => each * power).First(each => each * MostSteps >= wanted || each == 10 * power);
        var steps = (int)Math.Ceiling(wanted / step);
        return new LoadAxis([.. Enumerable.Range(0, steps + 1).Select(each => each * step)], false);
    }

    /// <summary>An axis of powers of ten that holds figures from the one to the other; with 2 and 5 between where they span few.</summary>
    public static LoadAxis Decades(double least, double most)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(least)), (int)Math.Ceiling(Math.Log10(most)));
        var steps = last - first <= FewDecades ? WithinDecade : [1];
        ImmutableArray<double> all = [
            .. Enumerable.Range(first, Math.Max(last - first, 1) + 1).SelectMany(decade => steps.Select(step => step * Math.Pow(10, decade))),
        ];
        var from = Math.Clamp(all.Count(mark => mark <= least) - 1, 0, all.Length - 2);
        var to = Math.Clamp(all.Count(mark => mark < most), from + 1, all.Length - 1);
        return new LoadAxis(all[from..(to + 1)], true);
    }

    /// <summary>Where a figure stands, from 0 at the first mark to 1 at the last.</summary>
    public decimal Share(double figure) => (decimal)(IsLogarithmic
        ? Math.Log10(figure / Marks[0]) / Math.Log10(Marks[^1] / Marks[0])
        : figure / Marks[^1]);
}
