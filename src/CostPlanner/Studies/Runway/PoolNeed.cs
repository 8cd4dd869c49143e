using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Studies.Runway;

/// <summary>What the VMs of a pool need together, or what hosts may promise.</summary>
/// <param name="Cpu">vCPUs, or busy cores.</param>
/// <param name="Memory">Memory.</param>
/// <param name="LocalStorage">Storage inside the hosts; zero where VMs lie on shared storage.</param>
public sealed record PoolNeed(decimal Cpu, ByteSize Memory, ByteSize LocalStorage)
{
    /// <summary>The dimensions that are looked at.</summary>
    public static ImmutableArray<Dimension> Dimensions { get; } = [Dimension.Cpu, Dimension.Memory, Dimension.LocalStorage];

    /// <summary>The sum over VMs.</summary>
    public static PoolNeed Of(IEnumerable<VmDemand> demands) => demands.Aggregate(
        new PoolNeed(0, ByteSize.Zero, ByteSize.Zero),
        (sum, vm) => new PoolNeed(sum.Cpu + vm.Cpu, sum.Memory + vm.Memory, sum.LocalStorage + vm.LocalStorage + vm.PooledStorage));

    /// <summary>What the servers may promise when in each dimension those are lost that offer the most of it.</summary>
    /// <param name="question">The pool with its servers.</param>
    public static PoolNeed PromisedBy(ClusterQuestion question)
    {
        var offers = question.Existing.Select(question.Terms.CapacityOf).ToList();
        var left = Math.Max(0, offers.Count - question.Terms.Failures);
        return new PoolNeed(
            offers.Select(offer => offer.Cpu).Order().Take(left).Sum(),
            Sum(offers.Select(offer => offer.Memory).Order().Take(left)),
            Sum(offers.Select(offer => offer.LocalStorage).Order().Take(left)) + (question.Storage is { } pool
                ? Sum(offers.Select(offer => offer.PooledStorage).Order().Take(Math.Max(0, offers.Count - pool.Rebuild)))
                : ByteSize.Zero));
    }

    /// <summary>The amount of a dimension: CPU in its unit, the others in GiB.</summary>
    public decimal Of(Dimension dimension) => dimension switch
    {
        Dimension.Cpu => Cpu,
        Dimension.Memory => Memory.GiB,
        Dimension.LocalStorage => LocalStorage.GiB,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "not looked at over time"),
    };

    /// <summary>How much of what is promised is needed; null where nothing is promised.</summary>
    public decimal? ShareOf(PoolNeed promised, Dimension dimension) => promised.Of(dimension) == 0 ? null : Of(dimension) / promised.Of(dimension);

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
