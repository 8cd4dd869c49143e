using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.BreakEvens;

/// <summary>What the case comes to for two values.</summary>
/// <param name="X">The value of the first key.</param>
/// <param name="Y">The value of the second.</param>
/// <param name="Totals">What each option costs, in the scenario's order; null where it has no total. Empty where the values can mean nothing together.</param>
public sealed record MapCell(decimal X, decimal Y, ImmutableArray<decimal?> Totals)
{
    /// <summary>The option that costs least of those with a total, of two alike the first; null where none has one.</summary>
    public int? Winner => Ranked().Select(each => (int?)each.Option).FirstOrDefault();

    /// <summary>By how much the next one costs more; null where there is no next one.</summary>
    public decimal? Lead => Ranked().ToArray() is [var first, var second, ..] ? second.Total - first.Total : null;

    /// <summary>What one option costs less another; null where one has no total.</summary>
    public decimal? Difference(int a, int b) => Totals.IsEmpty ? null : Totals[a] - Totals[b];

    private IEnumerable<(decimal Total, int Option)> Ranked() =>
        Totals.Select((total, option) => (Total: total, Option: option)).Where(each => each.Total is not null)
            .Select(each => (each.Total!.Value, each.Option)).OrderBy(each => each.Item1);
}

/// <summary>Who wins, and by how much, over two keys.</summary>
/// <param name="Xs">The values of the first key, rising.</param>
/// <param name="Ys">The values of the second, rising.</param>
/// <param name="Cells">Row by row: all values of the first key for the first value of the second, and so on.</param>
public sealed record WinnerMap(ImmutableArray<decimal> Xs, ImmutableArray<decimal> Ys, ImmutableArray<MapCell> Cells)
{
    /// <summary>The cell at two places.</summary>
    public MapCell At(int x, int y) => Cells[(y * Xs.Length) + x];

    /// <summary>Runs the case on the grid; an outcome is null where the values can mean nothing together.</summary>
    public static WinnerMap Of(
        ImmutableArray<decimal> xs, ImmutableArray<decimal> ys, Func<decimal, decimal, TrialOutcome?> outcome, CancellationToken token = default)
    {
        var cells = new MapCell[xs.Length * ys.Length];
        Parallel.For(0, cells.Length, new ParallelOptions { CancellationToken = token }, each =>
        {
            var (x, y) = (xs[each % xs.Length], ys[each / xs.Length]);
            cells[each] = new MapCell(x, y, [.. outcome(x, y)?.Options.Select(option => option.Total) ?? []]);
        });
        return new WinnerMap(xs, ys, [.. cells]);
    }

    /// <summary>So many even values from low to high, both among them.</summary>
    public static ImmutableArray<decimal> Even(decimal low, decimal high, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return [.. Enumerable.Range(0, count).Select(each => low + ((high - low) * each / (count - 1)))];
    }
}
