using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>
/// Cluster names, made unique: vSphere lets two data centres have clusters of one name, between which no VM moves.
/// Such a cluster is called by both names: "Site A / Prod".
/// </summary>
internal sealed class ClusterNames
{
    private readonly ILookup<string, string?> datacenters;

    private ClusterNames(IEnumerable<(string Cluster, string? Datacenter)> pairs) =>
        datacenters = pairs.Where(pair => pair.Datacenter is not null).Distinct()
            .ToLookup(pair => pair.Cluster, pair => pair.Datacenter, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that hosts and VMs use.</summary>
    public static ClusterNames Of(IEnumerable<Host> hosts, IEnumerable<VirtualMachine> vms) => new(
        hosts.Select(host => (host.Cluster, host.Datacenter)).Concat(vms.Select(vm => (vm.Cluster, vm.Datacenter)))
            .Where(pair => pair.Cluster is not null)
            .Select(pair => (pair.Cluster!, pair.Datacenter)));

    /// <summary>The names that stand for more than one cluster.</summary>
    public ImmutableArray<string> Shared => [.. datacenters.Where(group => group.Count() > 1).Select(group => group.Key)];

    /// <summary>The unique name of a cluster in a data centre; null stays null.</summary>
    public string? Unique(string? cluster, string? datacenter) =>
        cluster is not null && datacenter is not null && datacenters[cluster].Count() > 1 ? $"{datacenter} / {cluster}" : cluster;

    /// <summary>All clusters that go by that name: one, unless data centres share it.</summary>
    public IEnumerable<(string Name, string? Datacenter)> Qualified(string cluster)
    {
        var homes = datacenters[cluster].ToArray();
        return homes.Length > 1 ? homes.Select(home => ($"{home} / {cluster}", home)) : [(cluster, homes.FirstOrDefault())];
    }
}
