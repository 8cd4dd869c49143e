using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Cases.Trials;

/// <summary>How tight CPU, memory and storage inside hosts are in each pool at the point, so that plans need not differ by what does not bind.</summary>
/// <remarks>
/// Where CPU alone needs 250 hosts and memory 150, nothing changes if memory needs 160. So whatever needs less than <see cref="Bound"/> of the hosts
/// that the tightest needs is taken to need just that, on every kind of server of every pool, and a plan made for it holds for less. What is
/// large beside a server is left as it is: a VM of half of its memory may find no place on a host that promises less.
/// </remarks>
internal sealed class Tightness
{
    private const decimal Bound = 0.8m;
    private const decimal LargeVm = 0.5m;

    private readonly ImmutableArray<Pressure> pressures;

    /// <summary>The tightness of an estate; of one whose needs differ by the hour nothing is simplified.</summary>
    public Tightness(Inventory inventory, EstateDemand demand, PlacementTerms terms) => pressures = demand.Buckets > 1 ? [] :
    [
        .. from pool in EstatePlacement.Questions(inventory, demand, terms)
           where !pool.Demands.IsEmpty
           from capacity in pool.Existing.Concat(terms.NewHosts.Select(model => pool.Offer(model, 1, site: null))).Select(terms.CapacityOf).Distinct()
           select Pressure.Of(pool.Demands, capacity),
    ];

    /// <summary>The scale with what does not bind raised to the most steps of the grid at which it still does not; the point stays.</summary>
    public PlacementScale Settled(PlacementScale scale, double step) => pressures.IsEmpty || scale == PlacementScale.Point ? scale : new PlacementScale(
        Raised(scale.Cpu, step, Most(scale, each => each.Cpu)),
        Raised(scale.Memory, step, Most(scale, each => each.Memory)),
        Raised(scale.Storage, step, Most(scale, each => each.Storage)));

    private decimal? Most(PlacementScale scale, Func<Pressure, Share> of) => pressures
        .Where(each => of(each).All > 0)
        .Min(
            each => Bound * each.Tightest(scale) / of(each).All is var settled && of(each).Largest > 0
                ? Math.Min(settled, LargeVm / of(each).Largest)
                : (decimal?)settled);

    private static decimal Raised(decimal scale, double step, decimal? most) =>
        most > scale ? Math.Max(scale, PlacementScale.RoundedDown(most.Value, step)) : scale;

    /// <summary>What VMs need of a server: all of them, and the largest of them.</summary>
    private readonly record struct Share(decimal All, decimal Largest)
    {
        public static Share Of(IEnumerable<decimal> needs, decimal capacity)
        {
            var (all, largest) = (0m, 0m);
            foreach (var need in needs)
            {
                (all, largest) = (all + need, Math.Max(largest, need));
            }

            return capacity > 0 ? new Share(all / capacity, largest / capacity) : default;
        }

        /// <summary>With what lies on a pool of all servers, of which no VM is large beside one.</summary>
        public Share With(decimal pooled, decimal capacity) => capacity > 0 ? this with { All = All + (pooled / capacity) } : this;
    }

    /// <summary>How many servers of a kind the VMs of a pool need, by each kind of need alone.</summary>
    private sealed record Pressure(Share Cpu, Share Memory, Share Storage)
    {
        public static Pressure Of(ImmutableArray<VmDemand> demands, ServerCapacity capacity) => new(
            Share.Of(demands.Select(vm => vm.Cpu), capacity.Cpu),
            Share.Of(demands.Select(vm => (decimal)vm.Memory.Bytes), capacity.Memory.Bytes),
            Share.Of(demands.Select(vm => (decimal)vm.LocalStorage.Bytes), capacity.LocalStorage.Bytes)
                .With(demands.Sum(vm => (decimal)vm.PooledStorage.Bytes), capacity.PooledStorage.Bytes));

        public decimal Tightest(PlacementScale scale) => Math.Max(Cpu.All * scale.Cpu, Math.Max(Memory.All * scale.Memory, Storage.All * scale.Storage));
    }
}
