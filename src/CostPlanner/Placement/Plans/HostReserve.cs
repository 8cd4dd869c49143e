using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>The memory of a host that the hypervisor keeps for itself.</summary>
public static class HostReserve
{
    /// <summary>
    /// KVM: a fixed amount (RHEL's guide). ESXi: a fixed amount or a share of the memory, whichever is more (an assumption
    /// of ours; no vendor formula was found). Xen: dom0's memory, min(base + (memory × share cut to a step), most), as the
    /// installer of XCP-ng and XenServer computes it, and the hypervisor's own.
    /// </summary>
    public static ByteSize Memory(PlatformFamily platform, ByteSize installed, AssumptionSet assumptions) => platform switch
    {
        PlatformFamily.Kvm => MiB(assumptions, AssumptionIds.KvmReservedMemory),
        PlatformFamily.VSphere => Larger(
            MiB(assumptions, AssumptionIds.VSphereReservedMemory),
            installed * assumptions.Of(AssumptionIds.VSphereReservedShare)),
        PlatformFamily.Xen => Dom0(installed, assumptions) + MiB(assumptions, AssumptionIds.XenHypervisor),
        _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "not a platform"),
    };

    private static ByteSize Dom0(ByteSize installed, AssumptionSet assumptions)
    {
        var reported = installed.MiBRoundedDown + assumptions.Of(AssumptionIds.XenDom0Unreported);
        var step = assumptions.Of(AssumptionIds.XenDom0Step);
        var share = decimal.Truncate(reported * assumptions.Of(AssumptionIds.XenDom0Share));
        var whole = share - (share % step);
        return ByteSize.FromMiB(Math.Min(
            assumptions.Of(AssumptionIds.XenDom0Base) + whole,
            assumptions.Of(AssumptionIds.XenDom0Most)));
    }

    private static ByteSize MiB(AssumptionSet assumptions, string id) => ByteSize.FromMiB(assumptions.Of(id));

    private static ByteSize Larger(ByteSize left, ByteSize right) => left > right ? left : right;
}
