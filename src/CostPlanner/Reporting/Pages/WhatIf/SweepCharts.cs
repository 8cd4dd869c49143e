using System.Collections.Immutable;
using CostPlanner.Studies.Sweeps;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>Totals of a sweep as lines over one axis, a chart for each combination of the others.</summary>
internal static class SweepCharts
{
    /// <summary>Charts that a page shows at most; beyond, the table tells.</summary>
    public const int Most = 12;

    /// <summary>The charts, and how many are not drawn.</summary>
    public static IEnumerable<Block> Of(Sweep sweep)
    {
        var along = Along(sweep);
        if (sweep.Axes[along].Values.Length < 2)
        {
            yield break;
        }

        var all = sweep.Points.GroupBy(point => string.Join(", ", Others(sweep, along, point)))
            .Select(group => (group.Key, Points: group.ToImmutableArray()))
            .ToList();
        var whole = all.Where(each => each.Points.Length == sweep.Axes[along].Values.Length).ToList();
        foreach (var (title, points) in whole.Take(Most))
        {
            yield return Chart(sweep, sweep.Axes[along], title, points);
        }

        if (NotDrawn(whole.Count - Most, all.Count - whole.Count) is { } words)
        {
            yield return new Paragraph(words, Tone.Quiet);
        }
    }

    /// <summary>The place of the axis that goes across: the one with the most numbers, else with the most values; of those alike the last.</summary>
    public static int Along(Sweep sweep) => sweep.Axes.Index()
        .OrderByDescending(each => each.Item.Values.Length > 1 && each.Item.Values.All(value => ValueText.Number(value) is not null))
        .ThenByDescending(each => each.Item.Values.Length)
        .ThenByDescending(each => each.Index)
        .First().Index;

    /// <summary>What an axis is, with its unit.</summary>
    public static string Title(SweepAxis axis) => Sentences.Of(axis.Unit.Words) is { Length: > 0 } unit
        ? $"{Sentences.Of(axis.Label)}, {unit}"
        : Sentences.Of(axis.Label);

    private static IEnumerable<string> Others(Sweep sweep, int along, SweepPoint point) =>
        sweep.Axes.Zip(Sweep.ValuesAt(sweep.Axes, point.Index), (axis, value) => $"{axis.Key} = {value}").Where((_, place) => place != along);

    private static string? NotDrawn(int beyond, int cut)
    {
        ImmutableArray<string> why =
        [
            .. beyond > 0 ? [Words.Of("what-if.sweep-charts.why", ("beyond", beyond), ("are", Are(beyond)))] : Array.Empty<string>(),
            .. cut > 0
                ? [Words.Of("what-if.sweep-charts.why-left-out-because", ("cut", cut), ("are", Are(cut)), ("cut-2", cut == 1 ? "it" : "them"))]
                : Array.Empty<string>(),
        ];
        return why.IsEmpty ? null : Words.Of("what-if.sweep-charts.not-drawn", ("why", string.Join("; ", why)));
    }

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static SweepLines Chart(Sweep sweep, SweepAxis along, string others, ImmutableArray<SweepPoint> points)
    {
        var (total, complete) = (sweep.IndexOf(CaseFigures.Total), sweep.IndexOf(CaseFigures.Complete));
        return new SweepLines(
            others.Length == 0
                ? Words.Of("what-if.sweep-charts.total-of-each-option")
                : Words.Of("what-if.sweep-charts.chart-total-of-each", ("others", others)),
            sweep.Currency.Code,
            Title(along),
            along.Values,
            [
                .. sweep.Original.Select((option, at) => new SweepLine(
                    option.Name,
                    SweepWinner.Total(sweep, points[^1].Figures[at]),
                    [.. points.Select(point => point.Figures[at][total] ?? 0)],
                    points.Any(point => point.Figures[at][complete] != 1) ? LineRole.AtLeast
                        : option.Id == sweep.Baseline ? LineRole.Baseline
                        : points.All(point => SweepWinner.At(sweep, point.Figures) == at) ? LineRole.Cheapest
                        : LineRole.Other)),
            ]);
    }
}
