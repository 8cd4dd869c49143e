namespace CostPlanner.Ingest.Workbooks;

/// <summary>The columns of a sheet that has one row per VM with all there is to know of it. Those that a format does not have are <see cref="Column.None"/>.</summary>
internal sealed record VmFields
{
    /// <summary>The VM's name.</summary>
    public required Column Name { get; init; }

    /// <summary>Whether it runs.</summary>
    public required Column Power { get; init; }

    /// <summary>Whether it is a template.</summary>
    public required Column Template { get; init; }

    /// <summary>Virtual CPUs.</summary>
    public required Column VCpus { get; init; }

    /// <summary>What all virtual CPUs may use at once, MHz.</summary>
    public Column CpuMHz { get; init; } = Column.None;

    /// <summary>Configured memory, MiB.</summary>
    public required Column Memory { get; init; }

    /// <summary>The sum of its virtual disks, MiB.</summary>
    public required Column Disk { get; init; }

    /// <summary>What the guest says its disks hold in all, MiB, for a VM without <see cref="Disk"/>.</summary>
    public Column GuestDisk { get; init; } = Column.None;

    /// <summary>What its disks occupy, MiB.</summary>
    public required Column InUse { get; init; }

    /// <summary>The guest operating system.</summary>
    public required Column GuestOs { get; init; }

    /// <summary>Its cluster.</summary>
    public required Column Cluster { get; init; }

    /// <summary>Its host.</summary>
    public required Column Host { get; init; }

    /// <summary>Its data centre.</summary>
    public Column Datacenter { get; init; } = Column.None;

    /// <summary>Its datastore.</summary>
    public Column Datastore { get; init; } = Column.None;

    /// <summary>The id within one manager.</summary>
    public Column Id { get; init; } = Column.None;

    /// <summary>The id that tells VMs of several managers apart.</summary>
    public Column Uuid { get; init; } = Column.None;

    /// <summary>Without these there is nothing to plan with.</summary>
    public Column[] Required => [Name, VCpus, Memory];

    /// <summary>The columns that the format has.</summary>
    public Column[] All =>
    [
        .. new[]
        {
            Name, Power, Template, VCpus, CpuMHz, Memory, Disk, GuestDisk, InUse, GuestOs, Cluster, Host, Datacenter, Datastore, Id, Uuid,
        }.Where(column => column != Column.None),
    ];
}
