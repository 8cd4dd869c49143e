using System.Collections.Immutable;

using CostPlanner.Model;

namespace CostPlanner.Placement.Pools;

/// <summary>One thing that a mix of servers must hold: the sum of an axis, on what hosts or a site leave that are lost.</summary>
/// <param name="Axis">The axis, by position.</param>
/// <param name="IsAmount">Whether it is an amount; else it is a permission, or an amount in steps.</param>
/// <param name="Needed">The sum of all items.</param>
/// <param name="Capacity">What a server of each kind offers; nothing where it stands at the site that is lost.</param>
/// <param name="Lost">How many of the largest servers are lost.</param>
/// <param name="LostSite">The site that is lost, by number; null where hosts are.</param>
internal sealed record CoverRow(int Axis, bool IsAmount, long Needed, ImmutableArray<long> Capacity, int Lost, int? LostSite)
{
    /// <summary>The axis of a row that is none: of the storage pool, which all servers hold together.</summary>
    public const int NoAxis = -1;

    /// <summary>What the row asks for, where it is of no axis.</summary>
    public Message? What { get; init; }

    /// <summary>The most that the largest servers can offer that are lost.</summary>
    public long LargestLoss { get; } = Lost == 0 || Capacity.IsEmpty ? 0 : Lost * Capacity.Max();

    /// <summary>Whether it is an amount counted in steps, which says more than the sum where little of a server can be filled by the sizes there are.</summary>
    public bool InSteps { get; init; }

    /// <summary>The rows of an axis: one for the hosts that may fail, and one for each site that may be lost; and the former in steps.</summary>
    /// <param name="problem">The items and servers.</param>
    /// <param name="kinds">The kinds of its servers.</param>
    /// <param name="d">The axis.</param>
    /// <param name="failures">Hosts that may fail at once.</param>
    /// <param name="sites">Sites of which any may be lost.</param>
    /// <param name="down">Items that go down with lost servers, or may: they need a place, and no spare.</param>
    public static IEnumerable<CoverRow> Of(
        PackingProblem problem, ImmutableArray<ServerKind> kinds, int d, int failures, string[] sites, ImmutableHashSet<int> down)
    {
        var axis = problem.Axes[d];
        ImmutableArray<long> all = [.. kinds.Select(kind => (long)kind.Servers.Max(server => problem.MostOf(server)[d]))];

        var offering = kinds.Index().Where(kind => all[kind.Index] > 0).Sum(kind => kind.Item.Servers.Length);
        yield return new CoverRow(
            d, axis.Restriction is null, problem.NeededLeast(d, down), all, axis.Ties ? Math.Min(failures, Math.Max(0, offering - 1)) : failures, null);
        foreach (var steps in axis.Restriction is null && !axis.Ties ? problem.StepsOf(d, all) : [])
        {
            yield return new CoverRow(d, false, problem.NeededLeast(d, down, steps), [.. all.Select(steps.Of)], failures, null) { InSteps = true };
        }

        if (!down.IsEmpty)
        {
            yield return new CoverRow(d, axis.Restriction is null, problem.NeededLeast(d, []), all, 0, null);
        }

        foreach (var (number, site) in sites.Index().Where(_ => axis.Restriction is null && !axis.Ties))
        {
            var lost = kinds.Where(kind => problem.Servers[kind.Servers[0]].Site == site).SelectMany(kind => kind.Servers).ToHashSet();
            var without = down.Union(Enumerable.Range(0, problem.Items.Length).Where(item => problem.GoesDown(item, lost.Contains)));
            ImmutableArray<long> left = [.. kinds.Select((kind, at) => problem.Servers[kind.Servers[0]].Site == site ? 0 : all[at])];
            yield return new CoverRow(d, true, problem.NeededLeast(d, without), left, 0, number);
        }
    }

    /// <summary>
    /// The rows of the storage pool, exact to the byte: raw capacity without the hosts to be rebuilt, hosts enough for the policy, and for each site that
    /// may be lost the raw capacity of the others.
    /// </summary>
    public static IEnumerable<CoverRow> OfStorage(PackingProblem problem, ImmutableArray<ServerKind> kinds, string[] sites)
    {
        if (problem.Storage is not { Raw: > 0 } storage)
        {
            yield break;
        }

        ImmutableArray<long> raw = [.. kinds.Select(kind => problem.Servers[kind.Servers[0]].PooledStorage.Bytes)];
        yield return new CoverRow(NoAxis, false, storage.Raw, raw, storage.Rule.Rebuild, null) { What = Reasons.Pool(storage.Rule) };
        yield return new CoverRow(
            NoAxis, false, storage.Rule.Hosts, [.. raw.Select(each => each > 0 ? 1L : 0)], 0, null) { What = Reasons.PoolHosts(storage.Rule) };
        foreach (var (number, site) in sites.Index())
        {
            yield return new CoverRow(
                NoAxis, false, storage.Raw, [.. kinds.Select((kind, at) => problem.Servers[kind.Servers[0]].Site == site ? 0 : raw[at])], 0, number)
            {
                What = Reasons.Pool(storage.Rule),
            };
        }
    }

    /// <summary>What a mix holds in the worst case.</summary>
    public long Held(ReadOnlySpan<int> mix)
    {
        var sum = 0L;
        for (var kind = 0; kind < mix.Length; kind++)
        {
            sum += mix[kind] * Capacity[kind];
        }

        return sum - LargestLost(mix);
    }

    /// <summary>What the largest servers of a mix offer.</summary>
    private long LargestLost(ReadOnlySpan<int> mix)
    {
        var (sum, lost, below) = (0L, Lost, LargestLoss + 1);
        while (lost > 0)
        {
            var (largest, many) = (0L, 0);
            for (var kind = 0; kind < mix.Length; kind++)
            {
                if (mix[kind] > 0 && Capacity[kind] < below && Capacity[kind] >= largest)
                {
                    (largest, many) = (Capacity[kind], Capacity[kind] == largest ? many + mix[kind] : mix[kind]);
                }
            }

            if (largest == 0)
            {
                break;
            }

            sum += Math.Min(lost, many) * largest;
            (lost, below) = (lost - many, largest);
        }

        return sum;
    }
}
