using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A place where virtual disks lie.</summary>
public sealed record Datastore
{
    /// <summary>The datastore's name.</summary>
    public required string Name { get; init; }

    /// <summary>The vCenter, or other manager, that its name is from; null where the source does not say.</summary>
    public string? VCenter { get; init; }

    /// <summary>The type in the source's words: VMFS, NFS, vsan.</summary>
    public string? Type { get; init; }

    /// <summary>What it can hold.</summary>
    public required ByteSize Capacity { get; init; }

    /// <summary>What is free, or null where the source does not say.</summary>
    public ByteSize? Free { get; init; }

    /// <summary>What is in use, copies and all, or null where the source does not say.</summary>
    public ByteSize? InUse
    {
        get => field ?? (Free is { } free && free <= Capacity ? Capacity - free : null);
        init;
    }

    /// <summary>The hosts that mount it; empty where the source does not say.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>How many hosts mount it, or null where the source does not say.</summary>
    public int? HostCount { get; init; }

    /// <summary>Where it was read.</summary>
    public required SourcePlace Origin { get; init; }

    /// <summary>Whether its disks sit inside the hosts themselves: vSAN, or mounted by a single host.</summary>
    public bool IsInsideHosts => IsVsan || HostCount == 1;

    /// <summary>Whether it is a vSAN datastore, made of the disks of all its hosts.</summary>
    public bool IsVsan => string.Equals(Type, "vsan", StringComparison.OrdinalIgnoreCase);
}
