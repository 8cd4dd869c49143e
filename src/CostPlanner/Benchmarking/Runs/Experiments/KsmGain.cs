using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>
/// What merging of equal pages (KSM) saves: for guests that hold the same, and for guests of which each holds its own. The truth of an estate lies between.
/// </summary>
/// <remarks>
/// Only where the host merges already: it is never switched. After the boot has been merged, every guest fills as much memory with the same data, and later as
/// much again with its own. The share that is saved is 1 less the growth of the guests' own memory (PSS, which counts a merged page once) over what they
/// filled. For n guests with the same data at most 1
/// - 1/n can be saved.
/// </remarks>
/// <param name="Repeats">How many replicates.</param>
/// <param name="Guests">How many guests, 2 or more.</param>
/// <param name="Shape">Each of them.</param>
/// <param name="FilledMib">What each fills, in MiB, each of the two times; not more than the tools' disk has, so that nothing is equal within a guest.</param>
/// <param name="Settling">How long merging is waited for, at most, in seconds.</param>
public sealed record KsmGain(
    Repeats Repeats, int Guests, GuestShape Shape, int FilledMib, int Settling) : RepeatedExperiment("ksm-gain", Message.Of("experiment.ksm-gain"), Repeats)
{
    private const int ForFilling = 3;

    /// <inheritdoc/>
    public override ImmutableArray<MeasuredEstimate> Estimates { get; } =
    [
        new(
            Measures.KsmIdentical,
            Averaging.Mean,
            Message.Of("method.ksm-equal", ("guests", Guests), ("mebibytes", FilledMib))),
        new(
            Measures.KsmUnique,
            Averaging.Mean,
            Message.Of("method.ksm-own", ("guests", Guests), ("mebibytes", FilledMib))),
    ];

    /// <inheritdoc/>
    public override Script Typical => new(
        [.. Enumerable.Repeat(Shape, Guests)],
        [new KsmSettled(Settling), new MemoryTaken(), .. Filled("same"), .. Filled("unique")]);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        var held = samples.Steps(MemoryTaken.Name, 3).Select(step => step.Sum(guest => guest.Reading(MemoryReadings.Ram))).ToArray();
        return ImmutableSortedDictionary<string, double>.Empty
            .Add(Measures.KsmIdentical.Name, Saved(held[0], held[1]))
            .Add(Measures.KsmUnique.Name, Saved(held[1], held[2]));
    }

    private double Saved(double before, double after) => 1 - ((after - before) / (Guests * FilledMib));

    private IEnumerable<ScriptStep> Filled(string data) =>
        [new GuestWork(GuestCommand.Of("touch", data, FilledMib), ForFilling), new KsmSettled(Settling), new MemoryTaken()];
}
