using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>A sweep on a page: who is the cheapest as a map, totals as lines, and every point in a table.</summary>
public static class SweepPage
{
    /// <summary>The page. The same sweep gives the same page.</summary>
    public static ReportDocument Of(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new ReportDocument(
            sweep.Title,
            Words.Of(
                "what-if.sweep.as-of-amounts-in",
                ("as-of", Printed.Day(sweep.AsOf)),
                ("currency", sweep.Currency.Code),
                ("axes", string.Join(" · ", sweep.Axes.Select(AxisWords))),
                ("set", string.Concat(sweep.Set.Select(each => $" · {each.Key} = {each.Value}")))),
            sweep.AsOf,
            Verdict(sweep),
            [.. SweepMap.Of(sweep) is { } map ? [map] : Array.Empty<Block>(), .. SweepCharts.Of(sweep)],
            [new Section("points", Words.Of("what-if.sweep.every-point"), Words.Of("what-if.sweep.the-total-of"), [Totals(sweep)])])
        {
            Kind = Words.Of("common.what-if"),
        };
    }

    private static string AxisWords(SweepAxis axis) => axis.Values.All(value => ValueText.Number(value) is not null)
        ? Words.Of("what-if.sweep.from-to", ("key", axis.Key), ("values", axis.Values[0]), ("values-2", axis.Values[^1]))
        : $"{axis.Key} {string.Join(", ", axis.Values)}";

    private static string Verdict(Sweep sweep)
    {
        var winners = sweep.Points.Select(point => SweepWinner.At(sweep, point.Figures))
            .OfType<int>()
            .GroupBy(each => each)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .ToList();
        var counted = winners.Select(group => Words.Of(
            "what-if.sweep.at",
            ("original", sweep.Original[group.Key].Name),
            ("group", Printed.Whole(group.Count()))));
        return winners.Count == 0
            ? Words.Of("what-if.sweep.verdict")
            : Words.Of("what-if.sweep.of-the-cheapest-is", ("points", sweep.Points.Length), ("counted", string.Join(", ", counted))) + Leaving(sweep);
    }

    /// <summary>At how many points the best way to leave is cheaper than the best way to stay; nothing where no point has both.</summary>
    private static string Leaving(Sweep sweep)
    {
        var known = sweep.Points.Select(point => SweepWinner.Leaving(sweep, point.Figures)).OfType<decimal>().ToList();
        return known.Count == 0 ? "" : Words.Of("what-if.sweep.leaving", ("cheaper", known.Count(saves => saves > 0)), ("points", known.Count));
    }

    private static Table Totals(Sweep sweep) => new()
    {
        Caption = Words.Of("what-if.sweep.totals-in", ("currency", sweep.Currency.Code)),
        Columns = [
            .. sweep.Axes.Select(axis => new Column(axis.Key, true)),
            new Column(Words.Of("what-if.sweep.cheapest")),
            new Column(Words.Of("what-if.sweep.leaving-saves"), true),
            .. sweep.Original.Select(option => new Column(option.Name, true)),
        ],
        Rows =
        [
            .. sweep.Points.Select(point => new Row(
            [
                .. Sweep.ValuesAt(sweep.Axes, point.Index).Select(value => new Cell(value)),
                SweepWinner.At(sweep, point.Figures) is { } cheapest
                    ? new Cell(sweep.Original[cheapest].Name, Tone.Strong)
                    : Cell.Missing(Words.Of("common.no-answer")),
                SweepWinner.Leaving(sweep, point.Figures) is { } saves ? new Cell(Printed.Whole(saves)) : Cell.Missing(Words.Of("common.no-answer")),
                .. point.Figures.Select(option => new Cell(SweepWinner.Total(sweep, option))),
            ])),
        ],
        IsDense = true,
    };
}
