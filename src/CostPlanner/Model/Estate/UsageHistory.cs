using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What the VMs of an estate used over time: for each VM samples in slots of one length, the same slots for all.</summary>
/// <remarks>Times are UTC. One sample is no history: there are at least two slots.</remarks>
public sealed record UsageHistory
{
    /// <summary>How many VMs a finding about use names before it says how many more there are.</summary>
    public const int NamesShown = 5;

    /// <summary>The longest slot that can be called a measurement: vCenter's own averages are longer after a week.</summary>
    public static readonly TimeSpan CoarseInterval = TimeSpan.FromMinutes(30);

    /// <summary>The files it was read from, names without folders.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>When the first slot begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The length of a slot: whole seconds, 1 and above.</summary>
    public required TimeSpan Interval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1), nameof(Interval));
            field = value;
        }
    }

    /// <summary>How many slots there are from the first sample to the last, 2 and above.</summary>
    public required int Slots
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Slots));
            field = value;
        }
    }

    /// <summary>The VMs that were seen; a VM that was never seen is not in it.</summary>
    public required ImmutableArray<VmUsage> Vms { get; init; }

    /// <summary>What was read and used, file by file.</summary>
    public ImmutableArray<SheetRows> Rows { get; init; } = [];

    /// <summary>What the reader had to say about the files.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The time from the first slot to the end of the last.</summary>
    public TimeSpan Period => Interval * Slots;

    /// <summary>When the last slot ends.</summary>
    public DateTimeOffset End => Start + Period;

    /// <summary>The hours, counted from Monday 1970-01-05 00:00 UTC, that a slot touches: the first and the last.</summary>
    public (long First, long Last) HoursOf(int slot)
    {
        var begins = Start - Duration.FirstMonday + (Interval * slot);
        var ends = begins + Interval - TimeSpan.FromSeconds(1);
        return ((long)Math.Floor(begins.TotalHours), (long)Math.Floor(ends.TotalHours));
    }
}
