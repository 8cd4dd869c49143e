using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// The names of clusters and data centres, made unique: two data centres of a vCenter may have clusters of one name, and two vCenters data centres, too,
/// between which no VM moves. They are told apart by what stands behind the name: "Prod (Site A)", "CL1 (DC1, vc-b)".
/// </summary>
internal sealed class ClusterNames
{
    private readonly ILookup<string, Named> clusters;
    private readonly ILookup<string, Named> datacenters;

    private ClusterNames(IEnumerable<Scope> clusters, IEnumerable<Scope> datacenters)
    {
        this.clusters = Apart(clusters, each => [[each.Datacenter], [each.Datacenter, each.VCenter]]);
        this.datacenters = Apart(datacenters, each => [[each.VCenter]]);
    }

    /// <summary>The names that hosts and VMs use.</summary>
    public static ClusterNames Of(IEnumerable<Host> hosts, IEnumerable<VirtualMachine> vms)
    {
        var homes = hosts.Select(host => (host.Cluster, host.Datacenter, host.VCenter))
            .Concat(vms.Select(vm => (vm.Cluster, vm.Datacenter, vm.VCenter))).Distinct().ToList();
        return new ClusterNames(
            homes.Where(home => home.Cluster is not null).Select(home => new Scope(home.Cluster!, home.Datacenter, home.VCenter)),
            homes.Where(home => home.Datacenter is not null).Select(home => new Scope(home.Datacenter!, null, home.VCenter)));
    }

    /// <summary>The names that stand for more than one cluster.</summary>
    public ImmutableArray<string> Shared => [.. clusters.Where(group => group.Count() > 1).Select(group => group.Key)];

    /// <summary>The names that stand for more than one data centre.</summary>
    public ImmutableArray<string> SharedDatacenters => [.. datacenters.Where(group => group.Count() > 1).Select(group => group.Key)];

    /// <summary>The unique name of a cluster in a data centre of a vCenter; the name itself where it cannot be told which is meant; null stays null.</summary>
    public string? Unique(string? cluster, string? datacenter, string? vCenter) =>
        cluster is null ? null : Meant(clusters[cluster], new Scope(cluster, datacenter, vCenter)) is [var only] ? only.Name : cluster;

    /// <summary>The unique name of a data centre of a vCenter; null stays null.</summary>
    public string? UniqueDatacenter(string? datacenter, string? vCenter) =>
        datacenter is null ? null : Meant(datacenters[datacenter], new Scope(datacenter, null, vCenter)) is [var only] ? only.Name : datacenter;

    /// <summary>The name that the source has for a cluster which is called so here.</summary>
    public string InSource(string shown) => clusters.SelectMany(group => group).FirstOrDefault(each => each.Name == shown)?.Scope.Name ?? shown;

    /// <summary>All clusters that go by that name at a vCenter, or at any where it is not known: one, unless data centres or vCenters share it.</summary>
    public IEnumerable<(string Name, string? Datacenter, string? VCenter)> Qualified(string cluster, string? vCenter)
    {
        var homes = Meant(clusters[cluster], new Scope(cluster, null, vCenter));
        return homes.Count == 0
            ? [(cluster, null, vCenter)]
            : homes.Select(home => (home.Name, UniqueDatacenter(home.Scope.Datacenter, home.Scope.VCenter ?? vCenter), home.Scope.VCenter ?? vCenter));
    }

    private static List<Named> Meant(IEnumerable<Named> known, Scope asked) => [.. known.Where(each => each.Scope.MayBe(asked))];

    /// <summary>What says less than another that it may be is that other: a host with its data centre, a VM of the same cluster without.</summary>
    private static ILookup<string, Named> Apart(IEnumerable<Scope> scopes, Func<Scope, string?[][]> behind)
    {
        var all = scopes.Distinct().ToList();
        var alike = all.ToLookup(each => each.Name, StringComparer.OrdinalIgnoreCase);
        var full = all.Where(each => !alike[each.Name].Any(other => other != each && other.SaysMoreThan(each))).DistinctBy(each => each.Folded).ToList();
        return full.Zip(ShownNames.Of([.. full.Select(each => (each.Name, behind(each)))]), (scope, name) => new Named(scope, name))
            .ToLookup(each => each.Scope.Name, StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Named(Scope Scope, string Name);

    private sealed record Scope(string Name, string? Datacenter, string? VCenter)
    {
        public (string, string?, string?) Folded => (Name.ToUpperInvariant(), Datacenter?.ToUpperInvariant(), VCenter?.ToUpperInvariant());

        public bool MayBe(Scope other) => HostIds.MayBeOne(Datacenter, other.Datacenter) && HostIds.MayBeOne(VCenter, other.VCenter);

        public bool SaysMoreThan(Scope other) => MayBe(other)
            && (Datacenter is not null || other.Datacenter is null) && (VCenter is not null || other.VCenter is null)
            && ((Datacenter is not null && other.Datacenter is null) || (VCenter is not null && other.VCenter is null));
    }
}
