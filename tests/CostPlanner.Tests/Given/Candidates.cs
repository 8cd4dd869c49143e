using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>Runs of two made-up servers that have every kind of figure: by replicate, fitted, and a density sweep with its samples.</summary>
internal static class Candidates
{
    private const int PerGuest = 100;

    /// <summary>8 cores; the knee is at 32 guests: 48 are late.</summary>
    public static BenchmarkRun A { get; } = Of("r760-standard", "Xeon Gold 6448Y", 0.971, 32, 33, 12.4);

    /// <summary>The same plan on a server that computes 2 % slower in a guest and carries 40 guests.</summary>
    public static BenchmarkRun B { get; } = Of("dl385-standard", "EPYC 9354", 0.951, 40, 42, 11.9);

    /// <summary>The first as a self-test, with a check that failed and a replicate that was rejected.</summary>
    public static BenchmarkRun SelfTest { get; } = SampleRuns.Of(
        "try-1",
        A.Conditions with { Plan = MeasurementConditions.SelfTest, HostClass = HostClass.Emulated },
        A.Values,
        [.. A.Checks, ValidityCheck.Of(RejectReason.ForeignLoad, "31 %", "at most 5 %", false)],
        [.. A.Replicates, A.Replicates[0] with { Number = A.Replicates.Length + 1, Rejected = new Rejection(RejectReason.GuestClock, "guest 2: 11.34 s where the host saw 30.02 s"), Figures = ImmutableSortedDictionary<string, double>.Empty }]);

    private static BenchmarkRun Of(string id, string cpu, double alu, int knee, int fails, double p99) => SampleRuns.Of(
        id,
        SampleRuns.Conditions with
        {
            Facts = [new("machine-model", cpu.StartsWith('X') ? "PowerEdge R760" : "ProLiant DL385"), new("cpu-model", cpu), new("cores", "8"), new("kernel", "6.12.48"), new("governor", "performance")],
            Argv = ["qemu-system-x86_64", "-machine", "q35,accel=kvm", "-sandbox", "on"],
        },
        [
            SampleRuns.Value(Measures.CpuAlu, alu, alu - 0.004, alu + 0.004, 6),
            SampleRuns.Value(Measures.CpuKernel, 0.83, null, null, 1),
            SampleRuns.Value(Measures.BootMedian, 1.24, 1.18, 1.31, 6),
            SampleRuns.Value(Measures.DiskIops, 123_456, 120_000, 126_900, 6),
            .. SampleRuns.Values.Where(value => !value.Name.StartsWith("overcommit", StringComparison.Ordinal) && !value.Name.StartsWith("guests", StringComparison.Ordinal)),
            SampleRuns.Value(Measures.Overcommit, knee / 8.0, knee / 8.0, fails / 8.0),
            SampleRuns.Value(Measures.GuestsAtKnee, knee, knee, fails),
            SampleRuns.Value(Measures.P99AtKnee, p99 * 2.6, p99 * 2.4, p99 * 2.9),
        ],
        replicates: [.. Cpu(alu), .. Density(knee, p99)]);

    private static IEnumerable<Replicate> Cpu(double alu) => new[] { -0.003, 0.001, 0.004, -0.002, 0.002, -0.001 }.Select((off, index) => new Replicate
    {
        Number = index + 1,
        Experiment = "cpu-cost",
        Guests = 1,
        Figures = ImmutableSortedDictionary<string, double>.Empty.Add(Measures.CpuAlu.Name, alu + off).Add(Measures.BootMedian.Name, 1.24 + (10 * off)),
    });

    /// <summary>Each guest is offered 100 events a second. Up to the knee all is delivered, and p99 doubles on the way; beyond, what the knee delivered is shared, and p99 grows with the square.</summary>
    private static IEnumerable<Replicate> Density(int knee, double alone) => new[] { 1, 2, 4, 8, 16, 32, 48, 40, 36, knee, knee }.Select((guests, index) =>
    {
        var over = Math.Max(1, (double)guests / knee);
        var p99 = alone * (1 + ((double)guests / knee)) * Math.Pow(over, 8) * (1 + (0.02 * (index % 3)));
        return new Replicate
        {
            Number = index + 7,
            Experiment = "density",
            Guests = guests,
            Samples = [.. Enumerable.Range(1, guests).SelectMany(guest => new[] { Sample(0, guest, true, PerGuest, p99), Sample(1, guest, false, PerGuest / over, p99) })],
        };
    });

    private static GuestSample Sample(int order, int guest, bool isWarmUp, double delivered, double p99) => new()
    {
        Order = order,
        Guest = guest,
        Command = FormattableString.Invariant($"rate 1 30 {PerGuest}"),
        IsWarmUp = isWarmUp,
        HostSeconds = 30,
        GuestSeconds = 30,
        ExitCode = 0,
        Output = FormattableString.Invariant(
            $"CPU speed:\n    events per second: {delivered:0.00}\n\nGeneral statistics:\n    total time:                          30.0004s\n    total number of events:              {30 * delivered:0}\n\nLatency (ms):\n         max:                                    99.99\n         99th percentile:                        {p99:0.00}\n"),
    };
}
