namespace CostPlanner.Ingest.Tables;

/// <summary>The columns of a sheet that has one row per host. Those that a format does not have are <see cref="SheetColumn.None"/>.</summary>
internal sealed record HostColumns
{
    /// <summary>The host's name.</summary>
    public required SheetColumn Name { get; init; }

    /// <summary>Its cluster.</summary>
    public required SheetColumn Cluster { get; init; }

    /// <summary>The id within one manager, or else one of its hardware.</summary>
    public SheetColumn Id { get; init; } = SheetColumn.None;

    /// <summary>How the rows name the manager of their hosts.</summary>
    public ManagerColumns Manager { get; init; } = ManagerColumns.None;

    /// <summary>Its data centre.</summary>
    public SheetColumn Datacenter { get; init; } = SheetColumn.None;

    /// <summary>Whether it is in maintenance mode.</summary>
    public SheetColumn Maintenance { get; init; } = SheetColumn.None;

    /// <summary>The CPU in words.</summary>
    public required SheetColumn CpuModel { get; init; }

    /// <summary>Whether each core runs two threads.</summary>
    public SheetColumn HyperThreading { get; init; } = SheetColumn.None;

    /// <summary>Hardware threads of the host, from which a format without <see cref="HyperThreading"/> tells it.</summary>
    public SheetColumn Threads { get; init; } = SheetColumn.None;

    /// <summary>CPU sockets.</summary>
    public required SheetColumn Sockets { get; init; }

    /// <summary>Cores of one socket.</summary>
    public SheetColumn CoresPerSocket { get; init; } = SheetColumn.None;

    /// <summary>Cores of the host.</summary>
    public required SheetColumn Cores { get; init; }

    /// <summary>The speed of one core, MHz.</summary>
    public SheetColumn CoreMHz { get; init; } = SheetColumn.None;

    /// <summary>Installed memory.</summary>
    public required SheetColumn Memory { get; init; }

    /// <summary>Whether running VMs can be moved to and from it.</summary>
    public SheetColumn MovesRunningVms { get; init; } = SheetColumn.None;

    /// <summary>The hypervisor's version.</summary>
    public SheetColumn Version { get; init; } = SheetColumn.None;

    /// <summary>Who built the server.</summary>
    public SheetColumn Vendor { get; init; } = SheetColumn.None;

    /// <summary>The server's model.</summary>
    public SheetColumn Model { get; init; } = SheetColumn.None;

    /// <summary>The maker's serial number: never kept, but what it is must be hidden where it stands in a name.</summary>
    public SheetColumn Serial { get; init; } = SheetColumn.None;

    /// <summary>The maker's service tag, likewise.</summary>
    public SheetColumn ServiceTag { get; init; } = SheetColumn.None;

    /// <summary>How many VMs are on it, templates and those powered off too.</summary>
    public SheetColumn Vms { get; init; } = SheetColumn.None;

    /// <summary>How many VMs on it are powered on.</summary>
    public SheetColumn VmsPoweredOn { get; init; } = SheetColumn.None;

    /// <summary>vCPUs of the VMs on it that are powered on.</summary>
    public SheetColumn VCpus { get; init; } = SheetColumn.None;

    /// <summary>Memory of the VMs on it that are powered on, MiB.</summary>
    public SheetColumn VmMemory { get; init; } = SheetColumn.None;

    /// <summary>The columns that the format has.</summary>
    public SheetColumn[] All =>
    [
        .. new[]
        {
            Name, Id, Manager.Id, Manager.Server, Datacenter, Cluster, Maintenance, CpuModel, CoreMHz, HyperThreading, Threads, Sockets, CoresPerSocket, Cores,
            Memory, MovesRunningVms, Version, Vendor, Model, Serial, ServiceTag, Vms, VmsPoweredOn, VCpus, VmMemory,
        }.Where(column => column != SheetColumn.None),
    ];
}
