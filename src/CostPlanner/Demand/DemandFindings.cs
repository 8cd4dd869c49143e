using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What the user should know about the estate's demand before any host is chosen.</summary>
public static class DemandFindings
{
    /// <summary>VMs to leave out that do not exist, VMs wider than a socket, and shared datastores that are promised more than they hold.</summary>
    public static ImmutableArray<Finding> Of(Inventory inventory, Scenario scenario) =>
    [
        .. SelectionFindings.Of(inventory, scenario),
        .. PlatformFindings.Of(inventory, scenario),
        .. OwnAssumptions(scenario),
        .. Nothing(inventory, scenario),
        .. Maintenance(inventory),
        .. DisksInsideHosts(inventory),
        .. inventory.Clusters.SelectMany(cluster => WiderThanSocket(inventory, cluster)),
        .. SharedStorage.Of(inventory).Where(each => each.Allocated > each.Capacity).Select(each => Overallocated(each, Place(inventory))),
    ];

    private static IEnumerable<Finding> OwnAssumptions(Scenario scenario) =>
        from option in scenario.Options
        where !option.Assumptions.IsEmpty
        select new Finding(
            Severity.Warning,
            "option-with-own-assumptions",
            $"{option.Name} is worked out with values of its own: "
                + string.Join(", ", option.Assumptions.Select(change => FormattableString.Invariant($"{change.Id} = {change.Value}"))),
            option.Place,
            "the other options do not share them, so part of the difference is an assumption",
            "set them under the scenario's assumptions, for all options alike, unless you mean it");

    private static IEnumerable<Finding> Nothing(Inventory inventory, Scenario scenario)
    {
        if (!inventory.Vms.Any(vm => vm.Runs && !scenario.LeavesOut(vm)))
        {
            yield return new Finding(
                Severity.Error, "nothing-to-size", "no running VM is left to size", inventory.Vms.IsEmpty ? new SourcePlace(inventory.Files[0]) : inventory.Vms[0].Origin with { Row = null }, "no option is ranked: without a VM that runs there is nothing to compare", "check the power states of the export, and leave_out") { IsOnFirstPage = true };
        }
    }

    private static IEnumerable<Finding> DisksInsideHosts(Inventory inventory)
    {
        var index = new DatastoreIndex(inventory);
        var vms = inventory.Vms.Where(vm => vm is { Disk: null, DiskInUse: null } && index.Of(vm) is { IsInsideHosts: true }).ToList();
        if (vms.Count > 0)
        {
            yield return new Finding(
                Severity.Warning,
                "disks-inside-hosts-unknown",
                FormattableString.Invariant($"the disks of {vms.Count} VMs that lie inside hosts are not known"),
                vms[0].Origin,
                "they take no room there, so that every option may need more hosts than it says",
                "enter their disks in the inventory")
            {
                IsOnFirstPage = true,
            };
        }
    }

    private static IEnumerable<Finding> Maintenance(Inventory inventory)
    {
        var hosts = inventory.Hosts.Where(host => host.InMaintenance).ToList();
        if (hosts.Count > 0)
        {
            yield return new Finding(
                Severity.Note,
                "hosts-in-maintenance",
                $"hosts in maintenance mode: {string.Join(", ", hosts.Select(host => host.Name))}",
                hosts[0].Origin,
                "they were planned with like any other host",
                null);
        }
    }

    private static IEnumerable<Finding> WiderThanSocket(Inventory inventory, Cluster cluster)
    {
        var sockets = inventory.Hosts.Where(host => host.Cluster == cluster.Name && host.CoresPerSocket is not null).Select(host => host.CoresPerSocket!.Value).ToList();
        if (sockets.Count == 0)
        {
            yield break;
        }

        var widest = sockets.Max();
        foreach (var vm in inventory.Vms.Where(vm => vm.Runs && vm.Cluster == cluster.Name && vm.VCpus > widest))
        {
            yield return new Finding(
                Severity.Note,
                "vm-wider-than-numa-node",
                FormattableString.Invariant($"VM {vm.Name} has {vm.VCpus} vCPUs, a socket of cluster {cluster.Name} has at most {widest} cores: it spans NUMA nodes"),
                vm.Origin,
                "it was placed all the same",
                "check whether it needs so many vCPUs");
        }
    }

    private static Finding Overallocated(ClusterStorage storage, SourcePlace place) => new(
        Severity.Warning,
        "shared-storage-overallocated",
        FormattableString.Invariant(
            $"the shared datastores of cluster {storage.Cluster} hold {storage.Capacity.TiB:#,0.0} TiB, the disks of its VMs{(storage.OthersVms > 0 ? $" and of {storage.OthersVms} of other clusters on them" : "")} add up to {storage.Allocated.TiB:#,0.0} TiB, of which {storage.InUse.TiB:#,0.0} TiB are in use"),
        place,
        "storage was taken as it is; no storage is bought in any option",
        "check that thin disks cannot fill it");

    private static SourcePlace Place(Inventory inventory) => new(inventory.Files[0], "vDatastore");
}
