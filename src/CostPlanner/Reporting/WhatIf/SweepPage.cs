using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;
using CostPlanner.Simulation.Keys;

namespace CostPlanner.Reporting.WhatIf;

/// <summary>A sweep on a page: totals as lines over the last axis, for each value of the others, and every point in a table.</summary>
public static class SweepPage
{
    /// <summary>Charts that a page shows at most; beyond, the table tells.</summary>
    private const int MostCharts = 12;

    /// <summary>The page. The same sweep gives the same page.</summary>
    public static ReportDocument Of(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new ReportDocument(
            sweep.Title,
            $"As of {Printed.Day(sweep.AsOf)} · amounts in {sweep.Currency.Code} · {string.Join(" · ", sweep.Axes.Select(AxisWords))}{string.Concat(sweep.Set.Select(each => $" · {each.Key} = {each.Value}"))}",
            sweep.AsOf,
            Verdict(sweep),
            [.. Charts(sweep)],
            [new Section("points", "1", "Every point", "The total of each option, and which is the cheapest of those whose total is known.", [Totals(sweep)])])
        {
            Kind = "What if",
        };
    }

    private static string AxisWords(SweepAxis axis) => axis.Values.All(value => ValueText.Number(value) is not null)
        ? $"{axis.Key} from {axis.Values[0]} to {axis.Values[^1]}"
        : $"{axis.Key} {string.Join(", ", axis.Values)}";

    private static string Verdict(Sweep sweep)
    {
        var winners = sweep.Points.Select(point => SweepWinner.At(sweep, point.Figures)).OfType<int>().GroupBy(each => each).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToList();
        var counted = winners.Select(group => $"{sweep.Original[group.Key].Name} at {Printed.Whole(group.Count())}");
        return winners.Count == 0
            ? "At no point is the total of any option known."
            : $"Of {Printed.Count(sweep.Points.Length, "point")} the cheapest is {string.Join(", ", counted)}.";
    }

    /// <summary>A chart over the last axis for each combination of the others.</summary>
    private static IEnumerable<Block> Charts(Sweep sweep)
    {
        var along = sweep.Axes[^1];
        return sweep.Points
            .GroupBy(point => point.Index / along.Values.Length)
            .Where(group => group.Count() == along.Values.Length && along.Values.Length > 1)
            .Take(MostCharts)
            .Select(group => Chart(sweep, along, [.. group]));
    }

    private static SweepLines Chart(Sweep sweep, SweepAxis along, ImmutableArray<SweepPoint> points)
    {
        var others = sweep.Axes.Zip(Sweep.ValuesAt(sweep.Axes, points[0].Index), (axis, value) => $"{axis.Key} = {value}").SkipLast(1).ToList();
        var (total, complete) = (sweep.IndexOf(CaseFigures.Total), sweep.IndexOf(CaseFigures.Complete));
        return new SweepLines(
            others.Count == 0 ? "Total of each option" : $"Total of each option, {string.Join(", ", others)}",
            sweep.Currency.Code,
            along.Unit.Length == 0 ? along.Label : $"{along.Label}, {along.Unit}",
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

    private static Table Totals(Sweep sweep) => new()
    {
        Caption = $"Totals in {sweep.Currency.Code}",
        Columns = [.. sweep.Axes.Select(axis => new Column(axis.Key, true)), new Column("Cheapest"), .. sweep.Original.Select(option => new Column(option.Name, true))],
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
