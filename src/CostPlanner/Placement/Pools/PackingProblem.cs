using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Placement.Pools;

/// <summary>The demands and servers of one pool as whole numbers, ready to be packed.</summary>
/// <remarks>
/// Needs are rounded up and capacities down, so that what fits here fits in truth; bounds take needs rounded down and capacities rounded up. Items are ordered
/// by id, so that the order of the input's rows changes nothing. Restrictions are axes too: an allowed server offers permissions, a forbidden one none.
/// </remarks>
internal sealed class PackingProblem
{
    private readonly int[] sizes;
    private readonly int[] capacities;
    private readonly int[] leastSizes;
    private readonly int[] mostCapacities;
    private readonly Dictionary<(int Axis, int Capacity), SizeSteps?> steps = [];
    private readonly double[] perUnit;
    private readonly double[] weights;
    private readonly decimal[] scales;

    public PackingProblem(
        ImmutableArray<PackedItem> items,
        ImmutableArray<PlannedHost> servers,
        ImmutableArray<Axis> axes,
        ImmutableArray<PackingGroup> groups,
        PooledNeed? storage = null)
    {
        (Items, Servers, Axes, Groups, Storage) = (items, servers, axes, groups, storage);
        var offered = axes.Select(axis => servers.Select(axis.Capacity).ToArray()).ToArray();
        scales = [.. axes.Select((axis, d) => Scale(axis, offered[d].DefaultIfEmpty(0).Max()))];
        capacities = new int[servers.Length * axes.Length];
        sizes = new int[items.Length * axes.Length];
        (leastSizes, mostCapacities) = (new int[sizes.Length], new int[capacities.Length]);
        for (var d = 0; d < axes.Length; d++)
        {
            for (var server = 0; server < servers.Length; server++)
            {
                var offer = offered[d][server] * scales[d];
                capacities[(server * axes.Length) + d] = (int)decimal.Floor(offer);
                mostCapacities[(server * axes.Length) + d] = (int)decimal.Ceiling(offer);
            }

            for (var item = 0; item < items.Length; item++)
            {
                var need = Math.Min(PackingInstance.LargestSize, axes[d].Need(items[item]) * scales[d]);
                sizes[(item * axes.Length) + d] = (int)decimal.Ceiling(need);
                leastSizes[(item * axes.Length) + d] = (int)decimal.Floor(need);
            }
        }

        GroupsOf = [
            .. items.Select(
                (_, item) => groups.IsEmpty ? [] : groups.Index().Where(each => each.Item.Items.Contains(item)).Select(each => each.Index).ToImmutableArray()),
        ];
        perUnit = PerUnit();
        weights = [.. Enumerable.Range(0, items.Length).Select(Weight)];
    }

    private PackingProblem(PackingProblem other, ImmutableArray<int> servers)
    {
        (Items, Axes, Groups, GroupsOf, Storage, sizes, leastSizes, scales, weights) = (
            other.Items, other.Axes, other.Groups, other.GroupsOf, other.Storage, other.sizes, other.leastSizes, other.scales, other.weights);
        Servers = [.. servers.Select(server => other.Servers[server])];
        (capacities, mostCapacities) = (new int[servers.Length * Dimensions], new int[servers.Length * Dimensions]);
        for (var server = 0; server < servers.Length; server++)
        {
            other.CapacityOf(servers[server]).CopyTo(capacities.AsSpan(server * Dimensions));
            other.MostOf(servers[server]).CopyTo(mostCapacities.AsSpan(server * Dimensions));
        }

        perUnit = PerUnit();
    }

    /// <summary>What is to be placed.</summary>
    public ImmutableArray<PackedItem> Items { get; }

    /// <summary>The servers offered.</summary>
    public ImmutableArray<PlannedHost> Servers { get; }

    /// <summary>What items take and servers offer.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>The groups of which a server may carry only so many.</summary>
    public ImmutableArray<PackingGroup> Groups { get; }

    /// <summary>For each item the groups it belongs to.</summary>
    public ImmutableArray<ImmutableArray<int>> GroupsOf { get; }

    /// <summary>What the storage pool needs of all servers together; null where there is none.</summary>
    public PooledNeed? Storage { get; }

