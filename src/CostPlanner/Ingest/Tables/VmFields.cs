namespace CostPlanner.Ingest.Tables;

/// <summary>
/// The columns of a sheet that has one row per VM with all there is to know of it. Those that a format does not have are <see cref="SheetColumn.None"/>.
/// </summary>
internal sealed record VmFields
{
    /// <summary>The VM's name.</summary>
    public required SheetColumn Name { get; init; }

    /// <summary>Whether it runs.</summary>
    public required SheetColumn Power { get; init; }

    /// <summary>Whether it is a template.</summary>
    public required SheetColumn Template { get; init; }

    /// <summary>Virtual CPUs.</summary>
    public required SheetColumn VCpus { get; init; }

    /// <summary>What all virtual CPUs may use at once, MHz.</summary>
    public SheetColumn CpuMHz { get; init; } = SheetColumn.None;

    /// <summary>Configured memory, MiB.</summary>
    public required SheetColumn Memory { get; init; }

    /// <summary>The sum of its virtual disks, MiB.</summary>
    public required SheetColumn Disk { get; init; }

    /// <summary>What the guest says its disks hold in all, MiB, for a VM without <see cref="Disk"/>.</summary>
    public SheetColumn GuestDisk { get; init; } = SheetColumn.None;

    /// <summary>What its disks occupy, MiB.</summary>
    public required SheetColumn InUse { get; init; }

    /// <summary>The guest operating system.</summary>
    public required SheetColumn GuestOs { get; init; }

    /// <summary>Its cluster.</summary>
    public required SheetColumn Cluster { get; init; }

    /// <summary>Its host.</summary>
    public required SheetColumn Host { get; init; }

    /// <summary>Its data centre.</summary>
    public SheetColumn Datacenter { get; init; } = SheetColumn.None;

    /// <summary>Its datastore.</summary>
    public SheetColumn Datastore { get; init; } = SheetColumn.None;

    /// <summary>The path of its configuration file, "[datastore] folder/name.vmx", for a format without <see cref="Datastore"/>.</summary>
    public SheetColumn Path { get; init; } = SheetColumn.None;

    /// <summary>Whether it stands in for a VM of another site (Site Recovery).</summary>
    public SheetColumn Placeholder { get; init; } = SheetColumn.None;

    /// <summary>Its disks with its swap file, MiB, for a VM whose disks are not known otherwise.</summary>
    public SheetColumn Provisioned { get; init; } = SheetColumn.None;

    /// <summary>The guest operating system by the configuration file, for a VM without <see cref="GuestOs"/>.</summary>
    public SheetColumn GuestOsByFile { get; init; } = SheetColumn.None;

    /// <summary>The types of its rules of affinity, with commas.</summary>
    public SheetColumn RuleTypes { get; init; } = SheetColumn.None;

    /// <summary>The names of these rules, in the same order.</summary>
    public SheetColumn RuleNames { get; init; } = SheetColumn.None;

    /// <summary>What people noted about it.</summary>
    public SheetColumn Annotation { get; init; } = SheetColumn.None;

    /// <summary>The folder that it is filed in.</summary>
    public SheetColumn Folder { get; init; } = SheetColumn.None;

    /// <summary>Its tags, with semicolons or commas.</summary>
    public SheetColumn Tags { get; init; } = SheetColumn.None;

    /// <summary>What the manager knows of it: connected, disconnected, orphaned, inaccessible.</summary>
    public SheetColumn Connection { get; init; } = SheetColumn.None;

    /// <summary>The id within one manager.</summary>
    public SheetColumn Id { get; init; } = SheetColumn.None;

    /// <summary>The id that tells VMs of several managers apart.</summary>
    public SheetColumn Uuid { get; init; } = SheetColumn.None;

    /// <summary>The manager that gave <see cref="Id"/>, by its own id.</summary>
    public SheetColumn Server { get; init; } = SheetColumn.None;

    /// <summary>That manager's server by name.</summary>
    public SheetColumn ServerName { get; init; } = SheetColumn.None;

    /// <summary>A text that a format writes where a value was not to be had; null where it leaves the cell blank.</summary>
    public string? NoValue { get; init; }

    /// <summary>The name of the sheet of disks, for a format that has one.</summary>
    public string? DiskSheet { get; init; }

    /// <summary>How the rows name their VMs.</summary>
    public VmKeys Keys => new(Name, Id, Uuid, Server) { ServerName = ServerName };

    /// <summary>How the rows name the manager of their VMs.</summary>
    public ManagerColumns Manager => new(Server, ServerName);

    /// <summary>Without these there is nothing to plan with.</summary>
    public SheetColumn[] Required => [Name, VCpus, Memory];

    /// <summary>The columns that the format has.</summary>
    public SheetColumn[] All =>
    [
        .. new[]
        {
            Name, Power, Template, Placeholder, VCpus, CpuMHz, Memory, Disk, GuestDisk, Provisioned, InUse, GuestOs, GuestOsByFile, RuleTypes, RuleNames,
            Annotation, Folder, Tags, Connection,
            Cluster, Host, Datacenter, Datastore, Path, Id, Uuid, Server, ServerName,
        }.Where(column => column != SheetColumn.None),
    ];
}
