namespace CostPlanner.Ingest.Tables;

/// <summary>What the numbers of a column measure, by which their notation and unit can be judged.</summary>
/// <param name="Range">The id of the range in which the median of the column is plausible (<see cref="PlausibleRanges"/>).</param>
/// <param name="Unit">The unit where neither the header nor the cell names one.</param>
internal sealed record Measure(string Range, Unit Unit)
{
    /// <summary>The column that the range is by: memory is judged by vCPU; null where it is by row.</summary>
    public Column? Per { get; init; }

    /// <summary>The range by row, where the sheet has no column <see cref="Per"/>; null where nothing is plausible or not without it.</summary>
    public string? Alone { get; init; }

    /// <summary>Virtual CPUs of a VM.</summary>
    public static Measure VCpus() => new("vm-vcpus", Unit.One);

    /// <summary>Configured memory of a VM.</summary>
    public static Measure VmMemory(Unit unit, Column vcpus) => new("vm-memory", unit) { Per = vcpus, Alone = "vm-memory-alone" };

    /// <summary>All disks of a VM.</summary>
    public static Measure VmDisks(Unit unit) => new("vm-disks", unit);

    /// <summary>What the disks of a VM occupy.</summary>
    public static Measure VmDiskUse(Unit unit, Column disks) => new("vm-disk-use", unit) { Per = disks };

    /// <summary>One disk.</summary>
    public static Measure Disk(Unit unit) => new("disk", unit);

    /// <summary>Memory of a host.</summary>
    public static Measure HostMemory(Unit unit, Column cores) => new("host-memory", unit) { Per = cores, Alone = "host-memory-alone" };

    /// <summary>Cores, sockets or threads of a host.</summary>
    public static Measure HostCount() => new("host-count", Unit.One);

    /// <summary>Speed of a core.</summary>
    public static Measure CoreSpeed(Unit unit) => new("core-speed", unit);

    /// <summary>Capacity of a datastore, or what is free of it.</summary>
    public static Measure Datastore(Unit unit) => new("datastore", unit);
}
