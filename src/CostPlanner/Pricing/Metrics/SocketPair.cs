using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per pair of sockets of one host, a pair covering at most so many cores (Red Hat, OpenShift on bare metal).</summary>
public static class SocketPair
{
    private const int SocketsInPair = 2;

    /// <summary>
    /// Σ over hosts of max(⌈sockets / 2⌉, ⌈cores / cores-per-pair⌉): a pair never spans hosts. 3 sockets: 2;
    /// 2 sockets with 192 cores at 128 cores per pair: 2.
    /// </summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var cap = rule.Limit("cores-per-pair");
        var pairs = estate.Hosts.Sum(host => Math.Max(
            decimal.Ceiling((decimal)host.Sockets / SocketsInPair),
            cap is { } cores ? decimal.Ceiling(host.Cores / cores) : 0));
        return new LicenceQuantity(
            pairs,
            Message.Of("unit.socket-pair"),
            Message.Of("socket-pair.pairs", ("sockets", estate.Hosts.Sum(host => host.Sockets)), ("hosts", estate.Hosts.Length), ("pairs", pairs)));
    }
}
