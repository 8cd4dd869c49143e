using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>What a server draws on average.</summary>
/// <param name="Average">The power at the average load.</param>
/// <param name="Measured">Whether it was measured for its CPU (SPECpower); otherwise it is the assumption for any host.</param>
public sealed record ServerPower(Power Average, bool Measured)
{
    private const int SocketsMeasured = 2;

    /// <summary>
    /// idle + (full − idle) × average load, from SPECpower results of servers with two such CPUs, scaled by the number of
    /// sockets; the assumed power of a host where the CPU has no result.
    /// </summary>
    public static ServerPower Of(Server server, CpuCatalogue cpus, AssumptionSet assumptions)
    {
        if (cpus.Find(server.CpuModel) is not { Idle: { } idle, Full: { } full })
        {
            return new ServerPower(new Power(assumptions.Of(AssumptionIds.HostPower)), false);
        }

        var pair = idle.Watts + ((full.Watts - idle.Watts) * assumptions.Of(AssumptionIds.AverageLoad));
        return new ServerPower(new Power(pair * server.Sockets / SocketsMeasured), true);
    }
}
