using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Something that runs measure.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Label">What it is.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Stop">When enough replicates of it were made.</param>
/// <param name="Thresholds">What between two runs counts as a difference.</param>
public sealed record Measure(string Name, Message Label, string Unit, StopRule Stop, DifferenceThresholds Thresholds)
{
    /// <summary>The measure's value in a record.</summary>
    public MeasuredValue Value(Interval interval, Message method) =>
        new(Name, interval.Value, interval.Low, interval.High, interval.N, Unit, method);
}

/// <summary>The three measures of one density sweep.</summary>
/// <param name="Overcommit">vCPUs per core at the knee.</param>
/// <param name="Guests">Guests at the knee.</param>
/// <param name="P99">p99 of the worst guest there.</param>
public sealed record KneeMeasures(Measure Overcommit, Measure Guests, Measure P99)
{
    /// <summary>All three.</summary>
    public ImmutableArray<Measure> All => [Overcommit, Guests, P99];

    /// <summary>The same three of another load, with a name of their own.</summary>
    internal KneeMeasures Of(string suffix, Message load)
    {
        Measure Other(Measure measure) =>
            measure with { Name = $"{measure.Name}-{suffix}", Label = Message.Of("measure.under", ("measure", measure.Label), ("load", load)) };
        return new KneeMeasures(Other(Overcommit), Other(Guests), Other(P99));
    }
}

/// <summary>Everything that a run can measure: the names that records use and that others ask for.</summary>
/// <remarks>
/// Thresholds: 2 % for throughput, below which a difference changes no decision; 10 % for tails and boots, which scatter more; and an absolute
/// size where a share of a small figure would be nothing.
/// </remarks>
public static class Measures
{
    private static readonly StopRule Throughput = StopRule.OfThroughput;
    private static readonly StopRule Tails = StopRule.OfTails;

    /// <summary>Work of a guest that only computes, for each unit of the bare host's on the same CPUs.</summary>
    public static Measure CpuAlu { get; } = new("cpu-alu", Message.Of("measure.cpu-alu"), "ratio", Throughput, new(0.005, 0.02));

    /// <summary>The same for work that walks through memory.</summary>
    public static Measure CpuMemory { get; } = new("cpu-memory", Message.Of("measure.cpu-memory"), "ratio", Throughput, new(0.005, 0.02));

    /// <summary>The same for work of the kernel: forks and context switches.</summary>
    public static Measure CpuKernel { get; } = new("cpu-kernel", Message.Of("measure.cpu-kernel"), "ratio", Throughput, new(0.005, 0.02));

    /// <summary>What two guests on the two threads of a core do more than one guest on a core, as a share of the one.</summary>
    public static Measure SmtYield { get; } = new("smt-yield", Message.Of("measure.smt-yield"), "share", Throughput, new(0.01, 0.05));

    /// <summary>The fixed part of the memory that a guest takes beside its own.</summary>
    public static Measure MemoryOverheadBase { get; } = new("memory-overhead-base", Message.Of("measure.memory-overhead-base"), "MiB", Tails, new(1, 0.05));

    /// <summary>The part of it that grows with vCPUs.</summary>
    public static Measure MemoryOverheadPerVCpu { get; } = new(
        "memory-overhead-per-vcpu", Message.Of("measure.memory-overhead-per-vcpu"), "MiB per vCPU", Tails, new(0.5, 0.05));

    /// <summary>The part of it that grows with memory.</summary>
    public static Measure MemoryOverheadPerGiB { get; } = new(
        "memory-overhead-per-gib", Message.Of("measure.memory-overhead-per-gib"), "MiB per GiB", Tails, new(0.1, 0.05));

    /// <summary>All of it for a guest of 2 vCPUs and 4 GiB.</summary>
    public static Measure MemoryOverheadTypical { get; } = new("memory-overhead-typical",
        Message.Of("measure.memory-overhead-typical"), "MiB", Tails, new(1, 0.05));

    /// <summary>What an idle guest costs the host.</summary>
    public static Measure IdleCpu { get; } = new("idle-cpu", Message.Of("measure.idle-cpu"), "share of a core", Tails, new(0.001, 0.10));

    /// <summary>Median time from `cont` to the guest's first word, for a guest that boots alone.</summary>
    public static Measure BootMedian { get; } = new("boot-median", Message.Of("measure.boot-median"), "s", Tails, new(0.1, 0.10));

    /// <summary>The p95 of the same where all guests boot at once.</summary>
    public static Measure BootStorm { get; } = new("boot-storm-p95", Message.Of("measure.boot-storm-p95"), "s", Tails, new(0.1, 0.10));

