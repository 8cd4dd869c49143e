using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A server that can be bought.</summary>
public sealed record ServerModel
{
    /// <summary>The model's id in the catalogue.</summary>
    public required string Id { get; init; }

    /// <summary>The server as printed.</summary>
    public required string Name { get; init; }

    /// <summary>The CPU's name in the CPU catalogue.</summary>
    public required string Cpu { get; init; }

    /// <summary>Populated sockets, 1 and above.</summary>
    public required int Sockets { get; init; }

    /// <summary>Cores of one socket, 1 and above.</summary>
    public required int CoresPerSocket { get; init; }

    /// <summary>Threads of one core: 1, or 2 with hyper-threading.</summary>
    public required int ThreadsPerCore { get; init; }

    /// <summary>Installed memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Usable storage inside the server; zero for one that boots and stores on shared storage.</summary>
    public ByteSize LocalStorage { get; init; }

    /// <summary>Disk operations a second that its own storage can do; null where not known.</summary>
    public decimal? Iops { get; init; }

    /// <summary>Network traffic that it can carry, in Mbit/s; null where not known.</summary>
    public decimal? NetworkMbps { get; init; }

    /// <summary>The price of one, or null for a hole.</summary>
    public Money? Price { get; init; }

    /// <summary>Height in a rack, in rack units.</summary>
    public required int RackUnits { get; init; }

    /// <summary>The first day the row holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day the row holds, or null while it holds still.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where the price comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Cores of the whole server.</summary>
    public int Cores => Sockets * CoresPerSocket;
}

/// <summary>The servers that can be bought.</summary>
public sealed record HostCatalogue(ImmutableArray<ServerModel> Models)
{
    /// <summary>The server of that id, or null.</summary>
    public ServerModel? Find(string id) => Models.FirstOrDefault(model => model.Id == id);
}
