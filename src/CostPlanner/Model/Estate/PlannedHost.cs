namespace CostPlanner.Model;

/// <summary>A host that a plan may use: one of the estate, or one to be bought.</summary>
/// <remarks>Every figure is known; a host of the estate with an unknown one never becomes a server.</remarks>
public sealed record PlannedHost
{
    /// <summary>The host's name; a new one is named after its cluster and number.</summary>
    public required string Name { get; init; }

    /// <summary>The cluster it serves.</summary>
    public required string Cluster { get; init; }

    /// <summary>Populated sockets, 1 and above.</summary>
    public required int Sockets { get; init; }

    /// <summary>Cores of one socket, 1 and above.</summary>
    public required int CoresPerSocket { get; init; }

    /// <summary>Hardware threads of the whole host: the widest VM it can run.</summary>
    public required int Threads { get; init; }

    /// <summary>Installed memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Usable storage inside the host that only VMs on it can use.</summary>
    public ByteSize LocalStorage { get; init; }

    /// <summary>Raw storage that it adds to the storage pool of its cluster (vSAN); zero where it adds none.</summary>
    public ByteSize PooledStorage { get; init; }

    /// <summary>Raw storage that licences by capacity count: what it adds to a pool, else what is inside it.</summary>
    public ByteSize RawStorage => PooledStorage > ByteSize.Zero ? PooledStorage : LocalStorage;

    /// <summary>Disk operations a second that it can do; null where not known.</summary>
    public decimal? Iops { get; init; }

    /// <summary>Network traffic that it can carry, in Mbit/s; null where not known.</summary>
    public decimal? NetworkMbps { get; init; }

    /// <summary>The catalogue's model where it is to be bought, null for a host of the estate.</summary>
    public ServerModel? Bought { get; init; }

    /// <summary>The CPU in words, for its power; null where not known.</summary>
    public string? CpuModel { get; init; }

    /// <summary>The site it stands at: its data centre, unless the scenario says otherwise; null where not known.</summary>
    public string? Site { get; init; }

    /// <summary>What one of its cores is worth, in cores of the reference CPU: above 0, and 1 where there is no reference or its CPU is not known.</summary>
    public decimal CoreFactor
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, 0m, nameof(CoreFactor));
            field = value;
        }
    } = 1;

    /// <summary>Whether it runs whether needed or not.</summary>
    public bool Stays { get; init; }

    /// <summary>Cores of the whole host.</summary>
    public int Cores => Sockets * CoresPerSocket;
}
