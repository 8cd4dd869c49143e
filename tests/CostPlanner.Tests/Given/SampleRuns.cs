using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>Benchmark runs for tests: on hardware, all checks passed, five replicates, round figures.</summary>
internal static class SampleRuns
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A knee of 32 vCPUs on 8 cores that passes and 33 that fails (4 and 4.125 per core), a thread worth 0.25 of a core (0.2 to 0.3), and
    /// 40 MiB + 8 MiB per vCPU + 2 MiB per GiB beside each guest.
    /// </summary>
    public static ImmutableArray<MeasuredValue> Values { get; } =
    [
        Value(Measures.SmtYield, 0.25, 0.2, 0.3),
        Value(Measures.Overcommit, 4.0, 4.0, 4.125),
        Value(Measures.GuestsAtKnee, 32, 32, 33),
        Value(Measures.MemoryOverheadBase, 40, 36, 44),
        Value(Measures.MemoryOverheadPerVCpu, 8, 7, 9),
        Value(Measures.MemoryOverheadPerGiB, 2, 1.5, 2.5),
        Value(Measures.MemoryOverheadTypical, 64, 62, 66),
    ];

    public static ImmutableArray<ValidityCheck> Checks { get; } =
        [ValidityCheck.Of(RejectReason.CalibrationDrift, "0.4 %", "at most 3 %", true), ValidityCheck.Of(RejectReason.GuestClock, "0.1 %", "at most 1 %", true)];

    public static MeasurementConditions Conditions { get; } = new()
    {
        HostClass = HostClass.Hardware,
        Plan = "standard",
        Seed = 7,
        QemuVersion = "7.2.22",
        Facts = [new("cpu-model", "Test CPU"), new("microcode", "0xa1")],
        Steps = ["cpu 1 30, five replicates"],
        Argv = ["qemu-system-x86_64", "-accel", "kvm"],
        Sha256 = ImmutableSortedDictionary<string, string>.Empty.Add("vmlinuz", new string('a', 64)),
    };

    /// <summary>A valid run.</summary>
    public static BenchmarkRun Valid { get; } = Of();

    public static BenchmarkRun Of(
        string id = "run-1",
        MeasurementConditions? conditions = null,
        ImmutableArray<MeasuredValue>? values = null,
        ImmutableArray<ValidityCheck>? checks = null,
        ImmutableArray<Replicate>? replicates = null) =>
        new(id, "0.1.0", Noon, Noon.AddMinutes(45), conditions ?? Conditions, replicates ?? Replicates(), values ?? Values, checks ?? Checks);

    /// <summary>Five replicates of two guests; the figures of a measure, if any, by replicate.</summary>
    public static ImmutableArray<Replicate> Replicates(string? measure = null, params double[] figures) =>
    [
        .. Enumerable.Range(1, measure is null ? 5 : figures.Length).Select(number => new Replicate
        {
            Number = number,
            Experiment = "cpu-cost",
            Guests = 2,
            Samples = [Sample(null), Sample(1), Sample(2)],
            Figures = measure is null ? ImmutableSortedDictionary<string, double>.Empty : ImmutableSortedDictionary<string, double>.Empty.Add(measure, figures[number - 1]),
        }),
    ];

    /// <summary>The values with one of them changed, or left away.</summary>
    public static ImmutableArray<MeasuredValue> With(Measure measure, MeasuredValue? value) =>
        [.. Values.Where(each => each.Name != measure.Name), .. new[] { value }.OfType<MeasuredValue>()];

    public static MeasuredValue Value(Measure measure, double value, double? low, double? high, int n = 5) =>
        new(measure.Name, value, low, high, n, measure.Unit, "made up for tests");

    private static GuestSample Sample(int? guest) => new()
    {
        Order = 0,
        Guest = guest,
        Command = "cpu 1 30",
        HostSeconds = 30.1,
        GuestSeconds = guest is null ? null : 30.0,
        ExitCode = 0,
        Output = "CPU speed:\n    events per second: 43470.24\n",
        Readings = ImmutableSortedDictionary<string, double>.Empty.Add("events-per-second", 43470.24).Add("p99-ms", 0.04),
    };
}
