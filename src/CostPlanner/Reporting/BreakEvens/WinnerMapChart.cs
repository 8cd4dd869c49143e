using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;
using CostPlanner.Simulation.BreakEvens;

namespace CostPlanner.Reporting.BreakEvens;

/// <summary>Who wins over two keys, as a chart.</summary>
public static class WinnerMapChart
{
    private const decimal Million = 1_000_000;
    private const decimal Thousand = 1_000;

    /// <summary>The chart.</summary>
    /// <param name="map">The map.</param>
    /// <param name="inputs">The case, which is marked in it.</param>
    /// <param name="names">The options that the map counts among, as printed.</param>
    public static WinnerGrid Of(KeyMap map, CaseInputs inputs, ImmutableArray<string> names)
    {
        ArgumentNullException.ThrowIfNull(map);
        var winners = map.Map.Cells.Select(cell => cell.Winner).OfType<int>().Distinct().Order().ToImmutableArray();
        var most = map.Map.Cells.Max(cell => cell.Lead) ?? 0;
        var (divisor, word, decimals) = most >= Million ? (Million, "million ", 2) : most >= 10 * Thousand ? (Thousand, "thousand ", 0) : (1m, "", 0);
        return new WinnerGrid(
            $"The cheapest option, and its lead over the next in {word}{inputs.Scenario.Currency.Code}",
            BreakEvenWords.Axis(map.X.Key),
            BreakEvenWords.Axis(map.Y.Key),
            [.. map.Map.Xs.Select(x => BreakEvenWords.Value(map.X.Key, x))],
            [.. map.Map.Ys.Select(y => BreakEvenWords.Value(map.Y.Key, y))],
            [.. winners.Select(option => names[option])],
            [.. map.Map.Cells.Select(Cell)],
            Place(map.Map.Xs, map.X.Key.Value(inputs)) is { } across && Place(map.Map.Ys, map.Y.Key.Value(inputs)) is { } up ? (across, up) : null);

        WinnerCell Cell(MapCell cell) => new(
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
