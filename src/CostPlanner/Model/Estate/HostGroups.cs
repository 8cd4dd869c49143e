using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Between which hosts VMs move today: those of a cluster; a host without a cluster stands alone.</summary>
/// <remarks>
/// A VM without a cluster stays with its host, also with one that the inventory names and does not list. Groups go by the name of their cluster
/// or host, both of which an inventory has once.
/// </remarks>
public sealed class HostGroups
{
    /// <summary>The group of VMs of which neither cluster nor host is known.</summary>
    public const string NoHost = "(no host)";

    private readonly ImmutableHashSet<string> clusters;
    private readonly ImmutableDictionary<string, Host> listed;
    private readonly ImmutableDictionary<string, string> alone;

    /// <summary>The groups of an inventory.</summary>
    public HostGroups(Inventory inventory)
    {
        clusters =
        [
            .. inventory.Clusters.Select(cluster => cluster.Name)
                .Concat(inventory.Hosts.Concat(inventory.HostsLost).Select(host => host.Cluster).OfType<string>())
                .Concat(inventory.Vms.Select(vm => vm.Cluster).OfType<string>()),
        ];
        listed = inventory.Hosts.Concat(inventory.HostsLost).DistinctBy(host => host.Name, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(host => host.Name, StringComparer.OrdinalIgnoreCase);
        alone = inventory.Vms.Where(vm => vm is { Cluster: null, Host: not null }).Select(vm => vm.Host!)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(host => host, host => Alone(listed.TryGetValue(host, out var known) ? known.Name : host), StringComparer.OrdinalIgnoreCase);
        Names =
        [
            .. inventory.Clusters.Select(cluster => cluster.Name)
                .Concat(inventory.Hosts.Select(Of))
                .Concat(alone.Keys.Where(host => !listed.ContainsKey(host)).Select(host => alone[host]).Order(StringComparer.Ordinal))
                .Concat(inventory.Vms.Select(vm => vm.Cluster).OfType<string>())
                .Distinct(StringComparer.Ordinal),
            .. inventory.Vms.Any(vm => vm is { Cluster: null, Host: null }) ? [NoHost] : Array.Empty<string>(),
        ];
    }

    /// <summary>Every group that has a host or a VM, and every cluster: clusters in the inventory's order, then hosts that stand alone.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The group of a host.</summary>
    public string Of(Host host) => host.Cluster ?? Alone(host.Name);

    /// <summary>The group of a VM.</summary>
    public string Of(VirtualMachine vm) => 0 switch
    {
        _ when vm.Cluster is { } cluster => cluster,
        _ when vm.Host is not { } host => NoHost,
        _ when listed.TryGetValue(vm.Host, out var known) => Of(known),
        _ => alone.GetValueOrDefault(vm.Host) ?? Alone(vm.Host),
    };

    /// <summary>Whether a group is one host without a cluster.</summary>
    public bool IsOneHost(string group) => group != NoHost && !clusters.Contains(group);

    private string Alone(string host) => clusters.Contains(host) ? $"{host} (host)" : host;
}
