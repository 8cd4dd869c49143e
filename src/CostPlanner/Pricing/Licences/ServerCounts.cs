using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Licences;

/// <summary>Servers counted by kind: what buying, powering and housing them looks at is the same for all of a kind.</summary>
/// <param name="Kinds">One server of each kind, and how many there are; kinds stand in the order of their first server.</param>
public sealed record ServerCounts(ImmutableArray<(PlannedHost Alike, int Count)> Kinds)
{
    /// <summary>No server.</summary>
    public static ServerCounts None { get; } = new([]);

    /// <summary>How many servers there are.</summary>
    public int Count { get; } = Kinds.Sum(kind => kind.Count);

    /// <summary>Their cores.</summary>
    public int Cores => Kinds.Sum(kind => kind.Count * kind.Alike.Cores);

    /// <summary>The counts of some servers; those of a plan are counted once for all spans of months, options and trials.</summary>
    public static ServerCounts Of(ImmutableArray<PlannedHost> servers, CaseCache cache) =>
        cache.Of(
            ImmutableCollectionsMarshal.AsArray(servers)!,
            static all => new ServerCounts([.. all.GroupBy(KindOf).Select(kind => (kind.First(), kind.Count()))]));

    /// <summary>These and others.</summary>
    public ServerCounts And(ServerCounts others) => others.Kinds.IsEmpty ? this : new(
    [
        .. Kinds.Concat(others.Kinds).GroupBy(kind => KindOf(kind.Alike)).Select(kind => (kind.First().Alike, kind.Sum(each => each.Count))),
    ]);

    private static (ServerModel?, string?, int, int) KindOf(PlannedHost server) => (server.Bought, server.CpuModel, server.Sockets, server.CoresPerSocket);
}
