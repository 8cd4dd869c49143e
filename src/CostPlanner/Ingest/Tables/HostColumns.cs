namespace CostPlanner.Ingest.Tables;

/// <summary>The columns of a sheet that has one row per host. Those that a format does not have are <see cref="Column.None"/>.</summary>
internal sealed record HostColumns
{
    /// <summary>The host's name.</summary>
    public required Column Name { get; init; }

    /// <summary>Its cluster.</summary>
    public required Column Cluster { get; init; }

    /// <summary>The id within one manager, or else one of its hardware.</summary>
    public Column Id { get; init; } = Column.None;

    /// <summary>How the rows name the manager of their hosts.</summary>
    public ManagerColumns Manager { get; init; } = ManagerColumns.None;

    /// <summary>Its data centre.</summary>
    public Column Datacenter { get; init; } = Column.None;

    /// <summary>Whether it is in maintenance mode.</summary>
    public Column Maintenance { get; init; } = Column.None;

    /// <summary>The CPU in words.</summary>
    public required Column CpuModel { get; init; }

    /// <summary>Whether each core runs two threads.</summary>
    public Column HyperThreading { get; init; } = Column.None;

    /// <summary>Hardware threads of the host, from which a format without <see cref="HyperThreading"/> tells it.</summary>
    public Column Threads { get; init; } = Column.None;

    /// <summary>CPU sockets.</summary>
    public required Column Sockets { get; init; }

    /// <summary>Cores of one socket.</summary>
    public Column CoresPerSocket { get; init; } = Column.None;

    /// <summary>Cores of the host.</summary>
    public required Column Cores { get; init; }

    /// <summary>The speed of one core, MHz.</summary>
    public Column CoreMHz { get; init; } = Column.None;

    /// <summary>Installed memory.</summary>
    public required Column Memory { get; init; }

    /// <summary>The hypervisor's version.</summary>
    public Column Version { get; init; } = Column.None;

    /// <summary>Who built the server.</summary>
    public Column Vendor { get; init; } = Column.None;

    /// <summary>The server's model.</summary>
    public Column Model { get; init; } = Column.None;

    /// <summary>The maker's serial number: never kept, but what it is must be hidden where it stands in a name.</summary>
    public Column Serial { get; init; } = Column.None;

    /// <summary>The maker's service tag, likewise.</summary>
    public Column ServiceTag { get; init; } = Column.None;

    /// <summary>How many VMs are on it, templates and those powered off too.</summary>
    public Column Vms { get; init; } = Column.None;

    /// <summary>How many VMs on it are powered on.</summary>
    public Column VmsPoweredOn { get; init; } = Column.None;

    /// <summary>vCPUs of the VMs on it that are powered on.</summary>
    public Column VCpus { get; init; } = Column.None;

    /// <summary>Memory of the VMs on it that are powered on, MiB.</summary>
    public Column VmMemory { get; init; } = Column.None;

    /// <summary>The columns that the format has.</summary>
    public Column[] All =>
    [
        .. new[]
        {
            Name, Id, Manager.Id, Manager.Server, Datacenter, Cluster, Maintenance, CpuModel, CoreMHz, HyperThreading, Threads, Sockets, CoresPerSocket, Cores,
            Memory, Version, Vendor, Model, Serial, ServiceTag, Vms, VmsPoweredOn, VCpus, VmMemory,
        }.Where(column => column != Column.None),
    ];
}
