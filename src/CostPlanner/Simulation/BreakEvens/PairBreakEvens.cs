using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.BreakEvens;

/// <summary>Where the cheaper of two options changes as one key goes from low to high.</summary>
/// <param name="A">The one, by its place in the outcomes.</param>
/// <param name="B">The other, after it.</param>
/// <param name="Answer">The changes; the difference is what A costs less what B costs, above 0 where B is the cheaper.</param>
public sealed record PairBreakEven(int A, int B, BreakEven Answer);

/// <summary>Break-evens of every pair of options in one key.</summary>
public static class PairBreakEvens
{
    /// <summary>
    /// Looks at every pair, several at a time; the case is run once for each value, whatever pairs ask for it. The same on any number of threads.
    /// </summary>
    /// <param name="outcome">What the case comes to at a value; null where the value can mean nothing.</param>
    /// <param name="options">How many options there are.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The most, above the least.</param>
    /// <param name="search">How closely.</param>
    /// <param name="token">Calls it off.</param>
    public static ImmutableArray<PairBreakEven> Of(
        Func<decimal, TrialOutcome?> outcome, int options, decimal low, decimal high, BreakEvenSearch? search = null, CancellationToken token = default)
    {
        var known = new ConcurrentDictionary<decimal, Lazy<TrialOutcome?>>();
        var atOnce = new ParallelOptions { CancellationToken = token };
        Parallel.ForEach(BreakEven.Scan(low, high, search ?? BreakEvenSearch.Usual), atOnce, value => At(value));
        var pairs = (from a in Enumerable.Range(0, options) from b in Enumerable.Range(a + 1, options - a - 1) select (A: a, B: b)).ToList();
        var answers = new PairBreakEven[pairs.Count];
        Parallel.For(0, pairs.Count, atOnce, pair =>
        {
            var (a, b) = pairs[pair];
            answers[pair] = new PairBreakEven(a, b, BreakEven.Find(value => Difference(At(value), a, b), low, high, search, token));
        });
        return [.. answers];

        TrialOutcome? At(decimal value) => known.GetOrAdd(value, each => new Lazy<TrialOutcome?>(() => outcome(each))).Value;
    }

    private static decimal? Difference(TrialOutcome? outcome, int a, int b) => outcome?.Options[a].Total - outcome?.Options[b].Total;
}
