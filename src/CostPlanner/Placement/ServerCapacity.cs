using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>What a server may promise to VMs under one platform.</summary>
/// <param name="VCpus">vCPUs it may carry.</param>
/// <param name="Memory">Memory it may give out.</param>
/// <param name="LocalStorage">Storage inside it that may be filled.</param>
public sealed record ServerCapacity(decimal VCpus, ByteSize Memory, ByteSize LocalStorage)
{
    /// <summary>
    /// vCPUs = (cores − reserved cores + extra threads × thread yield) × overcommit × CPU target;
    /// memory = (installed − reserve) × overcommit × memory target; storage = local storage × storage target.
    /// A server too small for the reserve promises nothing.
    /// </summary>
    public static ServerCapacity Of(Server server, PlatformFamily platform, AssumptionSet assumptions)
    {
        var extraThreads = Math.Max(0, server.Threads - server.Cores);
        var cores = server.Cores - assumptions.Of(AssumptionIds.ReservedCores)
            + (extraThreads * assumptions.Of(AssumptionIds.ThreadYield));
        var reserve = HostReserve.Memory(platform, server.Memory, assumptions);
        var left = server.Memory > reserve ? server.Memory - reserve : ByteSize.Zero;
        return new ServerCapacity(
            Math.Max(0, cores) * assumptions.Of(AssumptionIds.CpuOvercommit) * assumptions.Of(AssumptionIds.CpuTarget),
            left * (assumptions.Of(AssumptionIds.MemoryOvercommit) * assumptions.Of(AssumptionIds.MemoryTarget)),
            server.LocalStorage * assumptions.Of(AssumptionIds.StorageTarget));
    }
}