    /// <summary>Whether the servers hold together what lies on the storage pool, the largest lost that are to be rebuilt.</summary>
    public bool HoldsStorage => Storage is null || Storage.Rule.IsMetBy(Storage.Raw, Servers);

    /// <summary>Whether nothing was rounded.</summary>
    public bool IsExact => sizes.AsSpan().SequenceEqual(leastSizes) && capacities.AsSpan().SequenceEqual(mostCapacities);

    /// <summary>How many axes there are.</summary>
    public int Dimensions => Axes.Length;

    /// <summary>The same items on some of the servers, in that order.</summary>
    public PackingProblem On(ImmutableArray<int> servers) => new(this, servers);

    public ReadOnlySpan<int> SizeOf(int item) => sizes.AsSpan(item * Dimensions, Dimensions);

    public ReadOnlySpan<int> CapacityOf(int server) => capacities.AsSpan(server * Dimensions, Dimensions);

    /// <summary>What a server offers at the most, rounded up, for bounds.</summary>
    public ReadOnlySpan<int> MostOf(int server) => mostCapacities.AsSpan(server * Dimensions, Dimensions);

    /// <summary>The share of each axis of amounts that one unit takes of a server; 0 where the server has none of it, and for permissions.</summary>
    public ReadOnlySpan<double> PerUnitOf(int server) => perUnit.AsSpan(server * Dimensions, Dimensions);

    /// <summary>How hard the item is to place: the largest share that it takes of any axis of the first server.</summary>
    public double WeightOf(int item) => weights[item];

    /// <summary>What all items take of an axis.</summary>
    public long Needed(int d) => Needed(d, []);

    /// <summary>What all items but some take of an axis.</summary>
    public long Needed(int d, ImmutableHashSet<int> without) => Sum(sizes, d, without, null);

    /// <summary>What all items but some take of an axis at least, each rounded down, for bounds; in steps where some are given.</summary>
    public long NeededLeast(int d, ImmutableHashSet<int> without, SizeSteps? inSteps = null) => Sum(leastSizes, d, without, inSteps);

    /// <summary>The steps that say more of an axis than its sum does, for each of the capacities where there are any.</summary>
    public ImmutableArray<SizeSteps> StepsOf(int d, ImmutableArray<long> offered)
    {
        return [.. offered.Where(capacity => capacity > 0).Distinct().Select(capacity => Known((int)capacity)).OfType<SizeSteps>()];

        SizeSteps? Known(int capacity)
        {
            if (!steps.TryGetValue((d, capacity), out var known))
            {
                var counts = Enumerable.Range(0, Items.Length)
                    .Select(item => leastSizes[(item * Dimensions) + d])
                    .Where(size => size > 0)
                    .CountBy(size => size)
                    .ToDictionary(each => each.Key, each => (long)each.Value);
                steps[(d, capacity)] = known = SizeSteps.Best(capacity, counts)?.Steps;
            }

            return known;
        }
    }

    private long Sum(int[] of, int d, ImmutableHashSet<int> without, SizeSteps? inSteps)
    {
        var sum = 0L;
        for (var item = 0; item < Items.Length; item++)
        {
            var size = !without.IsEmpty && without.Contains(item) ? 0 : of[(item * Dimensions) + d];
            sum += inSteps?.Of(size) ?? size;
        }

        return sum;
    }

    /// <summary>The axes that an item is too large for on an empty server.</summary>
    public IEnumerable<int> Obstacles(int item, int server)
    {
        for (var d = 0; d < Dimensions; d++)
        {
            if (SizeOf(item)[d] > CapacityOf(server)[d])
            {
                yield return d;
            }
        }
    }

