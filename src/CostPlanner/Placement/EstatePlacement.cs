using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>Plans every cluster of an estate for one option.</summary>
public static class EstatePlacement
{
    /// <summary>
    /// The plan of all clusters that have hosts or VMs. VMs stay in their cluster; powered-off VMs and templates take room
    /// only where their disks lie inside hosts.
    /// </summary>
    public static EstatePlan Plan(
        Inventory inventory,
        EstateDemand demand,
        HostPolicy policy,
        HostModel? newHost,
        int failures,
        PlatformFamily platform,
        AssumptionSet assumptions)
    {
        var demands = demand.Running.Concat(demand.StorageOnly).ToLookup(each => each.Vm.Cluster ?? EstateServers.NoCluster);
        var hosts = inventory.Hosts.ToLookup(host => host.Cluster ?? EstateServers.NoCluster);
        return new EstatePlan(
        [
            .. from cluster in Names(inventory)
               where hosts.Contains(cluster) || demands.Contains(cluster)
               select ClusterPlacement.Plan(
                   new ClusterQuestion(
                       cluster,
                       hosts[cluster].Count(),
                       [.. demands[cluster]],
                       policy == HostPolicy.Refresh ? [] : EstateServers.Existing(inventory, cluster),
                       newHost,
                       policy == HostPolicy.KeepAll,
                       failures,
                       platform),
                   assumptions),
        ]);
    }

    private static IEnumerable<string> Names(Inventory inventory) =>
        inventory.Clusters.Select(cluster => cluster.Name).Append(EstateServers.NoCluster).Distinct();
}
