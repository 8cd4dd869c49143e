using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>Finds the clusters of hosts in a sheet of hosts that has lost its column Cluster: those of the VMs on them.</summary>
internal static class HostClusterInference
{
    /// <summary>The hosts, with cluster and data centre where all VMs on a host agree on them.</summary>
    public static ImmutableArray<Host> Fill(ImmutableArray<Host> hosts, ImmutableArray<VirtualMachine> vms, ReadingLog log)
    {
        if (hosts.All(host => host.Cluster is not null))
        {
            return hosts;
        }

        var homes = vms.Where(vm => vm.Host is not null).ToLookup(vm => vm.Host!, vm => (vm.Cluster, vm.Datacenter), StringComparer.OrdinalIgnoreCase);
        ImmutableArray<Host> filled = [.. hosts.Select(host => host.Cluster is null && homes[host.Name].Distinct().ToArray() is [var only]
            ? host with { Cluster = only.Cluster, Datacenter = host.Datacenter ?? only.Datacenter }
            : host)];
        var count = filled.Count(host => host.Cluster is not null) - hosts.Count(host => host.Cluster is not null);
        if (count > 0)
        {
            log.Add(
                Severity.Note,
                "host-clusters-inferred",
                Message.Of("host-clusters-inferred", ("sheet", hosts[0].Origin.Sheet ?? ""), ("hosts", count)),
                hosts[0].Origin with { Row = null },
                Message.Of("host-clusters-inferred.done", ("hosts", count)));
        }

        return filled;
    }
}
