using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>What a guest costs that does nothing.</summary>
/// <remarks>
/// Some guests of one vCPU are up and nobody asks them for anything; the first while is thrown away. CPU seconds of a guest's process (all threads: vCPU, main
/// loop, I/O) for each second, mean over the guests. What the kernel does outside of the process is not in it, and a guest with another system than Linux costs
/// more.
/// </remarks>
/// <param name="Repeats">How many replicates.</param>
/// <param name="Window">How long, and how long it settles before.</param>
/// <param name="Guests">How many guests.</param>
/// <param name="Shape">Each of them.</param>
public sealed record IdleCost(Repeats Repeats, Window Window, int Guests, GuestShape Shape)
    : RepeatedExperiment("idle-cost", Message.Of("experiment.idle-cost"), Repeats)
{
    /// <inheritdoc/>
    public override ImmutableArray<MeasuredEstimate> Estimates { get; } =
        [
            new(
                Measures.IdleCpu,
                Averaging.Mean,
                Message.Of("method.idle", ("guests", Guests), ("vcpus", Shape.VCpus))),
        ];

    /// <inheritdoc/>
    public override Script Typical => new([.. Enumerable.Repeat(Shape, Guests)], [new IdleTime(Window.WarmUp), new IdleTime(Window.Seconds)]);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        var last = samples.Steps(IdleTime.Name, 2)[^1];
        return ImmutableSortedDictionary<string, double>.Empty
            .Add(Measures.IdleCpu.Name, last.Average(guest => guest.Reading(StepReadings.Cpu) / guest.HostSeconds));
    }
}
