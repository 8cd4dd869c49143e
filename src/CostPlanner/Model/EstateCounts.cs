namespace CostPlanner.Model;

/// <summary>An inventory in figures.</summary>
/// <remarks>VMs = powered on + powered off + templates. Placeholders of another site are counted as what they are set to.</remarks>
public sealed record EstateCounts
{
    /// <summary>Cores that VMware counts for each CPU at least (Broadcom KB 313548).</summary>
    public const int LicensableCoresPerSocket = 16;

    private EstateCounts(Inventory inventory)
    {
        var on = inventory.Vms.Where(vm => vm.Power == PowerState.On && !vm.IsTemplate).ToList();
        VmsOfUnknownSize = inventory.UnsizedVms.Length;
        Vms = inventory.Vms.Length + VmsOfUnknownSize;
        VmsPoweredOn = on.Count + inventory.UnsizedVms.Count(vm => vm.Power == PowerState.On && !vm.IsTemplate);
        Templates = inventory.Vms.Count(vm => vm.IsTemplate) + inventory.UnsizedVms.Count(vm => vm.IsTemplate);
        VmsPoweredOff = Vms - VmsPoweredOn - Templates;
        Placeholders = inventory.Vms.Count(vm => vm.IsPlaceholder);
        VCpus = inventory.Vms.Sum(vm => vm.VCpus);
        Memory = Sum(inventory.Vms.Select(vm => vm.Memory));
        VCpusPoweredOn = on.Sum(vm => vm.VCpus);
        MemoryPoweredOn = Sum(on.Select(vm => vm.Memory));
        Hosts = inventory.Hosts.Length;
        Clusters = inventory.Clusters.Length;
        Cores = inventory.Hosts.Sum(host => host.Cores ?? 0);
        HostMemory = Sum(inventory.Hosts.Select(host => host.Memory ?? ByteSize.Zero));
        LicensableCores = inventory.Hosts.Sum(LicensableCoresOf);
        HostsNotDescribed = inventory.Hosts.Count(host => host.CoresPerSocket is null || host.Memory is null);
    }

    /// <summary>All VMs read, templates and those of unknown size too.</summary>
    public int Vms { get; }

    /// <summary>VMs powered on that are not templates.</summary>
    public int VmsPoweredOn { get; }

    /// <summary>VMs not powered on (off, suspended, unknown) that are not templates.</summary>
    public int VmsPoweredOff { get; }

    /// <summary>Templates.</summary>
    public int Templates { get; }

    /// <summary>Stand-ins for VMs of another site.</summary>
    public int Placeholders { get; }

    /// <summary>VMs named without a usable size: counted as VMs, and in no plan.</summary>
    public int VmsOfUnknownSize { get; }

    /// <summary>vCPUs of all VMs read.</summary>
    public int VCpus { get; }

    /// <summary>Memory of all VMs read.</summary>
    public ByteSize Memory { get; }

    /// <summary>vCPUs of VMs powered on that are not templates.</summary>
    public int VCpusPoweredOn { get; }

    /// <summary>Memory of VMs powered on that are not templates.</summary>
    public ByteSize MemoryPoweredOn { get; }

    /// <summary>Hosts.</summary>
    public int Hosts { get; }

    /// <summary>Clusters.</summary>
    public int Clusters { get; }

    /// <summary>Physical cores, as far as known.</summary>
    public int Cores { get; }

    /// <summary>Memory of the hosts, as far as known.</summary>
    public ByteSize HostMemory { get; }

    /// <summary>Cores as VMware counts them, 16 per CPU at least; a lower bound while <see cref="HostsNotDescribed"/> is not 0.</summary>
    public int LicensableCores { get; }

    /// <summary>Hosts whose sockets, cores or memory the source does not tell.</summary>
    public int HostsNotDescribed { get; }

    /// <summary>Counts an inventory.</summary>
    public static EstateCounts Of(Inventory inventory) => new(inventory);

    private static int LicensableCoresOf(Host host)
    {
        var sockets = host.Sockets ?? 1;
        var perSocket = ((host.Cores ?? 0) + sockets - 1) / sockets;
        return sockets * Math.Max(LicensableCoresPerSocket, perSocket);
    }

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
