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
            Message.Of(
                "option-with-own-assumptions",
                ("option", option.Name),
                (
                    "values",
                    Message.List(option.Assumptions.Select(change => Message.Of("assumption-value", ("assumption", change.Id), ("value", change.Value)))))),
            option.Place,
            Message.Of("option-with-own-assumptions.done"),
            Message.Of("option-with-own-assumptions.mend"));

    private static IEnumerable<Finding> Nothing(Inventory inventory, Scenario scenario)
    {
        if (!inventory.Vms.Any(vm => vm.Runs && !scenario.LeavesOut(vm)))
        {
            yield return new Finding(
                Severity.Error,
                "nothing-to-size",
                Message.Of("nothing-to-size"),
                inventory.Vms.IsEmpty ? new SourcePlace(inventory.Files[0]) : inventory.Vms[0].Origin with { Row = null },
                Message.Of("nothing-to-size.done"),
                Message.Of("nothing-to-size.mend"))
            {
                IsOnFirstPage = true,
            };
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
                Message.Of("disks-inside-hosts-unknown", ("vms", vms.Count)),
                vms[0].Origin,
                Message.Of("disks-inside-hosts-unknown.done"),
                Message.Of("disks-inside-hosts-unknown.mend"))
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
                Message.Of("hosts-in-maintenance", ("hosts", Message.List(hosts.Select(host => host.Name)))),
                hosts[0].Origin,
                Message.Of("hosts-in-maintenance.done"));
        }
    }

    private static IEnumerable<Finding> WiderThanSocket(Inventory inventory, Cluster cluster)
    {
        var sockets = inventory.Hosts.Where(host => host.Cluster == cluster.Name && host.CoresPerSocket is not null)
            .Select(host => host.CoresPerSocket!.Value)
            .ToList();
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
                Message.Of("vm-wider-than-numa-node", ("vm", vm.Name), ("vcpus", vm.VCpus), ("cluster", cluster.Name), ("cores", widest)),
                vm.Origin,
                Message.Of("vm-wider-than-numa-node.done"),
                Message.Of("vm-wider-than-numa-node.mend"));
        }
    }

    private static Finding Overallocated(ClusterStorage storage, SourcePlace place) => new(
        Severity.Warning,
        "shared-storage-overallocated",
        storage.OthersVms > 0
            ? Message.Of(
                "shared-storage-overallocated.others",
                ("cluster", storage.Cluster),
                ("capacity", storage.Capacity),
                ("others", storage.OthersVms),
                ("allocated", storage.Allocated),
                ("in-use", storage.InUse))
            : Message.Of(
                "shared-storage-overallocated",
                ("cluster", storage.Cluster), ("capacity", storage.Capacity), ("allocated", storage.Allocated), ("in-use", storage.InUse)),
        place,
        Message.Of("shared-storage-overallocated.done"),
        Message.Of("shared-storage-overallocated.mend"));

    private static SourcePlace Place(Inventory inventory) => inventory.Datastores[0].Origin with { Row = null, Column = null };
}
