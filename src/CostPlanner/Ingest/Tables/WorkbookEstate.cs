using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>Puts together what was read of a workbook sheet by sheet.</summary>
internal static class WorkbookEstate
{
    /// <summary>The inventory with its clusters, and all that is to be said about it.</summary>
    /// <param name="draft">What was read, without clusters.</param>
    /// <param name="others">Adds what further sheets hold, the clusters that one lists among it; the hosts and VMs have their final clusters by then.</param>
    /// <param name="table">The sheet of the VMs.</param>
    /// <param name="hostSheet">The name of the sheet of the hosts.</param>
    /// <param name="log">Takes the findings.</param>
    /// <param name="exportAgain">How to export the inventory again.</param>
    public static Reading<Inventory> Of(
        Inventory draft, Func<Inventory, ClusterNames, Inventory> others, SheetTable table, string hostSheet, ReadingLog log, Message exportAgain)
    {
        var hosts = WithDatacenters(HostClusterInference.Fill(draft.Hosts, draft.Vms, log), draft.Vms);
        var names = ClusterNames.Of(hosts, draft.Vms);
        hosts = [.. hosts.Select(host => host with
        {
            Cluster = names.Unique(host.Cluster, host.Datacenter, host.VCenter),
            Datacenter = names.UniqueDatacenter(host.Datacenter, host.VCenter),
        })];
        var vms = EstateRules.Settle([.. draft.Vms.Select(vm => vm with
        {
            Cluster = names.Unique(vm.Cluster, vm.Datacenter, vm.VCenter),
            Datacenter = names.UniqueDatacenter(vm.Datacenter, vm.VCenter),
        })], log);
        var inventory = others(draft with { Hosts = hosts, Vms = vms }, names);
        inventory = ScopedDatastores.In(inventory) with { TellsClusters = log.TellsClusters };
        EstateChecks.Check(table, hostSheet, vms, hosts, log);
        inventory = inventory with { Clusters = NamedClusters.After(inventory.Clusters, draft.Files[0], hosts, vms, names) };
        return EstateChecks.Conclude(StatedSums.Check(inventory, table.Name, hostSheet, log), table, names, log, exportAgain);
    }

    /// <summary>Hosts of a sheet without data centres get that of the VMs on them, where those agree.</summary>
    private static ImmutableArray<Host> WithDatacenters(ImmutableArray<Host> hosts, ImmutableArray<VirtualMachine> vms)
    {
        var homes = vms.Where(vm => vm is { Host: not null, Datacenter: not null })
            .ToLookup(vm => vm.Host!, vm => vm.Datacenter, StringComparer.OrdinalIgnoreCase);
        return [
            .. hosts.Select(host => host.Datacenter is null && homes[host.Name].Distinct().ToArray() is [var only] ? host with { Datacenter = only } : host),
        ];
    }
}
