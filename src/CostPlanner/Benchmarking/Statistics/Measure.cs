using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Something that runs measure.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Label">What it is, as printed.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Stop">When enough replicates of it were made.</param>
/// <param name="Thresholds">What between two runs counts as a difference.</param>
public sealed record Measure(string Name, string Label, string Unit, StopRule Stop, DifferenceThresholds Thresholds)
{
    /// <summary>The measure's value in a record.</summary>
    public MeasuredValue Value(Interval interval, string method) =>
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
    internal KneeMeasures Of(string suffix, string words)
    {
        Measure Other(Measure measure) => measure with { Name = $"{measure.Name}-{suffix}", Label = $"{measure.Label}, {words}" };
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
    public static Measure CpuAlu { get; } = new("cpu-alu", "Guest against bare host: computing", "ratio", Throughput, new(0.005, 0.02));

    /// <summary>The same for work that walks through memory.</summary>
    public static Measure CpuMemory { get; } = new("cpu-memory", "Guest against bare host: memory", "ratio", Throughput, new(0.005, 0.02));

    /// <summary>The same for work of the kernel: forks and context switches.</summary>
    public static Measure CpuKernel { get; } = new("cpu-kernel", "Guest against bare host: kernel", "ratio", Throughput, new(0.005, 0.02));

    /// <summary>What two guests on the two threads of a core do more than one guest on a core, as a share of the one.</summary>
    public static Measure SmtYield { get; } = new("smt-yield", "Worth of a second thread", "share", Throughput, new(0.01, 0.05));

    /// <summary>The fixed part of the memory that a guest takes beside its own.</summary>
    public static Measure MemoryOverheadBase { get; } = new("memory-overhead-base", "Memory beside a guest's: fixed", "MiB", Tails, new(1, 0.05));

    /// <summary>The part of it that grows with vCPUs.</summary>
    public static Measure MemoryOverheadPerVCpu { get; } = new(
        "memory-overhead-per-vcpu", "Memory beside a guest's: per vCPU", "MiB per vCPU", Tails, new(0.5, 0.05));

    /// <summary>The part of it that grows with memory.</summary>
    public static Measure MemoryOverheadPerGiB { get; } = new(
        "memory-overhead-per-gib", "Memory beside a guest's: per GiB", "MiB per GiB", Tails, new(0.1, 0.05));

    /// <summary>All of it for a guest of 2 vCPUs and 4 GiB.</summary>
    public static Measure MemoryOverheadTypical { get; } = new("memory-overhead-typical", "Memory beside a guest's: 2 vCPU, 4 GiB", "MiB", Tails, new(1, 0.05));

    /// <summary>What an idle guest costs the host.</summary>
    public static Measure IdleCpu { get; } = new("idle-cpu", "An idle guest", "share of a core", Tails, new(0.001, 0.10));

    /// <summary>Median time from `cont` to the guest's first word, for a guest that boots alone.</summary>
    public static Measure BootMedian { get; } = new("boot-median", "Boot alone, median", "s", Tails, new(0.1, 0.10));

    /// <summary>The p95 of the same where all guests boot at once.</summary>
    public static Measure BootStorm { get; } = new("boot-storm-p95", "Boot of all at once, p95", "s", Tails, new(0.1, 0.10));

    /// <summary>CPU seconds of the host for one boot.</summary>
    public static Measure BootCpu { get; } = new("boot-cpu", "CPU time of a boot", "s", Tails, new(0.1, 0.05));

    /// <summary>Disk operations per second of all guests together.</summary>
    public static Measure DiskIops { get; } = new("disk-iops", "Disk operations, all guests", "1/s", Throughput, new(10, 0.05));

    /// <summary>Disk bandwidth of all guests together.</summary>
    public static Measure DiskBandwidth { get; } = new("disk-bandwidth", "Disk bandwidth, all guests", "MiB/s", Throughput, new(1, 0.05));

    /// <summary>p99 of a disk operation, of the worst guest.</summary>
    public static Measure DiskP99 { get; } = new("disk-p99", "Disk operation, p99 of the worst guest", "ms", Tails, new(0.05, 0.10));

    /// <summary>Disk operations per second of one guest while the others are idle.</summary>
    public static Measure DiskIopsAlone { get; } = new("disk-iops-alone", "Disk operations, one guest", "1/s", Throughput, new(10, 0.05));

    /// <summary>p99 of a disk operation of one guest while the others are idle.</summary>
    public static Measure DiskP99Alone { get; } = new("disk-p99-alone", "Disk operation, p99 of one guest", "ms", Tails, new(0.05, 0.10));

    /// <summary>Bandwidth from guest to guest.</summary>
    public static Measure NetworkBandwidth { get; } = new("network-bandwidth", "Guest to guest", "Mbit/s", Throughput, new(10, 0.05));

    /// <summary>Memory that KSM saved, of guests that hold the same.</summary>
    public static Measure KsmIdentical { get; } = new("ksm-identical", "KSM, equal memory: saved", "share", Tails, new(0.01, 0.05));

    /// <summary>Memory that KSM saved, of guests of which each holds its own.</summary>
    public static Measure KsmUnique { get; } = new("ksm-unique", "KSM, different memory: saved", "share", Tails, new(0.01, 0.05));

    /// <summary>
    /// vCPUs of all guests per physical core at the knee of the density sweep: the value and its low end are the largest number of guests that
    /// always passes, the high end the smallest that always fails. A core's second thread is in it.
    /// </summary>
    public static Measure Overcommit { get; } = new("overcommit-ratio", "vCPUs per core at the knee", "vCPU per core", Throughput, new(0.1, 0.05));

    /// <summary>Guests at that knee: the value and the low end always pass, the high end always fails.</summary>
    public static Measure GuestsAtKnee { get; } = new("guests-at-knee", "Guests at the knee", "guests", Throughput, new(1, 0.05));

    /// <summary>p99 latency of the worst guest at the knee.</summary>
    public static Measure P99AtKnee { get; } = new("p99-at-knee", "p99 of the worst guest at the knee", "ms", Tails, new(0.05, 0.10));

    /// <summary>What a density sweep measures at a mean utilisation of a quarter, with guests of one vCPU: the one that assumptions are set by.</summary>
    public static KneeMeasures Knee { get; } = new(Overcommit, GuestsAtKnee, P99AtKnee);

    /// <summary>The same at a tenth: "overcommit-ratio-10", "guests-at-knee-10", "p99-at-knee-10".</summary>
    public static KneeMeasures KneeAtTenth { get; } = Knee.Of("10", "at 10 %");

    /// <summary>The same at a half: "overcommit-ratio-50" and so on.</summary>
    public static KneeMeasures KneeAtHalf { get; } = Knee.Of("50", "at 50 %");

    /// <summary>The same at a quarter with guests of four vCPUs, which wait for each other: "overcommit-ratio-4-vcpu" and so on.</summary>
    public static KneeMeasures KneeOfWide { get; } = Knee.Of("4-vcpu", "with 4 vCPUs");

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
