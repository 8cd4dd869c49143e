using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Cases.Trials;
using CostPlanner.Model;
using CostPlanner.Simulation.BreakEvens;

namespace CostPlanner.Studies.BreakEvens;

/// <summary>Who wins over two keys.</summary>
/// <param name="X">The key across.</param>
/// <param name="Y">The key up.</param>
/// <param name="Map">The grid.</param>
public sealed record KeyMap(KeyRange X, KeyRange Y, WinnerMap Map)
{
    private const int Across = 12;
    private const int Up = 9;

    /// <summary>The options, by their places among those looked at, that have no total in any cell.</summary>
    public ImmutableArray<int> Lacking =>
        [
            .. Enumerable.Range(0, Map.Cells.Max(cell => cell.Totals.Length))
                .Where(option => Map.Cells.All(cell => cell.Totals.IsEmpty || cell.Totals[option] is null)),
        ];

    /// <summary>The map of two keys.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="x">The key across and its values.</param>
    /// <param name="y">The key up and its values, another one.</param>
    /// <param name="options">The options that are looked at, by their places in the scenario.</param>
    /// <param name="looked">Told, on any thread, when the case has been worked out in one more cell.</param>
    /// <param name="token">Calls it off.</param>
    public static KeyMap Of(CaseInputs inputs, KeyRange x, KeyRange y, ImmutableArray<int> options, Action? looked = null, CancellationToken token = default)
    {
        var trials = new CaseTrials(inputs, [x.Key, y.Key], step: 0, options);
        return new KeyMap(x, y, WinnerMap.Of(
            x.Values(Across, inputs),
            y.Values(Up, inputs),
            (across, up) =>
            {
                var outcome = trials.Tried([across, up])?.Among(options);
                looked?.Invoke();
                return outcome;
            },
            token));
    }
}
