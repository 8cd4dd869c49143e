using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>What the storage to be judged gives to guests: operations, bandwidth and how long the slowest operations take.</summary>
/// <remarks>
/// Each guest has a disk of its own on that storage, filled with random data, opened without the host's cache. All guests at once, then the first alone, each
/// after a warm-up that is thrown away:
/// 4 KiB at random, reads and writes half and half, 8 outstanding; then 1 MiB blocks read in sequence, 8 outstanding. Operations and bandwidth are sums over
/// the guests, p99 is that of the worst guest and the slower direction. What one guest alone gets is kept beside: the sum shows the storage, the one alone
/// shows the path.
/// </remarks>
/// <param name="Repeats">How many replicates.</param>
/// <param name="Window">The window of each measurement.</param>
/// <param name="Guests">How many guests, 2 or more.</param>
/// <param name="Shape">Each of them, with a disk.</param>
public sealed record DiskSpeed(Repeats Repeats, Window Window, int Guests, GuestShape Shape)
    : RepeatedExperiment("disk-speed", Message.Of("experiment.disk-speed"), Repeats)
{
    private const string Program = "fio";
    private static readonly string AtRandom = GuestCommand.Of(Program, "libaio", "randrw", "4k", 8);
    private static readonly string InSequence = GuestCommand.Of(Program, "libaio", "read", "1m", 8);

    /// <inheritdoc/>
    public override ImmutableArray<MeasuredEstimate> Estimates { get; } =
    [
        new(
            Measures.DiskIops,
            Averaging.Mean,
            Message.Of("method.disk-random", ("guests", Guests))),
        new(
            Measures.DiskBandwidth,
            Averaging.Mean,
            Message.Of("method.disk-sequence", ("guests", Guests))),
        new(
            Measures.DiskP99,
            Averaging.Mean,
            Message.Of("method.disk-worst", ("guests", Guests))),
        new(Measures.DiskIopsAlone, Averaging.Mean, Message.Of("method.disk-alone")),
        new(Measures.DiskP99Alone, Averaging.Mean, Message.Of("method.disk-alone")),
    ];

    /// <inheritdoc/>
    public override Script Typical => new([.. Enumerable.Repeat(Shape, Guests)], [.. Steps(null), .. Steps(1)]);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        // All at random, all in sequence, one at random, one in sequence.
        var steps = samples.Steps(Program, 4);
        if (!steps.Select(step => step.Length).SequenceEqual([Guests, Guests, 1, 1]))
        {
            throw SampleReading.Unreadable(Message.Of("sample.disks"));
        }

        var (all, sequence, one, alone) = (steps[0], steps[1], steps[2][0].Disk(), steps[3][0].Disk());
        return ImmutableSortedDictionary<string, double>.Empty
            .Add(Measures.DiskIops.Name, all.Sum(guest => guest.Disk().Iops))
            .Add($"{Measures.DiskIops.Name}-least", all.Min(guest => guest.Disk().Iops))
            .Add(Measures.DiskP99.Name, all.Max(guest => guest.Disk().P99()))
            .Add(Measures.DiskBandwidth.Name, sequence.Sum(guest => guest.Disk().MiBPerSecond()))
            .Add(Measures.DiskIopsAlone.Name, one.Iops)
            .Add(Measures.DiskP99Alone.Name, one.P99())
            .Add($"{Measures.DiskBandwidth.Name}-alone", alone.MiBPerSecond());
    }

    private IEnumerable<ScriptStep> Steps(int? guest)
    {
        foreach (var work in new[] { AtRandom, InSequence })
        {
            yield return new GuestWork(GuestCommand.Of(work, Window.WarmUp), Window.WarmUp, guest, IsWarmUp: true);
            yield return new GuestWork(GuestCommand.Of(work, Window.Seconds), Window.Seconds, guest);
        }
    }
}
