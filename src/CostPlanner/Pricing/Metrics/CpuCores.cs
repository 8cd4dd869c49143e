using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per CPU licence that covers so many cores of one CPU (VMware's 32-core rule of 2020).</summary>
public static class CpuCores
{
    /// <summary>Σ over sockets of ⌈cores / cores-per-licence⌉. 2 sockets of 48 cores at 32: 4.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var covered = rule.Limit("cores-per-licence");
        var licences = estate.Hosts.Sum(host => host.Sockets * (covered is { } limit ? decimal.Ceiling(host.CoresPerSocket / limit) : 1));
        var sockets = estate.Hosts.Sum(host => host.Sockets);
        return new LicenceQuantity(
            licences,
            Message.Of("unit.cpu-licence"),
            covered is { } cores
                ? Message.Of("cpu-cores.covered", ("sockets", sockets), ("cores", cores), ("licences", licences))
                : Message.Of("cpu-cores.each", ("sockets", sockets), ("licences", licences)));
    }
}
