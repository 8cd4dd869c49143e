using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>What resource pools divide: a cluster, or a host that stands alone.</summary>
/// <param name="Name">Its name, which no other of its kind has.</param>
/// <param name="IsHost">Whether it is a host.</param>
internal sealed record PoolHome(string Name, bool IsHost);

/// <summary>Finds the cluster or host of resource pools and of VMs.</summary>
internal sealed class PoolHomes
{
    private readonly Inventory inventory;
    private readonly ClusterNames names;
    private readonly NameMask mask;
    private readonly HostIndex hosts;
    private readonly HashSet<string> clusters;
    private readonly ILookup<PoolHome, VirtualMachine> vms;
    private readonly bool areClustersTold;

    /// <summary>The homes of an inventory, whose VMs and hosts have their final clusters.</summary>
    public PoolHomes(Inventory inventory, ClusterNames names, NameMask mask)
    {
        (this.inventory, this.names, this.mask) = (inventory, names, mask);
        hosts = new HostIndex(inventory.Hosts);
        clusters =
        [
            .. inventory.Hosts.Select(host => host.Cluster).Concat(inventory.Vms.Select(vm => vm.Cluster))
                .Concat(inventory.Clusters.Select(each => each.Name)).OfType<string>(),
        ];
        var byHost = inventory.Hosts.Where(host => host.Cluster is not null).ToLookup(host => host.Name, host => host.Cluster);
        vms = inventory.Vms.Where(vm => vm.Cluster is not null || vm.Host is not null)
            .ToLookup(vm => (vm.Cluster ?? byHost[vm.Host!].FirstOrDefault()) is { } cluster ? new PoolHome(cluster, false) : new PoolHome(vm.Host!, true));
        areClustersTold = inventory.Vms.All(vm => vm.Cluster is not null);
    }

    /// <summary>The cluster or host that a path names; null where two may be meant, or where nobody can tell which VMs are in it.</summary>
    public PoolHome? Of(string name, string? datacenter, string? vCenter)
    {
        var cluster = names.Unique(mask.Name(name, "cluster"), mask.Name(datacenter, "datacenter"), vCenter)!;
        if (clusters.Contains(cluster))
        {
            return new PoolHome(cluster, false);
        }

        if (names.Shared.Contains(cluster, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var host = hosts.Find(cluster, vCenter, null, mask.Name(datacenter, "datacenter"))?.Name ?? cluster;
        return inventory.Hosts.Any(each => each.Name == host) || vms.Contains(new PoolHome(host, true)) ? new PoolHome(host, true)
            : areClustersTold ? new PoolHome(cluster, false) // none of its VMs was read
            : null;
    }

    /// <summary>The VMs in it.</summary>
    public ImmutableArray<VirtualMachine> VmsOf(PoolHome home) => [.. vms[home]];

    /// <summary>VMs that may be in any of those stated: without a size, or of no cluster and no host that is stated.</summary>
    public int Elsewhere(Func<PoolHome, bool> isStated) =>
        inventory.UnsizedVms.Length + inventory.Vms.Count(vm => vm is { Cluster: null, Host: null })
        + vms.Where(group => group.Key.IsHost && !isStated(group.Key)).Sum(group => group.Count());
}
