using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What the shared datastores of one cluster hold, against what VMs may fill of them.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Capacity">Capacity of its shared datastores.</param>
/// <param name="Allocated">Disks of all VMs on them, also of those powered off, of templates, and of other clusters that mount the same datastores, as far as
/// the source says.</param>
/// <param name="InUse">What those disks occupy today, as far as the source says.</param>
public sealed record ClusterStorage(string Cluster, ByteSize Capacity, ByteSize Allocated, ByteSize InUse)
{
    /// <summary>VMs on these datastores that are of other clusters: a datastore that several clusters mount holds the disks of all of them.</summary>
    public int OthersVms { get; init; }
}

/// <summary>Shared storage is checked per cluster; it is never a dimension of a host.</summary>
public static class SharedStorage
{
    /// <summary>One entry for each cluster that has shared datastores, in the inventory's order.</summary>
    public static ImmutableArray<ClusterStorage> Of(Inventory inventory)
    {
        var clusterOf = inventory.Hosts
            .Where(host => host.Cluster is not null)
            .DistinctBy(host => host.Name)
            .ToDictionary(host => host.Name, host => host.Cluster!, StringComparer.OrdinalIgnoreCase);
        var index = new DatastoreIndex(inventory);
        var lying = inventory.Vms.ToLookup(index.Of);
        return
        [
            .. from cluster in inventory.Clusters
               let mounted = inventory.Datastores.Where(datastore => !datastore.IsInsideHosts && Mounts(datastore, cluster.Name, clusterOf)).Distinct().ToList()
               where mounted.Count > 0
               let vms = mounted.SelectMany(datastore => lying[datastore]).ToList()
               select new ClusterStorage(
                   cluster.Name,
                   Sum(mounted.Select(datastore => datastore.Capacity)),
                   Sum(vms.Select(vm => vm.DiskAtLeast)),
                   Sum(vms.Select(vm => vm.DiskInUse ?? ByteSize.Zero)))
               {
                   OthersVms = vms.Count(vm => vm.Cluster != cluster.Name),
               },
        ];
    }

    private static bool Mounts(Datastore datastore, string cluster, Dictionary<string, string> clusterOf) =>
        datastore.Hosts.Any(host => clusterOf.TryGetValue(host, out var its) && its == cluster);

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
