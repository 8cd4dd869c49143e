using System.Collections.Immutable;

namespace CostPlanner.Simulation.BreakEvens;

/// <summary>A place where the winner changes.</summary>
/// <param name="From">The last value looked at with the one winner.</param>
/// <param name="To">The first value looked at with the other; the change lies between the two.</param>
/// <param name="Before">The difference at <paramref name="From"/>.</param>
/// <param name="After">The difference at <paramref name="To"/>, of the other sign; what lies between is a jump where the model has one.</param>
/// <param name="HasGap">Whether the two could not be brought closer because the case has no difference in between.</param>
public sealed record Crossing(decimal From, decimal To, decimal Before, decimal After, bool HasGap)
{
    /// <summary>The middle of the two.</summary>
    public decimal At => From + ((To - From) / 2);
}

/// <summary>How closely a break-even is sought.</summary>
/// <param name="Steps">Into how many even steps the range is divided first; two changes within one step are not seen.</param>
/// <param name="Tolerance">How near the two ends of a crossing are brought, as a share of the range.</param>
/// <param name="Unit">The key's smallest step, 1 for a whole number; null for one without.</param>
public sealed record BreakEvenSearch(int Steps, decimal Tolerance, decimal? Unit = null)
{
    /// <summary>32 steps, and a ten-thousandth of the range.</summary>
    public static BreakEvenSearch Usual { get; } = new(32, 0.0001m);
}

/// <summary>Where a difference changes its sign as one key goes from low to high.</summary>
/// <param name="Low">The least value looked at.</param>
/// <param name="High">The most.</param>
/// <param name="AtLow">The difference at the least; null where the case has none.</param>
/// <param name="AtHigh">The difference at the most; null where the case has none.</param>
/// <param name="Least">The least difference of all values looked at; null where none has one.</param>
/// <param name="Most">The most.</param>
/// <param name="Crossings">All changes found, from low to high.</param>
/// <param name="Missing">At how many of the values looked at the case has no difference.</param>
/// <param name="Looked">At how many values the case was run.</param>
public sealed record BreakEven(
    decimal Low, decimal High, decimal? AtLow, decimal? AtHigh, decimal? Least, decimal? Most, ImmutableArray<Crossing> Crossings, int Missing, int Looked)
{
    /// <summary>Whether the winner is the same wherever the case has an answer in the range.</summary>
    public bool IsNeverInRange => Crossings.IsEmpty;

    /// <summary>Looks for all changes of sign: an even scan, then halving.</summary>
    /// <param name="difference">The difference of two options at a value; null where the case has none.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The most, above the least.</param>
    /// <param name="search">How closely.</param>
    /// <param name="token">Calls it off.</param>
    /// <remarks>
    /// The model has steps (a host more, a licence pack more), so nothing smooth is assumed. A difference of 0 belongs to no winner: touching 0 is no change.
    /// </remarks>
    public static BreakEven Find(
        Func<decimal, decimal?> difference, decimal low, decimal high, BreakEvenSearch? search = null, CancellationToken token = default)
    {
        var scan = Scan(low, high, search ?? BreakEvenSearch.Usual);
        var bracket = new Bracketing(difference, Nearest(high - low, search ?? BreakEvenSearch.Usual), search?.Unit);
        Parallel.ForEach(scan, new ParallelOptions { CancellationToken = token }, value => bracket.At(value));
        var crossings = ImmutableArray.CreateBuilder<Crossing>();
        decimal? last = null;
        foreach (var value in scan.Where(value => bracket.At(value) is { } here && here != 0))
        {
            if (last is { } before && Math.Sign(bracket.At(before)!.Value) != Math.Sign(bracket.At(value)!.Value))
            {
                crossings.Add(bracket.Between(before, value, token));
            }

            last = value;
        }

        return new BreakEven(
            scan[0],
            scan[^1],
            bracket.At(scan[0]),
            bracket.At(scan[^1]),
            bracket.Least,
            bracket.Most,
            crossings.ToImmutable(),
            bracket.Missing,
            bracket.Looked);
    }

    /// <summary>The values of the scan: low, high and even steps between, on the key's own steps where it has some.</summary>
    internal static ImmutableArray<decimal> Scan(decimal low, decimal high, BreakEvenSearch search)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(search.Steps);
        return [.. Enumerable.Range(0, search.Steps + 1)
            .Select(step => low + ((high - low) * step / search.Steps))
            .Select(value => search.Unit is { } unit ? low + (decimal.Round((value - low) / unit) * unit) : value)
            .Where(value => value <= high)
            .Distinct()];
    }

    private static decimal Nearest(decimal range, BreakEvenSearch search) => Math.Max(search.Unit ?? 0, range * search.Tolerance);
}
