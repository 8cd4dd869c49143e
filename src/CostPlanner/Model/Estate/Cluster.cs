namespace CostPlanner.Model;

/// <summary>A group of hosts between which VMs may move.</summary>
public sealed record Cluster
{
    /// <summary>
    /// The cluster's name, which no other cluster of the inventory has: where sources give one name to several, with what tells them apart behind it.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The name as the source has it, which clusters of several data centres or vCenters may share.</summary>
    public string NameInSource { get => field ?? Name; init; }

    /// <summary>The data centre, or null where the source does not say.</summary>
    public string? Datacenter { get; init; }

    /// <summary>The vCenter, or other manager, that its name and id are from; null where the source does not say.</summary>
    public string? VCenter { get; init; }

    /// <summary>Whether the source restarts VMs of a failed host; null where it does not say.</summary>
    public bool? HighAvailability { get; init; }

    /// <summary>Whether the source moves running VMs between its hosts to balance their load (DRS); null where it does not say.</summary>
    public bool? BalancesLoad { get; init; }

    /// <summary>Host failures that the source reserves for, or null.</summary>
    public int? FailoverLevel { get; init; }

    /// <summary>Hosts as the list of clusters counts them, or null; <see cref="Inventory.Hosts"/> may have fewer.</summary>
    public int? StatedHosts { get; init; }

    /// <summary>Cores of its hosts as the list of clusters counts them, or null.</summary>
    public int? StatedCores { get; init; }

    /// <summary>Memory of its hosts as the list of clusters states it, or null.</summary>
    public ByteSize? StatedMemory { get; init; }

    /// <summary>What all cores of its hosts do at once as the list of clusters states it, or null.</summary>
    public Frequency? StatedCpu { get; init; }

    /// <summary>Where it was read.</summary>
    public required SourcePlace Origin { get; init; }
}
