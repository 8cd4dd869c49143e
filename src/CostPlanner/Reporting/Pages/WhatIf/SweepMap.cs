using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Pages.BreakEvens;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>The cheapest option at each point of a grid of two numbers, as a map.</summary>
internal static class SweepMap
{
    /// <summary>Values across that a map has at most: the letter of the winner is as wide as its cell.</summary>
    public const int MostAcross = 60;

    /// <summary>The map, its longer axis across; null where the sweep is no grid of two numbers, is too large, or lacks points.</summary>
    public static WinnerGrid? Of(Sweep sweep)
    {
        if (!Fits(sweep) || sweep.Points.Length < sweep.Count)
        {
            return null;
        }

        var along = SweepCharts.Along(sweep);
        var (x, y) = (Rising(sweep.Axes[along]), Rising(sweep.Axes[1 - along]));
        var points = sweep.Points.ToDictionary(point => point.Index, point => Cell(sweep, point));
        var others = sweep.Axes[1].Values.Length;
        return WinnerMapChart.Of(
            sweep.Currency,
            new GridAxis(SweepCharts.Title(sweep.Axes[along]), [.. x.Select(each => sweep.Axes[along].Values[each])]),
            new GridAxis(SweepCharts.Title(sweep.Axes[1 - along]), [.. y.Select(each => sweep.Axes[1 - along].Values[each])]),
            [.. sweep.Original.Select(option => option.Name)],
            [.. from up in y from across in x select points[along == 0 ? (across * others) + up : (up * others) + across]]) with
        {
            KnowsCase = false,
        };
    }

    private static bool Fits(Sweep sweep) =>
        sweep.Axes.Length == 2
            && sweep.Axes.All(axis => axis.Values.Length is > 1 and <= MostAcross && axis.Values.All(value => ValueText.Number(value) is not null));

    /// <summary>The places of an axis' values, the lowest first.</summary>
    private static List<int> Rising(SweepAxis axis) => [.. axis.Values.Index().OrderBy(each => ValueText.Number(each.Item)).Select(each => each.Index)];

    private static (int? Winner, decimal? Lead) Cell(Sweep sweep, SweepPoint point) =>
        (SweepWinner.At(sweep, point.Figures), SweepWinner.Lead(sweep, point.Figures));
}
