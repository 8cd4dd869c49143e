using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>On which datastore of the inventory a VM lies.</summary>
/// <remarks>
/// Names of datastores are not unique: every vSAN cluster calls its own "vsanDatastore" unless somebody renames it. Of several with one name it is the
/// one that the VM's host mounts, else one that a host of its cluster mounts. A VM counts where its configuration file lies.
/// </remarks>
internal sealed class DatastoreIndex
{
    private readonly ILookup<string, Datastore> byName;
    private readonly ILookup<string, string> hostsOf;

    public DatastoreIndex(Inventory inventory)
    {
        byName = inventory.Datastores.ToLookup(datastore => datastore.Name, StringComparer.Ordinal);
        hostsOf = inventory.Hosts.Where(host => host.Cluster is not null).ToLookup(host => host.Cluster!, host => host.Name, StringComparer.Ordinal);
    }

    /// <summary>The datastore; null where the VM names none, or one that the inventory does not list.</summary>
    public Datastore? Of(VirtualMachine vm)
    {
        if (vm.Datastore is null)
        {
            return null;
        }

        var named = byName[vm.Datastore].ToList();
        return named.Count <= 1
            ? named.FirstOrDefault()
            : named.FirstOrDefault(each => vm.Host is { } host && Mounts(each, host))
                ?? named.FirstOrDefault(each => vm.Cluster is { } cluster && hostsOf[cluster].Any(host => Mounts(each, host)))
                ?? named[0];
    }

    /// <summary>Whether a host mounts a datastore.</summary>
    public static bool Mounts(Datastore datastore, string host) => datastore.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
