using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Windows Server up to 2012 R2: by processors of every host a VM may run on.</summary>
/// <remarks>Only hosts that may run a Windows Server VM count. A licence is never split between hosts.</remarks>
public static class WindowsBySocket
{
    /// <summary>Datacenter: Σ over hosts of ⌈sockets / sockets-per-unit⌉. 1 socket at 2 per licence: 1.</summary>
    public static LicenceQuantity CountDatacenter(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = estate.WithWindows;
        var units = hosts.Sum(host => UnitsOf(rule, host));
        return Quantity(rule, units, Message.Of("windows-processor.any", ("sockets", hosts.Sum(host => host.Sockets)), ("hosts", hosts.Length)));
    }

    /// <summary>Standard: the same once for every set of VMs that may run on the host at once. 2 sockets, 10 VMs: 5.</summary>
    public static LicenceQuantity CountStandard(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = estate.WithWindows;
        var set = rule.Parameter("vms-per-set", 2);
        var units = hosts.Sum(host => UnitsOf(rule, host) * decimal.Ceiling(host.WindowsVms / set));
        return Quantity(
            rule,
            units,
            Message.Of("windows-processor.sets", ("sockets", hosts.Sum(host => host.Sockets)), ("hosts", hosts.Length), ("vms", set)));
    }

    private static decimal UnitsOf(LicenceRule rule, LicensedHost host) => decimal.Ceiling(host.Sockets / rule.Parameter("sockets-per-unit", 2));

    private static LicenceQuantity Quantity(LicenceRule rule, decimal units, Message counted) =>
        new(units, Message.Of("unit.processors", ("sockets", rule.Parameter("sockets-per-unit", 2))), counted);
}
