using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>What of an estate is planned as one: each group of hosts between which VMs move, each site, or all, as the scenario says.</summary>
internal sealed class EstatePools
{
    /// <summary>The name of the pool of a whole estate.</summary>
    public const string Everything = "(whole estate)";

    /// <summary>The name of the pool of what has no site.</summary>
    public const string NoSite = "(no site)";

    private readonly PlacementScope scope;
    private readonly HostGroups groups;
    private readonly ILookup<string, Host> hosts;
    private readonly ILookup<string, Host> hostsOfToday;
    private readonly Lazy<ILookup<string, VirtualMachine>> vms;
    private readonly HashSet<string> larger;

    /// <summary>The pools of an estate.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="rules">How far VMs may move, and which hosts stand at which site.</param>
    public EstatePools(Inventory inventory, PlacementRules rules)
    {
        (scope, groups, Sites) = (rules.Within, new HostGroups(inventory), new EstateSites(inventory, rules.Sites));
        hosts = inventory.Hosts.ToLookup(Of);
        hostsOfToday = inventory.HostsLost.IsEmpty ? hosts : inventory.Hosts.Concat(inventory.HostsLost).ToLookup(Of);
        larger = inventory.Clusters.Where(cluster => cluster.StatedHosts > 1).Select(cluster => cluster.Name).ToHashSet(StringComparer.Ordinal);
        vms = new Lazy<ILookup<string, VirtualMachine>>(() => inventory.Vms.ToLookup(Of));
    }

    /// <summary>Where hosts and VMs stand.</summary>
    public EstateSites Sites { get; }

    /// <summary>The pool of a host.</summary>
    public string Of(Host host) => Pool(groups.Of(host), Sites.OfHost(host));

    /// <summary>The pool of a VM.</summary>
    public string Of(VirtualMachine vm) => Pool(groups.Of(vm), Sites.OfVm(vm));

    /// <summary>The pool that a cluster belongs to.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="site">Where it stands, or null.</param>
    public string Of(string cluster, string? site) => Pool(cluster, site);

    /// <summary>The hosts of a pool.</summary>
    public IEnumerable<Host> HostsOf(string pool) => hosts[pool];

    /// <summary>How many hosts a pool has; null where the inventory lists none, for VMs do run on some.</summary>
    public int? HostsToday(string pool) => hostsOfToday.Contains(pool) ? hosts[pool].Count() : null;

    /// <summary>The pools that have hosts, or any of those VMs: clusters in the inventory's order, then hosts that stand alone; other pools by name.</summary>
    public IEnumerable<string> InOrder(ILookup<string, VmDemand> demands) => scope == PlacementScope.Cluster
        ? groups.Names.Concat(demands.Select(each => each.Key).Order(StringComparer.Ordinal)).Distinct()
            .Where(pool => hosts.Contains(pool) || demands.Contains(pool))
        : hosts.Select(each => each.Key).Concat(demands.Select(each => each.Key)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>
    /// How many hosts of a pool may fail: what is stated for it; else none where it has one host today, because its VMs have nowhere to go today either;
    /// else the most that is stated for a part of it, and where a part has nothing stated, what holds for all.
    /// </summary>
    /// <param name="pool">The pool.</param>
    /// <param name="terms">What holds for all, and what is stated.</param>
    public int Failures(string pool, PlacementTerms terms)
    {
        if (terms.FailuresOf.TryGetValue(pool, out var stated))
        {
            return stated;
        }

        var parts = hostsOfToday[pool].Select(groups.Of).Distinct();
        return HasOneHost(pool)
            ? parts.Select(part => terms.FailuresOf.GetValueOrDefault(part)).DefaultIfEmpty(0).Max()
            : parts.Select(part => terms.FailuresOf.GetValueOrDefault(part, terms.Failures)).DefaultIfEmpty(terms.Failures).Max();
    }

    /// <summary>Whether the scenario states the failures of the pool itself, or of a part of it.</summary>
    public bool StatesFailures(string pool, PlacementTerms terms) =>
        terms.FailuresOf.ContainsKey(pool) || hostsOfToday[pool].Select(groups.Of).Any(terms.FailuresOf.ContainsKey);

    /// <summary>
    /// Whether a pool is a single host today. A cluster of which one host is listed, while the source counts several or its VMs name them, is none such.
    /// </summary>
    public bool HasOneHost(string pool)
    {
        var count = hostsOfToday[pool].Count();
        return scope == PlacementScope.Cluster && groups.IsOneHost(pool)
            ? count <= 1
            : count == 1
                && !hostsOfToday[pool].Select(groups.Of).Any(larger.Contains)
                && vms.Value[pool].Select(vm => vm.Host).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count() <= 1;
    }

    private string Pool(string group, string? site) => scope switch
    {
        PlacementScope.Cluster => group,
        PlacementScope.Site => site ?? NoSite,
        PlacementScope.Estate => Everything,
        var other => throw new InvalidOperationException($"{other} is not a scope"),
    };
}
