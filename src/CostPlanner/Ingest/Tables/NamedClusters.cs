using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The clusters that hosts and VMs name.</summary>
internal static class NamedClusters
{
    /// <summary>The clusters listed, and after them those that only hosts and VMs name.</summary>
    public static ImmutableArray<Cluster> After(
        IReadOnlyCollection<Cluster> listed, string file, ImmutableArray<Host> hosts, ImmutableArray<VirtualMachine> vms, ClusterNames names)
    {
        var clusters = listed.ToList();
        var known = clusters.Select(cluster => cluster.Name).ToHashSet(StringComparer.Ordinal);
        var others = hosts.Select(host => (host.Cluster, host.Datacenter, host.VCenter, host.Origin))
            .Concat(vms.Select(vm => (vm.Cluster, vm.Datacenter, vm.VCenter, vm.Origin)));
        foreach (var (cluster, datacenter, vCenter, origin) in others)
        {
            if (cluster is not null && known.Add(cluster))
            {
                clusters.Add(
                    new Cluster { Name = cluster, NameInSource = names.InSource(cluster), Datacenter = datacenter, VCenter = vCenter, Origin = origin
                        ?? new SourcePlace(file) });
            }
        }

        return [.. clusters];
    }
}
