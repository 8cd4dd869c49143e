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
            $"As of {Printed.Day(sweep.AsOf)} · amounts in {sweep.Currency.Code} · {string.Join(" · ", sweep.Axes.Select(AxisWords))}"
                + $"{string.Concat(sweep.Set.Select(each => $" · {each.Key} = {each.Value}"))}",
            sweep.AsOf,
            Verdict(sweep),
            [.. SweepMap.Of(sweep) is { } map ? [map] : Array.Empty<Block>(), .. SweepCharts.Of(sweep)],
            [new Section("points", "Every point", "The total of each option, and which is the cheapest of those whose total is known.", [Totals(sweep)])])
        {
            Kind = "What if",
        };
    }

    private static string AxisWords(SweepAxis axis) => axis.Values.All(value => ValueText.Number(value) is not null)
        ? $"{axis.Key} from {axis.Values[0]} to {axis.Values[^1]}"
        : $"{axis.Key} {string.Join(", ", axis.Values)}";

    private static string Verdict(Sweep sweep)
    {
        var winners = sweep.Points.Select(point => SweepWinner.At(sweep, point.Figures))
            .OfType<int>()
            .GroupBy(each => each)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .ToList();
        var counted = winners.Select(group => $"{sweep.Original[group.Key].Name} at {Printed.Whole(group.Count())}");
        return winners.Count == 0
            ? "At no point is the total of any option known."
            : $"Of {Printed.Count(sweep.Points.Length, "point")} the cheapest is {string.Join(", ", counted)}.";
    }

    private static Table Totals(Sweep sweep) => new()
    {
        Caption = $"Totals in {sweep.Currency.Code}",
        Columns = [
            .. sweep.Axes.Select(axis => new Column(axis.Key, true)),
            new Column("Cheapest"),
            .. sweep.Original.Select(option => new Column(option.Name, true)),
        ],
        Rows =
        [
            .. sweep.Points.Select(point => new Row(
            [
                .. Sweep.ValuesAt(sweep.Axes, point.Index).Select(value => new Cell(value)),
                SweepWinner.At(sweep, point.Figures) is { } cheapest ? new Cell(sweep.Original[cheapest].Name, Tone.Strong) : Cell.Missing("no answer"),
                .. point.Figures.Select(option => new Cell(SweepWinner.Total(sweep, option))),
            ])),
        ],
        IsDense = true,
    };
}
