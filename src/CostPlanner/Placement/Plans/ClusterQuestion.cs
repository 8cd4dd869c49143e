using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>What the plan of a pool is made from: a cluster, or clusters that the scenario plans as one.</summary>
/// <param name="Cluster">The pool's name.</param>
/// <param name="HostsToday">Hosts of the pool in the inventory; null where it lists none, for VMs do run on some.</param>
/// <param name="Demands">The VMs to place.</param>
/// <param name="Existing">Hosts that may stay.</param>
/// <param name="Terms">On what terms they are placed.</param>
public sealed record ClusterQuestion(
    string Cluster, int? HostsToday, ImmutableArray<VmDemand> Demands, ImmutableArray<PlannedHost> Existing, PlacementTerms Terms)
{
    /// <summary>What the storage pool of its VMs asks of the hosts together; null where none of them lies on one.</summary>
    public StoragePool? Storage { get; init; }

    /// <summary>A server of a model that may be bought for it; where there is a storage pool, its storage goes there.</summary>
    public PlannedHost Offer(ServerModel model, int number, string? site)
    {
        var server = EstateServers.New(model, Cluster, number, site, Terms.Reference);
        return Storage is null ? server : EstateServers.Pooled(server);
    }

    /// <summary>The sites of the pool, also those at which no host may stay; new hosts may be put at any of them.</summary>
    public ImmutableArray<string> Sites { get; init; } = [];

    /// <summary>Hosts of the pool that are kept, and whose cores or memory are not known.</summary>
    public int HostsNotDescribed { get; init; }

    /// <summary>Whether the pool is a single host today, so that none may fail unless the scenario says so.</summary>
    public bool IsOneHostToday { get; init; }
}
