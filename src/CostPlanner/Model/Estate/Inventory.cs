using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What was read of one sheet: rows read = rows used + rows set aside.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Read">Rows below the header with at least one cell that is not blank.</param>
/// <param name="Used">Rows that went into the inventory.</param>
public sealed record SheetRows(string Sheet, int Read, int Used)
{
    /// <summary>Rows that did not go into the inventory; each has a finding.</summary>
    public int SetAside => Read - Used;
}

/// <summary>A virtual estate at one moment, as one or more files describe it.</summary>
public sealed record Inventory
{
    /// <summary>The files it was read from, names without folders.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>The tool and version that wrote the files, or null.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>The day the source was exported, or null where it does not say.</summary>
    public DateOnly? ExportedOn { get; init; }

    /// <summary>The platform the estate runs on today.</summary>
    public required PlatformFamily Platform { get; init; }

    /// <summary>Every VM read, also templates and those powered off.</summary>
    public required ImmutableArray<VirtualMachine> Vms { get; init; }

    /// <summary>VMs that the source names without a usable size: counted, and in no plan.</summary>
    public ImmutableArray<UnsizedVm> UnsizedVms { get; init; } = [];

    /// <summary>Every host read; empty where the source does not tell them, which never means that there are none.</summary>
    public required ImmutableArray<Host> Hosts { get; init; }

    /// <summary>Whether the source tells the hosts; VMs that run have some, so an empty list is one that is not known.</summary>
    public bool AreHostsKnown => !Hosts.IsEmpty || !HostsLost.IsEmpty;

    /// <summary>Why the hosts are not known, as the rest of a sentence; null where they are, or where there is nothing to say about it.</summary>
    public Message? WhyHostsUnknown { get; init; }

    /// <summary>Hosts that a question takes away from the estate: gone, and yet hosts of today where it matters how many a cluster has.</summary>
    public ImmutableArray<Host> HostsLost { get; init; } = [];

    /// <summary>Whether the source tells which hosts form a cluster; false where its format has no place for that.</summary>
    /// <remarks>Where it is true, a host without a cluster stands alone; where it is false, nobody knows.</remarks>
    public bool TellsClusters { get; init; } = true;

    /// <summary>Every cluster, also those known only by the hosts and VMs that name them.</summary>
    public required ImmutableArray<Cluster> Clusters { get; init; }

    /// <summary>Every datastore read; empty where the source lists none.</summary>
    public ImmutableArray<Datastore> Datastores { get; init; } = [];

    /// <summary>Licences held today; empty where the source lists none.</summary>
    public ImmutableArray<LicenceHolding> Licences { get; init; } = [];

    /// <summary>What was read and used, sheet by sheet.</summary>
    public ImmutableArray<SheetRows> Rows { get; init; } = [];

    /// <summary>What the reader had to say about the files.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
