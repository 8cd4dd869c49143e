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
        return Quantity(rule, cores, FormattableString.Invariant($"{cores:0} cores of {hosts.Length} hosts, any number of VMs"));
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
        return Quantity(rule, cores, FormattableString.Invariant($"{cores:0} cores of {hosts.Length} hosts, once for each {set:0} VMs that may run on a host"));
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

    private static LicenceQuantity Quantity(LicenceRule rule, decimal cores, string text)
    {
        var unit = rule.Parameter("cores-per-unit", 1);
        var packs = rule.Limit("cores-per-pack") is { } pack ? FormattableString.Invariant($", in packs of {pack:0.##}") : "";
        return new LicenceQuantity(cores / unit, FormattableString.Invariant($"{unit:0} cores"), text + packs);
    }
}
