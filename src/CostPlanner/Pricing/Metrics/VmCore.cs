using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per core of each VM that carries it, with a least number for each VM (SQL Server by VM: 4 cores, in packs of 2).</summary>
/// <remarks>Microsoft Learn, SQL Server enabled by Azure Arc: at least four core licences for each VM.</remarks>
public static class VmCore
{
    /// <summary>
    /// Σ over VMs of ⌈max(vCPUs, min-per-vm) / cores-per-unit⌉, each VM once, wherever it runs: licences that move with it (Software Assurance).
    /// 2 VMs of 2 vCPUs, 4 cores at least, packs of 2: 4.
    /// </summary>
    /// <remarks>
    /// With stays-on-host a licence belongs to a host: each has as many as VMs may run on it at once, and any of its pool's may be among them, so the
    /// widest are taken. 3 such VMs on 2 hosts of which one may fail: 3 on each, 2 × 3 × 2 = 12.
    /// </remarks>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var (least, unit) = (rule.Parameter("min-per-vm", 1), rule.Parameter("cores-per-unit", 1));
        var stays = rule.Limit("stays-on-host") is not null;
        var pools = estate.Hosts.ToLookup(host => host.Pool);
        var units = stays
            ? pools.Sum(
                pool => pool.SelectMany(host => host.VmCpus).OrderDescending().ToList() is var widest
                    ? pool.Sum(host => widest.Take(host.WindowsVms).Sum(UnitsOf))
                    : 0)
            : estate.Hosts.Sum(host => host.VmCpus.Sum(UnitsOf));
        return new LicenceQuantity(
            units,
            unit == 1 ? Message.Of("unit.core") : Message.Of("unit.cores", ("cores", unit)),
            Message.Of(stays ? "vm-core.staying" : "vm-core.moving", ("vms", estate.Hosts.Sum(host => host.Vms)), ("least", least)));

        decimal UnitsOf(int cpus) => decimal.Ceiling(Math.Max(cpus, least) / unit);
    }
}
