using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Windows Server from 2016 on: all cores of every host a VM may run on, sold in packs of cores.</summary>
/// <remarks>Only hosts that may run a Windows Server VM count.</remarks>
public static class WindowsByCore
{
    /// <summary>Datacenter: each host's cores once, any number of VMs. 2 sockets of 10 cores: 20 cores.</summary>
    public static LicenceQuantity CountDatacenter(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = estate.WithWindows;
        var cores = hosts.Sum(host => CoresOf(rule, host));
        return Quantity(rule, cores, Message.Of("windows-core.any", ("cores", cores), ("hosts", hosts.Length)));
    }

    /// <summary>
    /// Standard: each host's cores once for every set of VMs that may run there at once, sets = ⌈VMs / vms-per-set⌉.
    /// 4 sockets of 8 cores, 10 VMs: 32 × 5 = 160 cores.
    /// </summary>
    public static LicenceQuantity CountStandard(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = estate.WithWindows;
        var set = rule.Parameter("vms-per-set", 2);
        var cores = hosts.Sum(host => CoresOf(rule, host) * decimal.Ceiling(host.WindowsVms / set));
        return Quantity(rule, cores, Message.Of("windows-core.sets", ("cores", cores), ("hosts", hosts.Length), ("vms", set)));
    }

    /// <summary>
    /// Cores to license on one host: max(Σ over sockets of max(cores, min-per-socket), min-per-host), in whole packs of cores-per-pack.
    /// 1 socket of 17 cores in packs of 2: 18.
    /// </summary>
    private static decimal CoresOf(LicenceRule rule, LicensedHost host)
    {
        var pack = rule.Parameter("cores-per-pack", 1);
        var cores = Math.Max(host.CoresAtLeast(rule.Parameter("min-per-socket", 0)), rule.Parameter("min-per-host", 0));
        return decimal.Ceiling(cores / pack) * pack;
    }

    private static LicenceQuantity Quantity(LicenceRule rule, decimal cores, Message counted)
    {
        var unit = rule.Parameter("cores-per-unit", 1);
        return new LicenceQuantity(
            cores / unit,
            Message.Of("unit.whole-cores", ("cores", unit)),
            rule.Limit("cores-per-pack") is { } pack ? Message.Of("windows-core.packs", ("counted", counted), ("cores", pack)) : counted);
    }
}
