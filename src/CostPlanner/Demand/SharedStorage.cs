using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What the shared datastores of one cluster hold, against what its VMs may fill.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Capacity">Capacity of its shared datastores.</param>
/// <param name="Allocated">Disks of its VMs on them, also of those powered off and of templates, as far as the source says.</param>
/// <param name="InUse">What those disks occupy today, as far as the source says.</param>
public sealed record ClusterStorage(string Cluster, ByteSize Capacity, ByteSize Allocated, ByteSize InUse);

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
        var shared = inventory.Datastores
            .Where(datastore => !datastore.IsInsideHosts)
            .DistinctBy(datastore => datastore.Name)
            .ToDictionary(datastore => datastore.Name, StringComparer.Ordinal);

        return
        [
            .. from cluster in inventory.Clusters
               let mounted = shared.Values.Where(datastore => Mounts(datastore, cluster.Name, clusterOf)).ToList()
               where mounted.Count > 0
               let vms = inventory.Vms.Where(vm => vm.Cluster == cluster.Name && vm.Datastore is not null && shared.ContainsKey(vm.Datastore)).ToList()
               select new ClusterStorage(
                   cluster.Name,
                   Sum(mounted.Select(datastore => datastore.Capacity)),
                   Sum(vms.Select(vm => vm.DiskAtLeast)),
                   Sum(vms.Select(vm => vm.DiskInUse ?? ByteSize.Zero))),
        ];
    }

    private static bool Mounts(Datastore datastore, string cluster, Dictionary<string, string> clusterOf) =>
        datastore.Hosts.Any(host => clusterOf.TryGetValue(host, out var its) && its == cluster);

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
