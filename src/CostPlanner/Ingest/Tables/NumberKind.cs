namespace CostPlanner.Ingest.Tables;

/// <summary>What the numbers of a column measure, by which their notation and unit can be judged.</summary>
/// <param name="Range">The id of the range in which the median of the column is plausible (<see cref="PlausibleRanges"/>).</param>
/// <param name="Unit">The unit where neither the header nor the cell names one.</param>
internal sealed record NumberKind(string Range, Unit Unit)
{
    /// <summary>The column that the range is by: memory is judged by vCPU; null where it is by row.</summary>
    public SheetColumn? Per { get; init; }

    /// <summary>The range by row, where the sheet has no column <see cref="Per"/>; null where nothing is plausible or not without it.</summary>
    public string? Alone { get; init; }

    /// <summary>Virtual CPUs of a VM.</summary>
    public static NumberKind VCpus() => new("vm-vcpus", Unit.One);

    /// <summary>Configured memory of a VM.</summary>
    public static NumberKind VmMemory(Unit unit, SheetColumn vcpus) => new("vm-memory", unit) { Per = vcpus, Alone = "vm-memory-alone" };

    /// <summary>All disks of a VM.</summary>
    public static NumberKind VmDisks(Unit unit) => new("vm-disks", unit);

    /// <summary>What the disks of a VM occupy.</summary>
    public static NumberKind VmDiskUse(Unit unit, SheetColumn disks) => new("vm-disk-use", unit) { Per = disks };

    /// <summary>One disk.</summary>
    public static NumberKind Disk(Unit unit) => new("disk", unit);

    /// <summary>Memory of a host.</summary>
    public static NumberKind HostMemory(Unit unit, SheetColumn cores) => new("host-memory", unit) { Per = cores, Alone = "host-memory-alone" };

    /// <summary>Cores, sockets or threads of a host.</summary>
    public static NumberKind HostCount() => new("host-count", Unit.One);

    /// <summary>Speed of a core.</summary>
    public static NumberKind CoreSpeed(Unit unit) => new("core-speed", unit);

    /// <summary>Capacity of a datastore, or what is free of it.</summary>
    public static NumberKind Datastore(Unit unit) => new("datastore", unit);
}
