using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>A guest system whose licences are counted by hosts.</summary>
/// <param name="Licence">Its licence, by the name that a <see cref="Confinement"/> has for it.</param>
/// <param name="LeastGuests">VMs of a host below which licences of the VMs alone cost less than one of the host; 1 where there are none of VMs alone.</param>
public sealed record CountedSystem(string Licence, int LeastGuests = 1);

/// <summary>How hard placement tries.</summary>
public enum SearchEffort
{
    /// <summary>A plan is improved until it meets its bound, or much work gained nothing.</summary>
    Thorough,

    /// <summary>
    /// As thorough but in pools of more than a thousand VMs, where the first plan that holds is taken, mostly within 3 % of the fewest hosts.
    /// </summary>
    Quick,
}

/// <summary>On what terms an option's VMs are placed, the same for all its pools.</summary>
public sealed record PlacementTerms
{
    /// <summary>Pools of more VMs are planned less thoroughly where that is asked for.</summary>
    public const int VeryManyVms = PlacementTuning.ItemsToFill;

    /// <summary>The hypervisor.</summary>
    public required PlatformFamily Platform { get; init; }

    /// <summary>The option's assumptions: reserves, targets, overcommit.</summary>
    public required AssumptionSet Assumptions { get; init; }

    /// <summary>
    /// Hosts of a pool that may fail at once: 0, 1 or 2. Asked of an estate, it holds for pools of two hosts or more today, and for those that have none:
    /// see <see cref="EstatePools.Failures"/>.
    /// </summary>
    public int Failures { get; init; }

    /// <summary>The same for single clusters, and for single hosts that stand alone, by name.</summary>
    public ImmutableSortedDictionary<string, int> FailuresOf { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What happens to the hosts of the estate.</summary>
    public HostPolicy Policy { get; init; }

    /// <summary>The models that may be bought, in any mix; empty for none.</summary>
    public ImmutableArray<ServerModel> NewHosts { get; init; } = [];

    /// <summary>New servers of the first model that a cluster gets whether they are needed or not; by the cluster's name.</summary>
    public ImmutableSortedDictionary<string, int> HostsAdded { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Rules, scope and objective.</summary>
    public PlacementRules Rules { get; init; } = PlacementRules.None;

    /// <summary>What the demands count CPU in.</summary>
    public CpuUnit CpuUnit { get; init; }

    /// <summary>The CPU whose cores are counted in; null where a core of every CPU counts the same.</summary>
    public CpuReference? Reference { get; init; }

    /// <summary>What using a host costs; null where placement is not to look at money.</summary>
    public HostCost? Cost { get; init; }

    /// <summary>Guest systems whose licences are counted, so that confining their VMs may pay.</summary>
    public ImmutableArray<CountedSystem> Systems { get; init; } = [];

    /// <summary>The seed of the search.</summary>
    public int Seed { get; init; }

    /// <summary>How hard the search tries.</summary>
    public SearchEffort Effort { get; init; }

    /// <summary>What a server may promise on these terms.</summary>
    public ServerCapacity CapacityOf(PlannedHost server) => ServerCapacity.Of(server, Platform, Assumptions, CpuUnit);
}
