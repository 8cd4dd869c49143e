using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Studies.Progress;

namespace CostPlanner.Studies.Sweeps;

/// <summary>The share of one machine in a sweep: every so-manieth point.</summary>
/// <param name="Number">Which machine, counted from 1.</param>
/// <param name="Of">How many there are.</param>
public sealed record Shard(int Number, int Of)
{
    /// <summary>One machine for all.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Whether a point is this machine's.</summary>
    public bool Has(int index) => index % Of == Number - 1;
}

/// <summary>Works a case out at every point of a sweep, on all cores.</summary>
public static class SweepRun
{
    /// <summary>
    /// The sweep; the same on any number of threads. Throws <see cref="CaseKeyException"/> before any work for a value that can mean nothing, alone or beside
    /// the others of its point.
    /// </summary>
    /// <param name="inputs">The scenario as it is.</param>
    /// <param name="set">What is set at every point.</param>
    /// <param name="axes">What is swept.</param>
    /// <param name="shard">Which points are worked out.</param>
    /// <param name="progress">Told, on any thread, when a case has been worked out; the points of the shard, and the scenario as it is.</param>
    /// <param name="token">Calls the work off.</param>
    public static Sweep Of(
        CaseInputs inputs,
        ImmutableArray<KeyValue> set,
        ImmutableArray<SweepAxis> axes,
        Shard shard,
        IProgress<StudyProgress>? progress = null,
        CancellationToken token = default)
    {
        var changed = KeyText.Apply(inputs, set);
        foreach (var index in Enumerable.Range(0, Sweep.CountOf(axes)))
        {
            _ = At(changed, axes, index);
        }

        ImmutableArray<int> indices = [.. Enumerable.Range(0, Sweep.CountOf(axes)).Where(shard.Has)];
        var figures = new ImmutableArray<OptionFigures>[indices.Length + 1];
        var parts = new CountedParts(progress, StudyStage.Sweep, figures.Length);
        Parallel.For(0, figures.Length, new ParallelOptions { CancellationToken = token }, at =>
        {
            var point = at == 0 ? inputs : At(changed, axes, indices[at - 1]);
            figures[at] = CaseFigures.Of(BusinessCase.Of(point, token));
            parts.Next();
        });

        return new Sweep
        {
            Scenario = inputs.Scenario.Name,
            Title = inputs.Scenario.Title,
            AsOf = inputs.Scenario.AsOf,
            Currency = inputs.Scenario.Currency,
            Baseline = inputs.Scenario.Baseline,
            Set = set,
            Axes = axes,
            Measures = CaseFigures.Measures(inputs.Scenario),
            Original = figures[0],
            Points = [
                .. indices.Select(
                    (index, at) => new SweepPoint(
                        index, [.. figures[at + 1].Select(option => option.Values)]) { AtLeast = [.. figures[at + 1].Select(option => option.AtLeast)] }),
            ],
        };
    }

    private static CaseInputs At(CaseInputs changed, ImmutableArray<SweepAxis> axes, int index) =>
        KeyText.Apply(changed, axes.Zip(Sweep.ValuesAt(axes, index), (axis, value) => new KeyValue(axis.Key, value)));
}
