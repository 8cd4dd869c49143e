using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Pages.BreakEvens;

/// <summary>Who wins over two keys, as a chart.</summary>
public static class WinnerMapChart
{
    private const decimal Million = 1_000_000;
    private const decimal Thousand = 1_000;

    /// <summary>The chart of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="inputs">The case, which is marked in it.</param>
    /// <param name="names">The options that the map counts among, as printed.</param>
    public static WinnerGrid Of(KeyMap map, CaseInputs inputs, ImmutableArray<string> names)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Of(
            inputs.Scenario.Currency,
            new GridAxis(BreakEvenWords.Axis(map.X.Key), [.. map.Map.Xs.Select(x => BreakEvenWords.Value(map.X.Key, x))]),
            new GridAxis(BreakEvenWords.Axis(map.Y.Key), [.. map.Map.Ys.Select(y => BreakEvenWords.Value(map.Y.Key, y))]),
            names,
            [.. map.Map.Cells.Select(cell => (cell.Winner, cell.Lead))]) with
        {
            Point = Place(map.Map.Xs, map.X.Key.Value(inputs)) is { } across && Place(map.Map.Ys, map.Y.Key.Value(inputs)) is { } up ? (across, up) : null,
        };
    }

    /// <summary>The chart of winners with their leads, row by row from the lowest.</summary>
    internal static WinnerGrid Of(
        Currency currency, GridAxis across, GridAxis up, ImmutableArray<string> names, ImmutableArray<(int? Winner, decimal? Lead)> cells)
    {
        var winners = cells.Select(cell => cell.Winner).OfType<int>().Distinct().Order().ToImmutableArray();
        var most = cells.Max(cell => cell.Lead) ?? 0;
        var (divisor, word, decimals) = most >= Million
            ? (Million, Words.Of("break-evens.winner-map-chart.million"), 2)
            : most >= 10 * Thousand
            ? (Thousand, Words.Of("break-evens.winner-map-chart.thousand"), 0)
            : (1m, "", 0);
        return new WinnerGrid(
            Words.Of("break-evens.winner-map-chart.the-cheapest-option", ("word", word), ("currency", currency.Code)),
            across.Title, up.Title, across.Values, up.Values, [.. winners.Select(option => names[option])], [.. cells.Select(Cell)], null);

        WinnerCell Cell((int? Winner, decimal? Lead) cell) => new(
            cell.Winner is { } winner ? winners.IndexOf(winner) : null,
            cell.Lead is { } lead && most > 0 ? lead / most : 0,
            cell.Lead is { } by ? Printed.Fixed(by / divisor, decimals) : "");
    }

    /// <summary>Where among rising values one lies, counted from the first; null where it lies outside, or there is none.</summary>
    private static decimal? Place(ImmutableArray<decimal> values, decimal? value)
    {
        if (value is not { } there || there < values[0] || there > values[^1])
        {
            return null;
        }

        var before = Math.Min(values.Count(each => each <= there), values.Length - 1) - 1;
        return before + ((there - values[before]) / (values[before + 1] - values[before]));
    }
}

/// <summary>An axis of a grid of winners.</summary>
/// <param name="Title">What it is, with its unit.</param>
/// <param name="Values">Its values as printed, the lowest first.</param>
internal sealed record GridAxis(string Title, ImmutableArray<string> Values);
