using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per CPU licence that brings so much memory for VMs to a pool of the estate (vSphere 5.0, July 2011 to August 2012).</summary>
public static class MemoryPool
{
    /// <summary>
    /// max(sockets, ⌈Σ configured memory of powered-on VMs / gib-per-licence⌉); of one VM at most max-gib-per-vm counts.
    /// 2 sockets and 128 GiB at 24: 6. A gigabyte of the rule is a GiB.
    /// </summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var each = rule.Parameter("gib-per-licence", 1);
        var most = rule.Limit("max-gib-per-vm");
        var sockets = estate.Hosts.Sum(host => host.Sockets);
        var pool = estate.Hosts.SelectMany(host => host.VmMemory).Sum(memory => Math.Min(memory.GiB, most ?? memory.GiB));
        return new LicenceQuantity(
            Math.Max(sockets, decimal.Ceiling(pool / each)),
            Message.Of("unit.cpu-licence"),
            most is { } cap
                ? Message.Of("vram.capped", ("sockets", sockets), ("gib", pool), ("most", cap), ("each", each))
                : Message.Of("vram.pooled", ("sockets", sockets), ("gib", pool), ("each", each)));
    }
}
