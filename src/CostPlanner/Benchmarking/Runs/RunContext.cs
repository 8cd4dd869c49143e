using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>
/// What the replicates of a run stand on: what was prepared, the folder and thread of the guests, the guest's tools for the bare host, and the disks on the
/// storage to be judged.
/// </summary>
internal sealed record RunContext(PreparedRun Prepared, GuestRun Run, NativeTools Native, ScratchDisks? Disks)
{
    /// <summary>The plan.</summary>
    public RunPlan Plan => Prepared.Plan;

    /// <summary>QEMU's line for a guest of a replicate; a disk that it needs is written the first time and kept for the replicates that follow.</summary>
    /// <param name="replicate">The number of the replicate.</param>
    /// <param name="guest">The number of the guest in it, from 1.</param>
    /// <param name="shape">What the guest is like.</param>
    /// <param name="calledOff">Stops the writing of a disk.</param>
    public GuestLine Line(int replicate, int guest, GuestShape shape, CancellationToken calledOff) => new(
        FormattableString.Invariant($"{replicate}-{guest}"),
        Prepared.Image,
        Plan.Accelerator,
        shape.VCpus,
        shape.MemoryMib,
        shape.ScratchMib > 0 ? Disk(guest, shape.ScratchMib, calledOff) : null,
        Nic: shape.HasNic ? new GuestNic(FormattableString.Invariant($"{replicate}"), guest) : null);

    /// <summary>QEMU's line for a guest that faults are planted in.</summary>
    public GuestLine Faulty(string name, GuestShape shape) => new(name, Prepared.Image, Plan.Accelerator, shape.VCpus, shape.MemoryMib, PlantsFaults: true);

    /// <summary>Throws where the guests of a script would leave the host less memory than must be left to it.</summary>
    public void RequireMemory(Script script)
    {
        if (HostReading.Take().MemoryAvailable is not { } available || Prepared.Facts.Memory.Memory is not { } all)
        {
            throw GuestException.Of(RejectReason.MemoryFloor, Message.Of("run.memory-unknown"));
        }

        var left = available.MiBRoundedDown - script.Guests.Sum(shape => (long)PlanHost.TakenMib(shape, Plan.Accelerator));
        if (left < PlanHost.LeftMib(all))
        {
            throw GuestException.Of(
                RejectReason.MemoryFloor,
                Message.Of(
                    "run.memory-left", ("guests", script.Guests.Length), ("left", Math.Max(0, left)), ("kept", PlanHost.LeftMib(all))));
        }
    }

    private string Disk(int guest, int mib, CancellationToken calledOff)
    {
        var name = FormattableString.Invariant($"disk-{guest}-{mib}");
        var path = Path.Combine(Disks!.Folder, name);
        return File.Exists(path) ? path : Disks.Make(name, mib, SeedOf(guest), calledOff);
    }

    private int SeedOf(int guest) => unchecked((Prepared.Request.Seed * 31) + guest);
}
