using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>The four plans.</summary>
internal static class PlanTimings
{
    private const int Half = 512;
    private const int Quarter = 256;
    private const int Small = 192;

    /// <summary>The whole path in about 90 seconds under TCG on two busy CPUs; its figures mean nothing.</summary>
    private static readonly PlanTiming SelfTest = new()
    {
        Name = MeasurementConditions.SelfTest,
        Accelerator = Accelerator.Tcg,
        Repeats = Repeats.Fixed(1),
        Cpu = new Window(1, 1),
        Smt = new Window(1, 1),
        Idle = new Window(1, 1),
        Disk = new Window(1, 1),
        Network = new Window(1, 1),
        Ksm = 1,
        BootRounds = 1,
        Density = new Window(1, 1),
        DensityBaselines = 1,
        DensityReplicates = 1,
        Densities = [Main(Small)],
        GuestMib = Quarter,
        MemoryShapes = [[new(1, Small), new(1, 224), new(1, Quarter), new(2, Small), new(2, 224), new(2, Quarter)]],
        FillMibPerSecond = 100,
        MostGuests = 2,
        Together = 2,
        IdleGuests = 1,
        ScratchMib = 64,
        ToBoot = TimeSpan.FromSeconds(90),
        ForBoot = TimeSpan.FromMilliseconds(1500),
        ForGuest = TimeSpan.FromMilliseconds(1700),
        QuietSeconds = 1,
        WarmUpSeconds = 1,
        MostRejected = 2,
    };

    /// <summary>About 8 minutes.</summary>
    private static readonly PlanTiming Quick = new()
    {
        Name = "quick",
        Accelerator = Accelerator.Kvm,
        Repeats = Repeats.Fixed(3),
        Cpu = new Window(1, 3),
        BootRounds = 3,
        Density = new Window(1, 5),
        DensityBaselines = 1,
        DensityReplicates = 2,
        Densities = [Main(Quarter)],
        GuestMib = Quarter,
        MemoryShapes = [Shapes(Quarter), Shapes(Small)],
        FillMibPerSecond = 200,
        Together = 4,
        IdleGuests = 4,
        ScratchMib = 1024,
        ToBoot = TimeSpan.FromSeconds(120),
        ForBoot = TimeSpan.FromSeconds(3),
        ForGuest = TimeSpan.FromMilliseconds(40),
        QuietSeconds = 5,
        WarmUpSeconds = 10,
        MostRejected = 3,
    };

    /// <summary>About 45 minutes.</summary>
    private static readonly PlanTiming Standard = Quick with
    {
        Name = "standard",
        Repeats = Repeats.Fixed(5),
        Cpu = new Window(3, 8),
        Smt = new Window(3, 6),
        Idle = new Window(10, 30),
        Disk = new Window(3, 12),
        Network = new Window(3, 10),
        BootRounds = 6,
        Density = new Window(5, 20),
        DensityBaselines = 3,
        DensityReplicates = 5,
        WarmUpSeconds = 30,
        MemoryShapes = [Shapes(Half), Shapes(Quarter), Shapes(Small)],
        MostRejected = 5,
    };

    /// <summary>About 3 hours.</summary>
    private static readonly PlanTiming Thorough = Standard with
    {
        Name = "thorough",
        Repeats = Repeats.Adaptive,
        Cpu = new Window(5, 20),
        Smt = new Window(5, 15),
        Idle = new Window(10, 60),
        Disk = new Window(5, 20),
        Network = new Window(5, 20),
        Ksm = 60,
        BootRounds = 10,
        Density = new Window(8, 30),
        Densities =
        [
            Main(Quarter),
            new DensityLoad("density-10", 10, new GuestShape(1, Quarter), Measures.KneeAtTenth),
            new DensityLoad("density-50", 50, new GuestShape(1, Quarter), Measures.KneeAtHalf),
            new DensityLoad("density-4-vcpu", MainPercent, new GuestShape(4, Half), Measures.KneeOfWide),
        ],
    };

    private const int MainPercent = 25;

    /// <summary>All, from the shortest.</summary>
    public static ImmutableArray<PlanTiming> All { get; } = [SelfTest, Quick, Standard, Thorough];

    private static DensityLoad Main(int mib) => new("density", MainPercent, new GuestShape(1, mib), Measures.Knee);

    // vCPUs and memory varied apart from each other; 20 times the least memory in all.
    private static ImmutableArray<GuestShape> Shapes(int mib) =>
        [new(1, mib), new(1, 4 * mib), new(2, 2 * mib), new(2, 8 * mib), new(4, mib), new(4, 4 * mib)];
}
