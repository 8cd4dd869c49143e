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
        var each = covered is null ? "a licence for each" : FormattableString.Invariant($"a licence for each {covered:0.##} cores of a socket");
        return new LicenceQuantity(
            licences,
            "CPU licence",
            FormattableString.Invariant($"{estate.Hosts.Sum(host => host.Sockets)} sockets, {each}: {licences:0.##}"));
    }
}
