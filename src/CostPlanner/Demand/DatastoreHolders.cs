using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>Which hosts hold the datastores that lie inside hosts.</summary>
public static class DatastoreHolders
{
    /// <summary>
    /// By the host's name in any case, each datastore inside hosts with the number of hosts that share it. Where the source does not name the hosts of a vSAN
    /// datastore, they are those of the clusters of the VMs on it.
    /// </summary>
    public static ILookup<string, (Datastore Datastore, int Hosts)> Of(Inventory inventory)
    {
        var inside = inventory.Datastores.Where(datastore => datastore.IsInsideHosts).ToList();
        var index = inside.Any(datastore => datastore.Hosts.IsEmpty) ? new DatastoreIndex(inventory) : null;
        return inside
            .Select(datastore => (Datastore: datastore, Hosts: datastore.Hosts.IsEmpty && datastore.IsVsan ? OfItsVms(datastore) : [.. datastore.Hosts]))
            .SelectMany(each => each.Hosts.Select(host => (Host: host, each.Datastore, each.Hosts.Count)))
            .ToLookup(each => each.Host, each => (each.Datastore, each.Count), StringComparer.OrdinalIgnoreCase);

        List<string> OfItsVms(Datastore datastore)
        {
            var clusters = inventory.Vms.Where(vm => vm.Cluster is not null && index!.Of(vm) == datastore).Select(vm => vm.Cluster).ToHashSet();
            return [.. inventory.Hosts.Where(host => clusters.Contains(host.Cluster)).Select(host => host.Name)];
        }
    }
}
