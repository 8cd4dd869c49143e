using System.Collections.Concurrent;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Running;

/// <summary>Where the power of a server comes from, the best source first.</summary>
public enum PowerSource
{
    /// <summary>Measured for servers with its CPU (SPECpower).</summary>
    Measured,

    /// <summary>Estimated by the thermal design power of its CPU.</summary>
    ByTdp,

    /// <summary>The assumption for any host.</summary>
    Assumed,
}

/// <summary>What a server draws on average.</summary>
/// <param name="Average">The power at the average load.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ServerPower(Power Average, PowerSource Source)
{
    private const int SocketsMeasured = 2;

    /// <summary>
    /// Where the CPU has SPECpower results: idle + (full − idle) × average load, of servers with two such CPUs, scaled by the number of
    /// sockets. Else, where the CPU is in the catalogue: TDP × sockets × curve(average load) × (1 + share beside the CPUs). Else the assumed
    /// power of a host.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="cpus">The catalogue.</param>
    /// <param name="assumptions">The load, and what stands in for what is not known.</param>
    /// <param name="cache">Keeps what was found: the catalogue is searched by words, and asked for the same few every time.</param>
    public static ServerPower Of(PlannedHost server, CpuCatalogue cpus, AssumptionSet assumptions, CaseCache cache) =>
        CpuOf(server.CpuModel, cpus, cache) switch
    {
        { Idle: { } idle, Full: { } full } => new ServerPower(Measured(idle, full, server, assumptions), PowerSource.Measured),
        { Tdp: { } tdp } => new ServerPower(ByTdp(tdp, server.Sockets, Load(assumptions), assumptions), PowerSource.ByTdp),
        _ => new ServerPower(new Power(assumptions.Of(AssumptionIds.HostPower)), PowerSource.Assumed),
    };

    private static CpuModel? CpuOf(string? words, CpuCatalogue cpus, CaseCache cache) =>
        words is null ? null : cache.Of(cpus, static _ => new Found()).GetOrAdd(words, cpus.Find);

    /// <summary>TDP × sockets × curve(load) × (1 + share beside the CPUs); the curve by Teads, the share by Boavizta.</summary>
    public static Power ByTdp(Power tdp, int sockets, Fraction load, AssumptionSet assumptions)
    {
        var curve = new PowerCurve(
            assumptions.Of(AssumptionIds.TdpPowerIdle),
            assumptions.Of(AssumptionIds.TdpPower10),
            assumptions.Of(AssumptionIds.TdpPower50),
            assumptions.Of(AssumptionIds.TdpPowerFull));
        return tdp * (sockets * curve.At(load) * (1 + assumptions.Of(AssumptionIds.PowerBesideCpu)));
    }

    private static Power Measured(Power idle, Power full, PlannedHost server, AssumptionSet assumptions)
    {
        var pair = idle.Watts + ((full.Watts - idle.Watts) * Load(assumptions).Value);
        return new Power(pair * server.Sockets / SocketsMeasured);
    }

    private static Fraction Load(AssumptionSet assumptions) => new(assumptions.Of(AssumptionIds.AverageLoad));

    private sealed class Found() : ConcurrentDictionary<string, CpuModel?>(StringComparer.Ordinal);
}