    /// <summary>Whether the item fits on the server when nothing else is on it.</summary>
    public bool FitsAlone(int item, int server)
    {
        for (var d = 0; d < Dimensions; d++)
        {
            if (sizes[(item * Dimensions) + d] > capacities[(server * Dimensions) + d])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the servers that the item is tied to, by rules or devices, are all among those lost, so that it goes down with them.</summary>
    public bool GoesDown(int item, Func<int, bool> isLost) =>
        Axes.Any(axis => axis.Ties) && Ties(item) is { Length: > 0 } ties && Allowed(item, ties).All(isLost);

    /// <summary>The items that are tied to no more servers than may fail: some loss takes them down, and they need no spare.</summary>
    public ImmutableHashSet<int> MayGoDown(int failures) => !Axes.Any(axis => axis.Ties) ? [] :
        [.. Enumerable.Range(0, Items.Length).Where(item => Ties(item) is { Length: > 0 } ties && Allowed(item, ties).Take(failures + 1).Count() <= failures)];

    /// <summary>
    /// The items that are tied to servers at all: on a few servers well chosen some loss takes any of them down, so no bound may ask for their spare.
    /// </summary>
    public ImmutableHashSet<int> Tied => !Axes.Any(axis => axis.Ties) ? [] : [.. Enumerable.Range(0, Items.Length).Where(item => Ties(item).Length > 0)];

    private int[] Ties(int item) => [.. Enumerable.Range(0, Dimensions).Where(d => Axes[d].Ties && SizeOf(item)[d] > 0)];

    private IEnumerable<int> Allowed(int item, int[] ties) =>
        Enumerable.Range(0, Servers.Length).Where(server => Array.TrueForAll(ties, d => SizeOf(item)[d] <= CapacityOf(server)[d]));

    /// <summary>What each server offers when some of them are closed.</summary>
    public int[][] Closing(ImmutableArray<int> closed) =>
        [.. Enumerable.Range(0, Servers.Length).Select(server => closed.Contains(server) ? new int[Dimensions] : CapacityOf(server).ToArray())];

    /// <summary>What each server offers when it gives out so many parts of what it has, permissions excepted.</summary>
    public int[][] Reserving(int parts, int of) =>
    [
        .. Enumerable.Range(0, Servers.Length).Select(server => CapacityOf(server).ToArray()
            .Select((each, d) => Axes[d].Restriction is null ? (int)((long)each * parts / of) : each).ToArray()),
    ];

    /// <summary>An amount of an axis in natural units.</summary>
    public decimal Natural(int d, long amount) => amount / scales[d];

    /// <summary>All items and as many servers as needed that offer the same as one of them, as an instance of the vector packing engine.</summary>
    /// <param name="server">The server.</param>
    /// <param name="forBound">Whether needs are rounded down and capacities up, so that a bound of it is one of the truth.</param>
    public PackingInstance InstanceOf(int server, bool forBound = false) => new(
        [new BinType([.. forBound ? MostOf(server) : CapacityOf(server)])],
        [.. forBound ? leastSizes : sizes],
        [.. Items.Select(_ => 1)],
        [.. Groups.Select(group => new AntiAffinityGroup(group.AtMost, [.. group.Items.Order()]))]);

    /// <summary>The same without the restrictions that spread items over sites, for the case that a site is lost.</summary>
    public PackingProblem WithoutSites()
    {
        var relaxed = On([.. Enumerable.Range(0, Servers.Length)]);
        foreach (var (d, axis) in Axes.Index().Where(each => each.Item.Restriction is { IsOfSite: true }))
        {
            for (var server = 0; server < Servers.Length; server++)
            {
                relaxed.capacities[(server * Dimensions) + d] = Items.Length;
            }
        }

        return relaxed;
    }

    /// <summary>Whole numbers as fine as the axis asks for, unless the largest server would get too large for the search.</summary>
    private static decimal Scale(Axis axis, decimal largest)
    {
        decimal scale = axis.Parts;
        while (largest * scale >= PackingInstance.LargestSize)
        {
            scale /= 2;
        }

        return scale;
    }

    private double[] PerUnit()
    {
        var shares = new double[capacities.Length];
        for (var at = 0; at < shares.Length; at++)
        {
            shares[at] = capacities[at] > 0 && Axes[at % Dimensions].Restriction is null ? 1.0 / capacities[at] : 0;
        }

        return shares;
    }

    private double Weight(int item)
    {
        var weight = 0.0;
        for (var d = 0; d < Dimensions && !Servers.IsEmpty; d++)
        {
            weight = Math.Max(weight, SizeOf(item)[d] * PerUnitOf(0)[d]);
        }

        return weight;
    }
}
