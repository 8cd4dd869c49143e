using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>Where hosts and VMs stand: at the site that the scenario names for a host, else in its data centre.</summary>
internal sealed class EstateSites
{
    private readonly ImmutableArray<SiteHosts> named;
    private readonly Dictionary<string, string?> ofHost;
    private readonly ILookup<string, string> ofCluster;

    public EstateSites(Inventory inventory, ImmutableArray<SiteHosts> named)
    {
        this.named = named;
        ofHost = inventory.Hosts.DistinctBy(host => host.Name).ToDictionary(host => host.Name, OfHost, StringComparer.OrdinalIgnoreCase);
        ofCluster = inventory.Hosts.Where(host => host.Cluster is not null && OfHost(host) is not null).ToLookup(host => host.Cluster!, host => OfHost(host)!);
    }

    /// <summary>The site of a host; null where neither scenario nor inventory tells.</summary>
    public string? OfHost(Host host) =>
        named.FirstOrDefault(site => site.Hosts.Any(pattern => NamePattern.Matches(pattern, host.Name)))?.Name ?? host.Datacenter;

    /// <summary>The site of a VM: that of its host, else of its cluster's first host, else its data centre.</summary>
    public string? OfVm(VirtualMachine vm) =>
        (vm.Host is { } host && ofHost.TryGetValue(host, out var site) ? site : null)
        ?? (vm.Cluster is { } cluster ? ofCluster[cluster].FirstOrDefault() : null)
        ?? vm.Datacenter;
}
