using CostPlanner.Model;
using CostPlanner.Pricing.Licences;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per host, whatever is in it (Vates, Oracle, the old editions of XenServer, free ESXi).</summary>
public static class PerHost
{
    /// <summary>The number of hosts. Refused beyond max-hosts, and for a host beyond max-sockets-per-host or max-memory-gib.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var most = rule.Limit("max-hosts");
        return new LicenceQuantity(estate.Hosts.Length, "host", FormattableString.Invariant($"{estate.Hosts.Length} hosts"))
        {
            Refusal = Limits.Hosts(estate, most, FormattableString.Invariant($"it is for {most:0.##}"))
                ?? Limits.Sockets(rule, estate)
                ?? Limits.Memory(rule, estate),
        };
    }
}
