namespace CostPlanner.Model;

/// <summary>A physical server of the estate.</summary>
/// <remarks>A figure that the source does not have is null, never zero: a thin export may know the cores and not the sockets.</remarks>
public sealed record Host
{
    /// <summary>
    /// The host's name, which no other host of the inventory has: where sources give one name to several, with what tells them apart behind it.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The name as the source has it, which hosts of several managers may share.</summary>
    public string NameInSource { get => field ?? Name; init; }

    /// <summary>The cluster; null for a host that stands alone, or where the source does not tell clusters (<see cref="Inventory.TellsClusters"/>).</summary>
    public string? Cluster { get; init; }

    /// <summary>The data centre, or null where the source does not say.</summary>
    public string? Datacenter { get; init; }

    /// <summary>The vCenter, or other manager, that its name and id are from; null where the source does not say.</summary>
    public string? VCenter { get; init; }

    /// <summary>The CPU in the source's words, or null.</summary>
    public string? CpuModel { get; init; }

    /// <summary>Populated sockets, 1 and above, or null.</summary>
    public int? Sockets { get; init => field = OneOrMore(value, nameof(Sockets)); }

    /// <summary>Physical cores of the whole host, 1 and above, or null.</summary>
    public int? Cores { get; init => field = OneOrMore(value, nameof(Cores)); }

    /// <summary>Whether each core runs two threads; null where the source does not say.</summary>
    public bool? HyperThreading { get; init; }

    /// <summary>The speed of one core, or null where the source does not say.</summary>
    public Frequency? CoreSpeed { get; init; }

    /// <summary>Installed memory, or null.</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>Whether it is in maintenance mode: it holds no VMs now, and still needs its licences.</summary>
    public bool InMaintenance { get; init; }

    /// <summary>Whether running VMs can be moved to and from it (vMotion); null where the source does not say.</summary>
    public bool? MovesRunningVms { get; init; }

    /// <summary>Vendor and model of the server, or null.</summary>
    public string? Model { get; init; }

    /// <summary>The hypervisor's version in the source's words, or null.</summary>
    public string? Version { get; init; }

    /// <summary>What the source says runs on it, beside the list of VMs; null where it does not say.</summary>
    public StatedLoad? Stated { get; init; }

    /// <summary>Where it was read.</summary>
    public required SourcePlace Origin { get; init; }

    /// <summary>Cores of one socket, or null where sockets or cores are not known or do not divide.</summary>
    public int? CoresPerSocket => Sockets is { } sockets && Cores is { } cores && cores % sockets == 0 ? cores / sockets : null;

    /// <summary>Hardware threads: the cores, twice with hyper-threading; null where the cores are not known.</summary>
    public int? Threads => HyperThreading == true ? Cores * 2 : Cores;

    /// <summary>Whether the source tells enough of it to place VMs on it: sockets, cores and memory.</summary>
    public bool IsDescribed => CoresPerSocket is not null && Threads is not null && Memory is not null;

    private static int? OneOrMore(int? value, string name)
    {
        if (value is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, name);
        }

        return value;
    }
}
