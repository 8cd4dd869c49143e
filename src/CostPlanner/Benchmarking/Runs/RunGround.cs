using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>What the replicates of a run stand on: what was prepared, the folder and thread of the guests, the guest's tools for the bare host, and the host's memory.</summary>
internal sealed record RunGround(PreparedRun Prepared, GuestRun Run, NativeTools Native, ByteSize? Memory)
{
    /// <summary>What a guest may take beside its memory, for the floor of free memory only.</summary>
    private const int BesideMib = 192;

    private const int MibPerGib = 1024;
    private static readonly ByteSize Floor = ByteSize.FromGiB(2);
    private const decimal FloorShare = 0.1m;

    /// <summary>The plan.</summary>
    public RunPlan Plan => Prepared.Plan;

    /// <summary>QEMU's line for a guest.</summary>
    public GuestLine Line(string name, GuestShape shape, string? scratch, bool plantsFaults = false) =>
        new(name, Prepared.Image, Plan.Accelerator, shape.VCpus, shape.MemoryMib, scratch, plantsFaults);

    /// <summary>A guest's disk on the storage to be judged.</summary>
    public ScratchFile Scratch(string name, int mib) => throw new NotImplementedException(name + mib);

    /// <summary>Throws where the host would keep too little memory for itself: 2 GiB and a tenth of all.</summary>
    public void RequireMemory(Script script)
    {
        if (HostReading.Take().MemoryAvailable is not { } available)
        {
            throw GuestTrouble.Of(RejectReason.MemoryFloor, "the host does not say how much memory is available");
        }

        var keeps = Math.Max(Floor.GiB, FloorShare * (Memory?.GiB ?? 0));
        var left = available.GiB - ((script.MemoryMib + (BesideMib * (decimal)script.Guests.Length)) / MibPerGib);
        if (left < keeps)
        {
            throw GuestTrouble.Of(
                RejectReason.MemoryFloor,
                FormattableString.Invariant($"{script.Guests.Length} guests would leave {Math.Max(0, left):0.#} GiB to the host, which keeps {keeps:0.#} GiB"));
        }
    }
}
