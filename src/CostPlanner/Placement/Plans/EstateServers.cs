using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>The servers that a cluster may use: those of the estate, and as many new ones as asked for.</summary>
public static class EstateServers
{
    /// <summary>
    /// Those hosts of a pool whose sockets, cores and memory are known, by name. A host with an unknown one is left out,
    /// because nothing can be promised on it.
    /// </summary>
    internal static ImmutableArray<PlannedHost> Existing(Inventory inventory, string pool, IEnumerable<Host> hosts, EstateSites sites, CpuReference? reference)
    {
        var holders = DatastoreHolders.Of(inventory);
        return
        [
            .. hosts
                .Where(host => host.IsDescribed)
                .OrderBy(host => host.Name, StringComparer.Ordinal)
                .Select(host => new PlannedHost
                {
                    Name = host.Name,
                    Cluster = pool,
                    Site = sites.OfHost(host),
                    Sockets = host.Sockets!.Value,
                    CoresPerSocket = host.CoresPerSocket!.Value,
                    Threads = host.Threads!.Value,
                    Memory = host.Memory!.Value,
                    LocalStorage = StorageInside(holders, host, isVsan: false),
                    PooledStorage = StorageInside(holders, host, isVsan: true),
                    CpuModel = host.CpuModel,
                    CoreFactor = reference?.WorthOf(host.CpuModel) ?? 1,
                }),
        ];
    }

    /// <summary>Every host of today whose sockets, cores and memory are known, by name.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="cache">Keeps them: every option of every trial asks for it.</param>
    public static ImmutableArray<PlannedHost> Today(Inventory inventory, CaseCache cache) => cache.Of(
        inventory, static each => new TodaysServers(Existing(each, EstatePools.Everything, each.Hosts, new EstateSites(each, []), reference: null))).Servers;

    private sealed record TodaysServers(ImmutableArray<PlannedHost> Servers);

    /// <summary>A new server of a model for a pool, with the number that tells it from others.</summary>
    public static PlannedHost New(ServerModel model, string cluster, int number, string? site = null, CpuReference? reference = null) => new()
    {
        Name = NewName(cluster, number),
        Cluster = cluster,
        Site = site,
        Sockets = model.Sockets,
        CoresPerSocket = model.CoresPerSocket,
        Threads = model.Cores * model.ThreadsPerCore,
        Memory = model.Memory,
        LocalStorage = model.LocalStorage,
        Iops = model.Iops,
        NetworkMbps = model.NetworkMbps,
        Bought = model,
        CpuModel = model.Cpu,
        CoreFactor = reference?.WorthOf(model.Cpu) ?? 1,
    };

    /// <summary>The name of a server to be bought.</summary>
    public static string NewName(string cluster, int number) => FormattableString.Invariant($"{cluster} new {number}");

    /// <summary>The server with all its storage given to the pool of its cluster.</summary>
    internal static PlannedHost Pooled(PlannedHost server) => server with { PooledStorage = server.RawStorage, LocalStorage = ByteSize.Zero };

    /// <summary>A host's part of the datastores that it holds; of a vSAN datastore every host holds the same part.</summary>
    private static ByteSize StorageInside(ILookup<string, (Datastore Datastore, int Hosts)> holders, Host host, bool isVsan) => holders[host.Name]
        .Where(each => each.Datastore.IsVsan == isVsan)
        .Aggregate(ByteSize.Zero, (sum, each) => sum + ByteSize.FromBytes(each.Datastore.Capacity.Bytes / each.Hosts));
}
