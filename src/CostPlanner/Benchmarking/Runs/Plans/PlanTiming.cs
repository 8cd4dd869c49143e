using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Scripts;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>How long and how often a plan measures; null is what the plan leaves out.</summary>
internal sealed record PlanTiming
{
    public required string Name { get; init; }

    public required Accelerator Accelerator { get; init; }

    public required Repeats Repeats { get; init; }

    public required Window Cpu { get; init; }

    public Window? Smt { get; init; }

    public Window? Idle { get; init; }

    public Window? Disk { get; init; }

    public Window? Network { get; init; }

    /// <summary>Seconds for which merging is waited for, at most.</summary>
    public int? Ksm { get; init; }

    /// <summary>Rounds of boots: one guest, two, a storm.</summary>
    public required int BootRounds { get; init; }

    public required Window Density { get; init; }

    /// <summary>Boots for a guest's capacity, and again for a guest alone.</summary>
    public required int DensityBaselines { get; init; }

    public required int DensityReplicates { get; init; }

    public ImmutableArray<DensityLoad> Densities { get; init; } = [];

    /// <summary>Memory of a guest whose memory is not what is measured, in MiB.</summary>
    public required int GuestMib { get; init; }

    /// <summary>The guests whose memory is measured, the choice that needs most first: the first that fits is taken.</summary>
    public required ImmutableArray<ImmutableArray<GuestShape>> MemoryShapes { get; init; }

    /// <summary>How fast a guest fills memory, in MiB per second.</summary>
    public required int FillMibPerSecond { get; init; }

    /// <summary>The most guests of a storm and of a density sweep; null where cores and memory alone set the limit.</summary>
    public int? MostGuests { get; init; }

    /// <summary>Guests that work at once where the number is not what is measured.</summary>
    public required int Together { get; init; }

    public required int IdleGuests { get; init; }

    public required int ScratchMib { get; init; }

    public required TimeSpan ToBoot { get; init; }

    public required TimeSpan ForBoot { get; init; }

    public required TimeSpan ForGuest { get; init; }

    public required int QuietSeconds { get; init; }

    /// <summary>How long all CPUs compute before a calibration is read: longer than CPUs may draw more power than for good, as a rule 28 s.</summary>
    public required int WarmUpSeconds { get; init; }

    public required int MostRejected { get; init; }
}
