namespace CostPlanner.Model;

/// <summary>An inventory in figures.</summary>
/// <remarks>
/// VMs = powered on (those of unknown power among them) + powered off + templates. Placeholders of another site are counted as what they are set to.
/// </remarks>
public sealed record EstateCounts
{
    /// <summary>Cores that VMware counts for each CPU at least (Broadcom KB 313548).</summary>
    public const int LicensableCoresPerSocket = 16;

    private EstateCounts(Inventory inventory)
    {
        var on = inventory.Vms.Where(vm => vm.Power.CountsAsRunning && !vm.IsTemplate).ToList();
        VmsOfUnknownSize = inventory.UnsizedVms.Length;
        Vms = inventory.Vms.Length + VmsOfUnknownSize;
        VmsPoweredOn = on.Count + inventory.UnsizedVms.Count(vm => vm.Power.CountsAsRunning && !vm.IsTemplate);
        VmsOfUnknownPower = on.Count(vm => vm.Power == PowerState.Unknown) + inventory.UnsizedVms.Count(
            vm => vm is { Power: PowerState.Unknown, IsTemplate: false });
        Templates = inventory.Vms.Count(vm => vm.IsTemplate) + inventory.UnsizedVms.Count(vm => vm.IsTemplate);
        VmsPoweredOff = Vms - VmsPoweredOn - Templates;
        Placeholders = inventory.Vms.Count(vm => vm.IsPlaceholder);
        Inaccessible = inventory.Vms.Count(vm => vm.Connection is ConnectionState.Inaccessible or ConnectionState.Invalid);
        Orphaned = inventory.Vms.Count(vm => vm.Connection == ConnectionState.Orphaned);
        Disconnected = inventory.Vms.Count(vm => vm.Connection == ConnectionState.Disconnected);
        VCpus = inventory.Vms.Sum(vm => vm.VCpus);
        Memory = Sum(inventory.Vms.Select(vm => vm.Memory));
        Disk = Sum(inventory.Vms.Select(vm => vm.Disk).OfType<ByteSize>());
        VmsOfUnknownDisk = inventory.Vms.Count(vm => vm.Disk is null);
        VCpusPoweredOn = on.Sum(vm => vm.VCpus);
        MemoryPoweredOn = Sum(on.Select(vm => vm.Memory));
        Clusters = inventory.Clusters.Length;
        if (inventory.AreHostsKnown)
        {
            Hosts = inventory.Hosts.Length;
            LicensableCores = inventory.Hosts.Sum(LicensableCoresOf);
            Cores = inventory.Hosts.All(host => host.Cores is null) ? null : inventory.Hosts.Sum(host => host.Cores ?? 0);
            HostMemory = inventory.Hosts.All(host => host.Memory is null) ? null : Sum(inventory.Hosts.Select(host => host.Memory).OfType<ByteSize>());
        }

        HostsNotDescribed = inventory.Hosts.Count(host => host.CoresPerSocket is null || host.Memory is null);
    }

    /// <summary>All VMs read, templates and those of unknown size too.</summary>
    public int Vms { get; }

    /// <summary>VMs that count as running and are not templates: powered on, or of a power state that is not known.</summary>
    public int VmsPoweredOn { get; }

    /// <summary>Those of <see cref="VmsPoweredOn"/> whose power state is not known.</summary>
    public int VmsOfUnknownPower { get; }

    /// <summary>VMs powered off or suspended that are not templates.</summary>
    public int VmsPoweredOff { get; }

    /// <summary>Templates.</summary>
    public int Templates { get; }

    /// <summary>Stand-ins for VMs of another site.</summary>
    public int Placeholders { get; }

    /// <summary>VMs whose configuration the manager cannot read, or finds damaged; counted as what they are set to as well.</summary>
    public int Inaccessible { get; }

    /// <summary>VMs that the manager remembers and no host has; counted as what they are set to as well.</summary>
    public int Orphaned { get; }

    /// <summary>VMs whose host was out of reach; counted as what they are set to as well.</summary>
    public int Disconnected { get; }

    /// <summary>VMs named without a usable size: counted as VMs, and in no plan.</summary>
    public int VmsOfUnknownSize { get; }

    /// <summary>vCPUs of all VMs read.</summary>
    public int VCpus { get; }

    /// <summary>Memory of all VMs read.</summary>
    public ByteSize Memory { get; }

    /// <summary>Disks of all VMs read, as far as known: a lower bound while <see cref="VmsOfUnknownDisk"/> is not 0.</summary>
    public ByteSize Disk { get; }

    /// <summary>VMs whose disks the source does not tell.</summary>
    public int VmsOfUnknownDisk { get; }

    /// <summary>vCPUs of VMs powered on that are not templates.</summary>
    public int VCpusPoweredOn { get; }

    /// <summary>Memory of VMs powered on that are not templates.</summary>
    public ByteSize MemoryPoweredOn { get; }

    /// <summary>Hosts; null where the source does not tell them.</summary>
    public int? Hosts { get; }

    /// <summary>Clusters.</summary>
    public int Clusters { get; }

    /// <summary>Physical cores, a lower bound while <see cref="HostsNotDescribed"/> is not 0; null where those of no host are known.</summary>
    public int? Cores { get; }

    /// <summary>Memory of the hosts, a lower bound while <see cref="HostsNotDescribed"/> is not 0; null where that of no host is known.</summary>
    public ByteSize? HostMemory { get; }

    /// <summary>
    /// Cores as VMware counts them, 16 per CPU at least; a lower bound while <see cref="HostsNotDescribed"/> is not 0; null where hosts are not known.
    /// </summary>
    public int? LicensableCores { get; }

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
