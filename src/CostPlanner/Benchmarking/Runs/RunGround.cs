using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>What the replicates of a run stand on: what was prepared, the folder and thread of the guests, the guest's tools for the bare host, and the host's memory.</summary>
internal sealed record RunGround(PreparedRun Prepared, GuestRun Run, NativeTools Native, ByteSize? Memory)
{
    /// <summary>The plan.</summary>
    public RunPlan Plan => Prepared.Plan;

    /// <summary>QEMU's line for a guest.</summary>
    public GuestLine Line(string name, GuestShape shape, string? scratch, bool plantsFaults = false) =>
        new(name, Prepared.Image, Plan.Accelerator, shape.VCpus, shape.MemoryMib, scratch, plantsFaults);

    /// <summary>A guest's disk on the storage to be judged.</summary>
    public ScratchFile Scratch(string name, int mib) => throw new NotImplementedException(name + mib);

    /// <summary>Throws where the guests of a script would leave the host less memory than must be left to it.</summary>
    public void RequireMemory(Script script)
    {
        if (HostReading.Take().MemoryAvailable is not { } available || Memory is not { } all)
        {
            throw GuestTrouble.Of(RejectReason.MemoryFloor, "the host does not tell its memory");
        }

        var left = available.MiBRoundedDown - script.Guests.Sum(shape => (long)PlanHost.TakenMib(shape, Plan.Accelerator));
        if (left < PlanHost.LeftMib(all))
        {
            throw GuestTrouble.Of(
                RejectReason.MemoryFloor,
                FormattableString.Invariant($"{script.Guests.Length} guests would leave {Math.Max(0, left)} MiB to the host, which keeps {PlanHost.LeftMib(all)} MiB"));
        }
    }
}
