using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace CostPlanner.Simulation.BreakEvens;

/// <summary>Where the cheaper of two options changes as one key goes from low to high.</summary>
/// <param name="A">The one, by its place in the outcomes.</param>
/// <param name="B">The other, after it.</param>
/// <param name="Answer">The changes; the difference is what A costs less what B costs, above 0 where B is the cheaper.</param>
public sealed record PairBreakEven(int A, int B, BreakEven Answer);

/// <summary>Break-evens of every pair of options in one key.</summary>
public static class PairBreakEvens
{
    /// <summary>Looks at every pair; the case is run once for each value, whatever pairs ask for it.</summary>
    /// <param name="outcome">What the case comes to at a value; null where the value can mean nothing.</param>
    /// <param name="options">How many options there are.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The most, above the least.</param>
    /// <param name="search">How closely.</param>
    /// <param name="token">Calls it off.</param>
    public static ImmutableArray<PairBreakEven> Of(
        Func<decimal, TrialOutcome?> outcome, int options, decimal low, decimal high, BreakEvenSearch? search = null, CancellationToken token = default)
    {
        var known = new ConcurrentDictionary<decimal, TrialOutcome?>();
        Parallel.ForEach(BreakEven.Scan(low, high, search ?? BreakEvenSearch.Usual), new ParallelOptions { CancellationToken = token }, value => known.GetOrAdd(value, outcome));
        return [.. from a in Enumerable.Range(0, options)
                   from b in Enumerable.Range(a + 1, options - a - 1)
                   let answer = BreakEven.Find(value => Difference(known.GetOrAdd(value, outcome), a, b), low, high, search, token)
                   select new PairBreakEven(a, b, answer)];
    }

    private static decimal? Difference(TrialOutcome? outcome, int a, int b) => outcome?.Options[a].Total - outcome?.Options[b].Total;
}
