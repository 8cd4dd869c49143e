using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Cases.Trials;
using CostPlanner.Model;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Studies.BreakEvens;

/// <summary>Break-evens of every pair of options in one key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Now">Its value in the case; null where it has none.</param>
/// <param name="Low">The least value looked at.</param>
/// <param name="High">The most.</param>
/// <param name="Pairs">Each pair of options.</param>
public sealed record KeyBreakEvens(NumberKey Key, decimal? Now, decimal Low, decimal High, ImmutableArray<PairBreakEven> Pairs)
{
    /// <summary>Estates beyond so many VMs are scanned more coarsely: a value that moves VMs places them all.</summary>
    private const int ManyVms = 2000;

    private static readonly BreakEvenSearch Coarse = new(8, 0.01m);
    private static readonly BreakEvenSearch Placing = new(16, 0.001m);

    /// <summary>The options, by their places among those looked at, that have no total at any value: nothing is said of their pairs.</summary>
    public ImmutableArray<int> Lacking { get; init; } = [];

    /// <summary>The range in which the key is plausible; null where nobody says one.</summary>
    public ValueRange? Plausible { get; init; }

    /// <summary>The break-evens of one key over a range.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="range">The key and its values.</param>
    /// <param name="options">The options that are looked at, by their places in the scenario; pairs count among them.</param>
    /// <param name="looked">Told, on any thread, when the case has been worked out at one more value.</param>
    /// <param name="token">Calls it off.</param>
    public static KeyBreakEvens Of(CaseInputs inputs, KeyRange range, ImmutableArray<int> options, Action? looked = null, CancellationToken token = default)
    {
        var trials = new CaseTrials(inputs, [range.Key], step: 0, options);
        var known = new ConcurrentDictionary<decimal, TrialOutcome?>();
        var pairs = PairBreakEvens.Of(value => known.GetOrAdd(value, Outcome), options.Length, range.Low, range.High, SearchOf(inputs, range), token);
        return new KeyBreakEvens(range.Key, range.Key.Value(inputs), range.Low, range.High, pairs)
        {
            Lacking = [.. Enumerable.Range(0, options.Length).Where(option => known.Values.All(each => each?.Options[option].Total is null))],
        };

        TrialOutcome? Outcome(decimal value)
        {
            var outcome = trials.Tried([value])?.Among(options);
            looked?.Invoke();
            return outcome;
        }
    }

    private static BreakEvenSearch SearchOf(CaseInputs inputs, KeyRange range) => (range.Key.MovesVms, inputs.Inventory.Vms.Length > ManyVms) switch
    {
        (true, true) => Coarse,
        (true, false) => Placing,
        _ => BreakEvenSearch.Usual,
    } with { Unit = range.Unit };
}
