using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Datastores with the hosts that they mean, and a name of their own where two vCenters have one of that name: every vCenter may have a "datastore1".
/// </summary>
internal static class ScopedDatastores
{
    /// <summary>The inventory, its datastores and the VMs on them by names that mean one datastore.</summary>
    public static Inventory In(Inventory inventory)
    {
        var hosts = new HostIndex(inventory.Hosts);
        var shared = inventory.Datastores.Where(each => each.VCenter is not null).Select(each => (each.Name, each.VCenter)).Distinct()
            .GroupBy(each => each.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return inventory with
        {
            Datastores =
            [
                .. inventory.Datastores.Select(each => each with
                {
                    Name = Named(each.Name, each.VCenter),
                    Hosts = [.. each.Hosts.Select(host => hosts.Find(host, each.VCenter)?.Name ?? host)],
                }),
            ],
            Vms = shared.Count == 0
                ? inventory.Vms
                : [.. inventory.Vms.Select(vm => vm.Datastore is { } on ? vm with { Datastore = Named(on, vm.VCenter) } : vm)],
        };

        string Named(string name, string? vCenter) => vCenter is not null && shared.Contains(name) ? $"{name} ({vCenter})" : name;
    }
}
