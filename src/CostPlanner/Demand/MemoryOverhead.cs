using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>The memory that a hypervisor needs for a VM beside the VM's own.</summary>
public static class MemoryOverhead
{
    /// <summary>
    /// ESXi: what the source measured where it did, else base + perVCpu × vCPU + share × memory (a fit to VMware's table of
    /// overhead memory on virtual machines). KVM: QEMU's base + perVCpu × vCPU + share × memory (KubeVirt's
    /// GetMemoryOverhead without the parts of its pods). Xen: the QEMU formula, as a labelled assumption of ours.
    /// </summary>
    public static ByteSize Of(PlatformFamily platform, VirtualMachine vm, AssumptionSet assumptions) => platform switch
    {
        PlatformFamily.VSphere => vm.MeasuredOverhead ?? Linear(
            vm,
            assumptions.Of(AssumptionIds.VSphereOverheadBase),
            assumptions.Of(AssumptionIds.VSphereOverheadPerVCpu),
            assumptions.Of(AssumptionIds.VSphereOverheadShare)),
        PlatformFamily.Kvm or PlatformFamily.Xen => Linear(
            vm,
            assumptions.Of(AssumptionIds.QemuOverheadBase),
            assumptions.Of(AssumptionIds.QemuOverheadPerVCpu),
            assumptions.Of(AssumptionIds.QemuOverheadShare)),
        _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "not a platform"),
    };

    private static ByteSize Linear(VirtualMachine vm, decimal baseMiB, decimal perVCpuMiB, decimal share) =>
        ByteSize.FromMiB(baseMiB + (perVCpuMiB * vm.VCpus)) + (vm.Memory * share);
}
