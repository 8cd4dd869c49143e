using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per core, with a floor per socket and a minimum per order (VMware by Broadcom, KB 313548).</summary>
public static class Core
{
    /// <summary>
    /// Σ over sockets of max(cores, min-per-socket), at least min-per-order; licences come singly, not in packs.
    /// 2 sockets of 12 cores at a floor of 16: 32.
    /// </summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var floor = rule.Parameter("min-per-socket", 0);
        var order = rule.Parameter("min-per-order", 0);
        var counted = estate.Hosts.Sum(host => host.Sockets * Math.Max(host.CoresPerSocket, floor));
        var billed = estate.Hosts.IsEmpty ? 0 : Math.Max(counted, order);
        var text = FormattableString.Invariant($"{estate.Hosts.Sum(host => host.Cores)} cores, at least {floor:0.##} per socket: {counted:0.##}");
        return new LicenceQuantity(billed, "core", billed > counted ? text + FormattableString.Invariant($"; the order's minimum is {order:0.##}") : text);
    }
}
