using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>The axes of a pool: resources, each in every time bucket in which needs differ, pieces that are counted, and restrictions.</summary>
internal static class Axes
{
    /// <summary>The axes of amounts for those items on those servers; the first is CPU, the second memory.</summary>
    public static ImmutableArray<Axis> Of(PlacementTerms terms, ImmutableArray<PackedItem> items, ImmutableArray<PlannedHost> servers)
    {
        var known = servers.ToDictionary<PlannedHost, PlannedHost, ServerCapacity>(server => server, terms.CapacityOf, ReferenceEqualityComparer.Instance);
        var demands = items.SelectMany(item => item.Vms).ToList();
        return
        [
            .. Over(demands.Max(vm => (int?)vm.CpuByBucket.Length), (bucket, isOne) => Resource(
                terms, Dimension.Cpu, isOne
                    ? bucket
                    : null, vm => vm.CpuByBucket.IsEmpty
                    ? vm.Cpu
                    : vm.CpuByBucket[bucket], server => Capacity(server).Cpu, PlacementTuning.PartsPerVCpu)),
            .. Over(demands.Max(vm => (int?)vm.MemoryByBucket.Length), (bucket, isOne) => Resource(
                terms, Dimension.Memory, isOne
                    ? bucket
                    : null, vm => (vm.MemoryByBucket.IsEmpty ? vm.Memory : vm.MemoryByBucket[bucket]).MiB, server => Capacity(server).Memory.MiB)),
            Resource(terms, Dimension.LocalStorage, null, vm => vm.LocalStorage.MiB, server => Capacity(server).LocalStorage.MiB),
            .. Stated(terms, Dimension.Iops, servers, demands, server => server.Iops, vm => vm.Iops),
            .. Stated(terms, Dimension.Network, servers, demands, server => server.NetworkMbps, vm => vm.NetworkMbps),
            .. terms.Rules.VmsPerHost is { } most ? [new Axis(Message.Of("axis.vms"), item => item.Running.Count(), _ => most)] : Array.Empty<Axis>(),
            .. terms.Rules.Devices.Where(device => demands.Any(vm => device.IsTakenBy(vm.Vm))).Select(device =>
                new Axis(device.Name, item => item.Running.Count(vm => device.IsTakenBy(vm.Vm)), server => device.On(server)) { Ties = true }),
        ];

        ServerCapacity Capacity(PlannedHost server) => known.TryGetValue(server, out var capacity) ? capacity : terms.CapacityOf(server);
    }

    /// <summary>An axis for each time bucket, or one for the whole time, which is no bucket.</summary>
    private static IEnumerable<Axis> Over(int? buckets, Func<int, bool, Axis> axis) => buckets is null or 0
        ? [axis(0, false)]
        : Enumerable.Range(0, buckets.Value).Select(bucket => axis(bucket, true));

    /// <summary>A resource that only some servers state and only some VMs were measured for: it binds where both are known.</summary>
    private static IEnumerable<Axis> Stated(
        PlacementTerms terms,
        Dimension dimension,
        ImmutableArray<PlannedHost> servers,
        List<VmDemand> demands,
        Func<PlannedHost,
            decimal?> offered,
        Func<VmDemand,
            decimal?> need)
    {
        var all = demands.Sum(vm => need(vm) ?? 0);
        return all > 0 && servers.Any(server => offered(server) is not null)
            ? [Resource(terms, dimension, null, vm => need(vm) ?? 0, server => offered(server) ?? all + 1)]
            : [];
    }

    private static Axis Resource(
        PlacementTerms terms, Dimension dimension, int? bucket, Func<VmDemand, decimal> need, Func<PlannedHost, decimal> capacity, int parts = 1) =>
        new(
            Label(Reasons.Of(dimension, terms.CpuUnit), bucket),
            item => item.Vms is [var one] ? need(one) : item.Vms.Sum(need),
            capacity) { Dimension = dimension, Parts = parts };

    private static Message Label(Message resource, int? bucket) =>
        bucket is { } index ? Message.Of("axis.in-bucket", ("axis", resource), ("bucket", index + 1)) : resource;
}
