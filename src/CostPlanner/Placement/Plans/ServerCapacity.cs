using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>What a server may promise to VMs under one platform.</summary>
/// <param name="Cpu">CPU it may carry, in the unit asked for: vCPUs, or busy cores of the reference CPU.</param>
/// <param name="Memory">Memory it may give out.</param>
/// <param name="LocalStorage">Storage inside it that may be filled.</param>
public sealed record ServerCapacity(decimal Cpu, ByteSize Memory, ByteSize LocalStorage)
{
    /// <summary>What it adds to the storage pool of its cluster that may be filled: raw storage × vSAN fill.</summary>
    public ByteSize PooledStorage { get; init; }

    /// <summary>
    /// CPU = (cores − reserved cores + extra threads × thread yield) × worth of a core × CPU target, for vCPUs × overcommit: a core is promised
    /// to several of them, and cannot be busy more than once;
    /// memory = (installed − reserve) × overcommit × memory target; storage = local storage × storage target.
    /// A server too small for the reserve promises nothing.
    /// </summary>
    public static ServerCapacity Of(PlannedHost server, PlatformFamily platform, AssumptionSet assumptions, CpuUnit unit = CpuUnit.VCpus)
    {
        var extraThreads = Math.Max(0, server.Threads - server.Cores);
        var cores = server.Cores - assumptions.Of(AssumptionIds.ReservedCores)
            + (extraThreads * assumptions.Of(AssumptionIds.ThreadYield));
        var promised = unit == CpuUnit.VCpus ? assumptions.Of(AssumptionIds.CpuOvercommit) : 1;
        var reserve = HostReserve.Memory(platform, server.Memory, assumptions);
        var left = server.Memory > reserve ? server.Memory - reserve : ByteSize.Zero;
        return new ServerCapacity(
            Math.Max(0, cores) * server.CoreFactor * promised * assumptions.Of(AssumptionIds.CpuTarget),
            left * (assumptions.Of(AssumptionIds.MemoryOvercommit) * assumptions.Of(AssumptionIds.MemoryTarget)),
            server.LocalStorage * assumptions.Of(AssumptionIds.StorageTarget))
        {
            PooledStorage = server.PooledStorage > ByteSize.Zero ? server.PooledStorage * assumptions.Of(AssumptionIds.VsanFill) : ByteSize.Zero,
        };
    }
}
