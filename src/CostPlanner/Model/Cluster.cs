namespace CostPlanner.Model;

/// <summary>A group of hosts between which VMs may move.</summary>
public sealed record Cluster
{
    /// <summary>The cluster's name.</summary>
    public required string Name { get; init; }

    /// <summary>The data centre, or null where the source does not say.</summary>
    public string? Datacenter { get; init; }

    /// <summary>Whether the source restarts VMs of a failed host; null where it does not say.</summary>
    public bool? HighAvailability { get; init; }

    /// <summary>Host failures that the source reserves for, or null.</summary>
    public int? FailoverLevel { get; init; }

    /// <summary>Where it was read.</summary>
    public required SourcePlace Origin { get; init; }
}
