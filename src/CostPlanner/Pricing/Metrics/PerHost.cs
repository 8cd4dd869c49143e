using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per host, whatever is in it (Vates, Oracle, the old editions of XenServer, free ESXi).</summary>
public static class PerHost
{
    /// <summary>The number of hosts.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate) =>
        new(estate.Hosts.Length, Message.Of("unit.host"), Message.Of("host.hosts", ("hosts", estate.Hosts.Length)));
}
