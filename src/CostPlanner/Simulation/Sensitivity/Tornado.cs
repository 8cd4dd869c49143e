using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.Sensitivity;

/// <summary>What one input does alone, all others being likely.</summary>
/// <param name="Input">Its place among the inputs.</param>
/// <param name="Low">The figure at its low value; null where the case has none there.</param>
/// <param name="High">The figure at its high value; null where the case has none there.</param>
public sealed record TornadoBar(int Input, decimal? Low, decimal? High)
{
    /// <summary>How far apart the two figures are, 0 or more; null where one is missing.</summary>
    public decimal? Swing => High - Low is { } swing ? Math.Abs(swing) : null;
}

/// <summary>Each input at its low and its high, the rest at likely.</summary>
/// <param name="Likely">The figure with every input likely; null where the case has none.</param>
/// <param name="Bars">Bars without a swing first, since what takes the figure away matters most; then the widest first.</param>
public sealed record Tornado(decimal? Likely, ImmutableArray<TornadoBar> Bars)
{
    /// <summary>Runs the case twice for each input, and once with all likely.</summary>
    public static Tornado Of(ImmutableArray<SimulationInput> inputs, TrialCase trialCase, TrialFigure figure, CancellationToken token = default)
    {
        var likely = inputs.Select(each => each.Range.Likely).ToImmutableArray();
        var runs = new decimal?[(2 * inputs.Length) + 1];
        Parallel.For(0, runs.Length, new ParallelOptions { CancellationToken = token }, run =>
        {
            var range = run < 2 * inputs.Length ? inputs[run / 2].Range : null;
            var values = range is null ? likely : likely.SetItem(run / 2, run % 2 == 0 ? range.Low : range.High);
            runs[run] = figure(trialCase(values));
        });
        var bars = inputs.Select((_, input) => new TornadoBar(input, runs[2 * input], runs[(2 * input) + 1]));
        return new Tornado(runs[^1], [.. bars.OrderBy(each => each.Swing is not null).ThenByDescending(each => each.Swing)]);
    }
}
