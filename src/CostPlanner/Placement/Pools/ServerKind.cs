using System.Collections.Immutable;

namespace CostPlanner.Placement.Pools;

/// <summary>Servers that are the same to placement: what they offer, where they stand and what they cost.</summary>
/// <param name="Servers">Their positions in the problem, those to be used first in front.</param>
/// <param name="Price">What using one costs, 0 or more, in the unit of the objective.</param>
/// <param name="AtLeast">How many must be used whether needed or not.</param>
internal sealed record ServerKind(ImmutableArray<int> Servers, decimal Price, int AtLeast)
{
    /// <summary>Which servers are the same, each kind with its price; kinds stand in the order of their first server.</summary>
    public static ImmutableArray<ServerKind> Of(PackingProblem problem, Func<int, decimal> price, Func<int, bool> mustStay) =>
    [
        .. Enumerable.Range(0, problem.Servers.Length)
            .GroupBy(server => (
                Capacity: string.Join(',', problem.CapacityOf(server).ToArray()),
                problem.Servers[server].PooledStorage,
                problem.Servers[server].Site,
                Price: price(server),
                Stays: mustStay(server),
                New: problem.Servers[server].Bought?.Id))
            .Select(group => new ServerKind([.. group], group.Key.Price, group.Key.Stays ? group.Count() : 0)),
    ];

    /// <summary>Whether all servers of the kinds offer the same and stand at one site, so that only prices tell them apart.</summary>
    public static bool AreAlike(PackingProblem problem, ImmutableArray<ServerKind> kinds) => !kinds.IsEmpty && kinds.All(kind =>
        problem.Servers[kind.Servers[0]].Site == problem.Servers[kinds[0].Servers[0]].Site
        && problem.Servers[kind.Servers[0]].PooledStorage == problem.Servers[kinds[0].Servers[0]].PooledStorage
        && problem.CapacityOf(kind.Servers[0]).SequenceEqual(problem.CapacityOf(kinds[0].Servers[0])));
}

/// <summary>How many servers of each kind are used.</summary>
/// <param name="Counts">By position of the kind.</param>
/// <param name="Price">The sum of their prices.</param>
internal sealed record Mix(ImmutableArray<int> Counts, decimal Price)
{
    /// <summary>How many servers it has.</summary>
    public int Servers => Counts.Sum();

    /// <summary>The cheapest mix of at least so many servers, with all that must be used; null where fewer are offered.</summary>
    public static Mix? CheapestOf(ImmutableArray<ServerKind> kinds, int servers)
    {
        int[] counts = [.. kinds.Select(kind => kind.AtLeast)];
        var left = servers - counts.Sum();
        foreach (var (at, kind) in kinds.Index().OrderBy(each => each.Item.Price))
        {
            var more = Math.Clamp(left, 0, kind.Servers.Length - counts[at]);
            counts[at] += more;
            left -= more;
        }

        return left > 0 ? null : new Mix([.. counts], kinds.Zip(counts, (kind, count) => count * kind.Price).Sum());
    }

    /// <summary>The positions of its servers in the problem.</summary>
    public ImmutableArray<int> Of(ImmutableArray<ServerKind> kinds) => [.. kinds.SelectMany((kind, at) => kind.Servers.Take(Counts[at]))];
}
