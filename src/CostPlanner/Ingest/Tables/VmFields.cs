namespace CostPlanner.Ingest.Tables;

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

    /// <summary>The path of its configuration file, "[datastore] folder/name.vmx", for a format without <see cref="Datastore"/>.</summary>
    public Column Path { get; init; } = Column.None;

    /// <summary>Whether it stands in for a VM of another site (Site Recovery).</summary>
    public Column Placeholder { get; init; } = Column.None;

    /// <summary>Its disks with its swap file, MiB, for a VM whose disks are not known otherwise.</summary>
    public Column Provisioned { get; init; } = Column.None;

    /// <summary>The guest operating system by the configuration file, for a VM without <see cref="GuestOs"/>.</summary>
    public Column GuestOsByFile { get; init; } = Column.None;

    /// <summary>The types of its rules of affinity, with commas.</summary>
    public Column RuleTypes { get; init; } = Column.None;

    /// <summary>The names of these rules, in the same order.</summary>
    public Column RuleNames { get; init; } = Column.None;

    /// <summary>What people noted about it.</summary>
    public Column Annotation { get; init; } = Column.None;

    /// <summary>The folder that it is filed in.</summary>
    public Column Folder { get; init; } = Column.None;

    /// <summary>Its tags, with semicolons or commas.</summary>
    public Column Tags { get; init; } = Column.None;

    /// <summary>What the manager knows of it: connected, disconnected, orphaned, inaccessible.</summary>
    public Column Connection { get; init; } = Column.None;

    /// <summary>The id within one manager.</summary>
    public Column Id { get; init; } = Column.None;

    /// <summary>The id that tells VMs of several managers apart.</summary>
    public Column Uuid { get; init; } = Column.None;

    /// <summary>The manager that gave <see cref="Id"/>, by its own id.</summary>
    public Column Server { get; init; } = Column.None;

    /// <summary>That manager's server by name.</summary>
    public Column ServerName { get; init; } = Column.None;

    /// <summary>A text that a format writes where a value was not to be had; null where it leaves the cell blank.</summary>
    public string? NoValue { get; init; }

    /// <summary>The name of the sheet of disks, for a format that has one.</summary>
    public string? DiskSheet { get; init; }

    /// <summary>How the rows name their VMs.</summary>
    public VmKeys Keys => new(Name, Id, Uuid, Server) { ServerName = ServerName };

    /// <summary>How the rows name the manager of their VMs.</summary>
    public ManagerColumns Manager => new(Server, ServerName);

    /// <summary>Without these there is nothing to plan with.</summary>
    public Column[] Required => [Name, VCpus, Memory];

    /// <summary>The columns that the format has.</summary>
    public Column[] All =>
    [
        .. new[]
        {
            Name, Power, Template, Placeholder, VCpus, CpuMHz, Memory, Disk, GuestDisk, Provisioned, InUse, GuestOs, GuestOsByFile, RuleTypes, RuleNames,
            Annotation, Folder, Tags, Connection,
            Cluster, Host, Datacenter, Datastore, Path, Id, Uuid, Server, ServerName,
        }.Where(column => column != Column.None),
    ];
}
