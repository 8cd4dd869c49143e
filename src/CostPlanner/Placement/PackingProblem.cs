using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>The demands and servers of one cluster as whole numbers, ready to be packed.</summary>
/// <remarks>
/// CPU is counted in thousandths of a vCPU, memory and storage in MiB; demands are rounded up and capacities down, so that
/// what fits here fits in truth. Items are ordered by id, so that the order of the input's rows changes nothing.
/// </remarks>
internal sealed class PackingProblem
{
    /// <summary>How many dimensions there are.</summary>
    public static readonly int Dimensions = Enum.GetValues<Dimension>().Length;

    private readonly long[] sizes;
    private readonly long[] capacities;
    private readonly double[] perUnit;
    private readonly double[] weights;

    public PackingProblem(
        IEnumerable<VmDemand> demands,
        ImmutableArray<Server> servers,
        PlatformFamily platform,
        AssumptionSet assumptions)
    {
        Items = [.. demands.OrderBy(demand => demand.Vm.Id, StringComparer.Ordinal)];
        Servers = servers;
        sizes = [.. Items.SelectMany(Size)];
        capacities = [.. servers.SelectMany(server => Capacity(ServerCapacity.Of(server, platform, assumptions)))];
        perUnit = [.. capacities.Select(capacity => capacity > 0 ? 1.0 / capacity : 0)];
        var names = Items.SelectMany(item => item.Vm.AntiAffinityRules).Distinct().Order(StringComparer.Ordinal).ToList();
        Groups = [.. Items.Select(item => item.Vm.AntiAffinityRules.Select(names.IndexOf).ToImmutableArray())];
        GroupNames = [.. names];
        var largest = Enumerable.Range(0, Dimensions)
            .Select(d => Enumerable.Range(0, servers.Length).Select(server => CapacityOf(server)[d]).DefaultIfEmpty(0).Max())
            .ToArray();
        weights = [.. Enumerable.Range(0, Items.Length).Select(item => Weight(SizeOf(item), largest))];
    }

    /// <summary>The VMs.</summary>
    public ImmutableArray<VmDemand> Items { get; }

    /// <summary>The servers offered.</summary>
    public ImmutableArray<Server> Servers { get; }

    /// <summary>For each item the anti-affinity groups it belongs to.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups { get; }

    /// <summary>The names of the anti-affinity groups.</summary>
    public ImmutableArray<string> GroupNames { get; }

    public ReadOnlySpan<long> SizeOf(int item) => sizes.AsSpan(item * Dimensions, Dimensions);

    public ReadOnlySpan<long> CapacityOf(int server) => capacities.AsSpan(server * Dimensions, Dimensions);

    /// <summary>The share of each dimension that one unit takes of a server; 0 where the server has none of it.</summary>
    public ReadOnlySpan<double> PerUnitOf(int server) => perUnit.AsSpan(server * Dimensions, Dimensions);

    /// <summary>How hard the item is to place: the largest share that it takes of any dimension of the largest server.</summary>
    public double WeightOf(int item) => weights[item];

    /// <summary>vCPUs that run at once: only those of VMs that run.</summary>
    public int WidthOf(int item) => Items[item].VCpus > 0 ? Items[item].Vm.VCpus : 0;

    /// <summary>Whether the item fits on the server when nothing else is on it.</summary>
    public bool FitsAlone(int item, int server) => Obstacle(item, server) is null;

    /// <summary>What stops an item on an empty server: the widths of its vCPUs (-1), a dimension, or nothing (null).</summary>
    public int? Obstacle(int item, int server)
    {
        if (WidthOf(item) > Servers[server].Threads)
        {
            return WidthObstacle;
        }

        for (var d = 0; d < Dimensions; d++)
        {
            if (SizeOf(item)[d] > CapacityOf(server)[d])
            {
                return d;
            }
        }

        return null;
    }

    /// <summary>The obstacle of a VM with more vCPUs than a server has threads.</summary>
    public const int WidthObstacle = -1;

    private static double Weight(ReadOnlySpan<long> size, long[] largest)
    {
        var weight = 0.0;
        for (var d = 0; d < Dimensions; d++)
        {
            weight = largest[d] > 0 ? Math.Max(weight, (double)size[d] / largest[d]) : weight;
        }

        return weight;
    }

    private static IEnumerable<long> Size(VmDemand demand) =>
    [
        (long)decimal.Ceiling(demand.VCpus * Tuning.PartsPerVCpu),
        demand.Memory.MiBRoundedUp,
        demand.LocalStorage.MiBRoundedUp,
    ];

    private static IEnumerable<long> Capacity(ServerCapacity capacity) =>
    [
        (long)decimal.Floor(capacity.VCpus * Tuning.PartsPerVCpu),
        capacity.Memory.MiBRoundedDown,
        capacity.LocalStorage.MiBRoundedDown,
    ];
}