    /// <summary>CPU seconds of the host for one boot.</summary>
    public static Measure BootCpu { get; } = new("boot-cpu", Message.Of("measure.boot-cpu"), "s", Tails, new(0.1, 0.05));

    /// <summary>Disk operations per second of all guests together.</summary>
    public static Measure DiskIops { get; } = new("disk-iops", Message.Of("measure.disk-iops"), "1/s", Throughput, new(10, 0.05));

    /// <summary>Disk bandwidth of all guests together.</summary>
    public static Measure DiskBandwidth { get; } = new("disk-bandwidth", Message.Of("measure.disk-bandwidth"), "MiB/s", Throughput, new(1, 0.05));

    /// <summary>p99 of a disk operation, of the worst guest.</summary>
    public static Measure DiskP99 { get; } = new("disk-p99", Message.Of("measure.disk-p99"), "ms", Tails, new(0.05, 0.10));

    /// <summary>Disk operations per second of one guest while the others are idle.</summary>
    public static Measure DiskIopsAlone { get; } = new("disk-iops-alone", Message.Of("measure.disk-iops-alone"), "1/s", Throughput, new(10, 0.05));

    /// <summary>p99 of a disk operation of one guest while the others are idle.</summary>
    public static Measure DiskP99Alone { get; } = new("disk-p99-alone", Message.Of("measure.disk-p99-alone"), "ms", Tails, new(0.05, 0.10));

    /// <summary>Bandwidth from guest to guest.</summary>
    public static Measure NetworkBandwidth { get; } = new("network-bandwidth", Message.Of("measure.network-bandwidth"), "Mbit/s", Throughput, new(10, 0.05));

    /// <summary>Memory that KSM saved, of guests that hold the same.</summary>
    public static Measure KsmIdentical { get; } = new("ksm-identical", Message.Of("measure.ksm-identical"), "share", Tails, new(0.01, 0.05));

    /// <summary>Memory that KSM saved, of guests of which each holds its own.</summary>
    public static Measure KsmUnique { get; } = new("ksm-unique", Message.Of("measure.ksm-unique"), "share", Tails, new(0.01, 0.05));

    /// <summary>
    /// vCPUs of all guests per physical core at the knee of the density sweep: the value and its low end are the largest number of guests that
    /// always passes, the high end the smallest that always fails. A core's second thread is in it.
    /// </summary>
    public static Measure Overcommit { get; } = new("overcommit-ratio", Message.Of("measure.overcommit-ratio"), "vCPU per core", Throughput, new(0.1, 0.05));

    /// <summary>Guests at that knee: the value and the low end always pass, the high end always fails.</summary>
    public static Measure GuestsAtKnee { get; } = new("guests-at-knee", Message.Of("measure.guests-at-knee"), "guests", Throughput, new(1, 0.05));

    /// <summary>p99 latency of the worst guest at the knee.</summary>
    public static Measure P99AtKnee { get; } = new("p99-at-knee", Message.Of("measure.p99-at-knee"), "ms", Tails, new(0.05, 0.10));

    /// <summary>What a density sweep measures at a mean utilisation of a quarter, with guests of one vCPU: the one that assumptions are set by.</summary>
    public static KneeMeasures Knee { get; } = new(Overcommit, GuestsAtKnee, P99AtKnee);

    /// <summary>The same at a tenth: "overcommit-ratio-10", "guests-at-knee-10", "p99-at-knee-10".</summary>
    public static KneeMeasures KneeAtTenth { get; } = Knee.Of("10", Message.Of("load.tenth"));

    /// <summary>The same at a half: "overcommit-ratio-50" and so on.</summary>
    public static KneeMeasures KneeAtHalf { get; } = Knee.Of("50", Message.Of("load.half"));

    /// <summary>The same at a quarter with guests of four vCPUs, which wait for each other: "overcommit-ratio-4-vcpu" and so on.</summary>
    public static KneeMeasures KneeOfWide { get; } = Knee.Of("4-vcpu", Message.Of("load.wide"));

    /// <summary>All of them, in the order of reports.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        CpuAlu, CpuMemory, CpuKernel, SmtYield,
        MemoryOverheadBase, MemoryOverheadPerVCpu, MemoryOverheadPerGiB, MemoryOverheadTypical,
        IdleCpu, BootMedian, BootStorm, BootCpu, DiskIops, DiskBandwidth, DiskP99, DiskIopsAlone, DiskP99Alone, NetworkBandwidth, KsmIdentical, KsmUnique,
        .. Knee.All, .. KneeAtTenth.All, .. KneeAtHalf.All, .. KneeOfWide.All,
    ];

    /// <summary>The measure of that name, or null.</summary>
    public static Measure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);
}
