using CostPlanner.Model;

namespace CostPlanner.Reporting;

/// <summary>What an inventory holds, counted as reports and scripts name it.</summary>
/// <param name="Vms">All VMs read, also templates and those powered off.</param>
/// <param name="VmsPoweredOn">VMs that are powered on.</param>
/// <param name="VmsPoweredOff">VMs that are powered off or suspended and are no templates.</param>
/// <param name="Templates">Templates.</param>
/// <param name="Placeholders">Stand-ins for VMs of another site.</param>
/// <param name="VCpus">vCPUs of all VMs read.</param>
/// <param name="Memory">Memory of all VMs read.</param>
/// <param name="VCpusPoweredOn">vCPUs of VMs that run: powered on, no template, no placeholder.</param>
/// <param name="MemoryPoweredOn">Memory of VMs that run.</param>
/// <param name="Hosts">Hosts.</param>
/// <param name="Clusters">Clusters.</param>
/// <param name="Cores">Cores of the hosts whose cores are known, or null when none is.</param>
/// <param name="LicensableCores">The same with at least 16 for each CPU; hosts whose CPUs are not known are left out.</param>
/// <param name="HostsNotCounted">Hosts whose cores or CPUs are not known.</param>
public sealed record EstateCounts(
    int Vms,
    int VmsPoweredOn,
    int VmsPoweredOff,
    int Templates,
    int Placeholders,
    int VCpus,
    ByteSize Memory,
    int VCpusPoweredOn,
    ByteSize MemoryPoweredOn,
    int Hosts,
    int Clusters,
    int? Cores,
    int? LicensableCores,
    int HostsNotCounted)
{
    private const int LeastCoresPerCpu = 16;

    /// <summary>The counts of an inventory.</summary>
    public static EstateCounts Of(Inventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        var (vms, hosts) = (inventory.Vms, inventory.Hosts);
        var running = vms.Where(vm => vm.Runs).ToList();
        return new EstateCounts(
            vms.Length,
            vms.Count(vm => vm.Power == PowerState.On),
            vms.Count(vm => vm.Power is PowerState.Off or PowerState.Suspended && !vm.IsTemplate),
            vms.Count(vm => vm.IsTemplate),
            vms.Count(vm => vm.IsPlaceholder),
            vms.Sum(vm => vm.VCpus),
            MemoryOf(vms),
            running.Sum(vm => vm.VCpus),
            MemoryOf(running),
            hosts.Length,
            inventory.Clusters.Length,
            SumOrNull(hosts.Select(host => host.Cores)),
            SumOrNull(hosts.Select(Licensable)),
            hosts.Count(host => Licensable(host) is null));
    }

    private static int? Licensable(Host host) =>
        host is { Cores: { } cores, Sockets: { } sockets } ? Math.Max(cores, sockets * LeastCoresPerCpu) : null;

    private static int? SumOrNull(IEnumerable<int?> figures)
    {
        var known = figures.Where(figure => figure is not null).ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static ByteSize MemoryOf(IEnumerable<VirtualMachine> vms) =>
        vms.Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.Memory);
}
