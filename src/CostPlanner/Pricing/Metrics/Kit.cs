using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>One kit for so many hosts of so many sockets (vSphere Essentials); kits do not add up beyond max-kits.</summary>
public static class Kit
{
    /// <summary>
    /// ⌈hosts / max-hosts⌉. 3 hosts at 3: 1. Refused beyond max-kits (1 where the row has none).
    /// </summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = rule.Parameter("max-hosts", 1);
        var most = rule.Parameter("max-kits", 1);
        var allowed = most == 1
            ? Message.Of("allowed.kit", ("hosts", hosts))
            : Message.Of("allowed.kits", ("kits", most), ("hosts", hosts));
        return new LicenceQuantity(
            decimal.Ceiling(estate.Hosts.Length / hosts),
            Message.Of("unit.kit"),
            Message.Of("kit.hosts", ("hosts", estate.Hosts.Length), ("each", hosts)))
        {
            Refusal = Limits.Hosts(estate.Hosts.Length, hosts * most, allowed),
        };
    }
}
