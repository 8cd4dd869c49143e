using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Whether an estate uses features of its platform that options may lack.</summary>
/// <remarks>
/// High availability is used where a cluster restarts VMs of a failed host; live migration where a cluster balances load by itself, or a host of it can move
/// running VMs. Only pools that have two hosts or more, or may have, can use either: a cluster of one host, and a host that stands alone, do not.
/// One pool that uses a feature makes the estate use it; it does not use it where that is known of every pool.
/// </remarks>
public static class FeaturesInUse
{
    /// <summary>The feature that VMs of a failed host start on others.</summary>
    public const string HighAvailability = "high-availability";

    /// <summary>The feature that running VMs move between hosts.</summary>
    public const string LiveMigration = "live-migration";

    /// <summary>Whether the estate restarts VMs when a host fails.</summary>
    public static FeatureState OfHighAvailability(Inventory inventory) => Of(inventory, pool => State(pool.Cluster?.HighAvailability));

    /// <summary>Whether the estate moves running VMs between hosts.</summary>
    public static FeatureState OfLiveMigration(Inventory inventory) => Of(inventory, Moves);

    private static FeatureState Moves(Pool pool) => 0 switch
    {
        _ when pool.Cluster?.BalancesLoad == true || pool.Hosts.Any(host => host.MovesRunningVms == true) => FeatureState.Yes,
        _ when !pool.Hosts.IsEmpty && pool.Hosts.All(host => host.MovesRunningVms == false) => FeatureState.No,
        _ => FeatureState.Unknown,
    };

    private static FeatureState Of(Inventory inventory, Func<Pool, FeatureState> stateOf)
    {
        var states = Pools(inventory).Where(pool => pool.MayHaveTwo).Select(stateOf).ToList();
        return states.Contains(FeatureState.Yes) ? FeatureState.Yes : states.Contains(FeatureState.Unknown) ? FeatureState.Unknown : FeatureState.No;
    }

    private static FeatureState State(bool? uses) => uses switch
    {
        true => FeatureState.Yes,
        false => FeatureState.No,
        null => FeatureState.Unknown,
    };

    private static IEnumerable<Pool> Pools(Inventory inventory)
    {
        ImmutableArray<Host> hosts = [.. inventory.Hosts.Concat(inventory.HostsLost)];
        if (!inventory.TellsClusters || (hosts.IsEmpty && inventory.Clusters.IsEmpty))
        {
            return [new Pool(inventory.Clusters.FirstOrDefault(), hosts, hosts.IsEmpty ? null : hosts.Length)];
        }

        var groups = new HostGroups(inventory);
        var clusters = inventory.Clusters.ToDictionary(cluster => cluster.Name, StringComparer.Ordinal);
        var byGroup = hosts.ToLookup(groups.Of, StringComparer.Ordinal);
        return groups.Names
            .Where(name => name != HostGroups.NoHost && !groups.IsOneHost(name))
            .Select(name => (Cluster: clusters.GetValueOrDefault(name), Hosts: byGroup[name].ToImmutableArray()))
            .Select(each => new Pool(each.Cluster, each.Hosts, Count(each.Cluster?.StatedHosts, each.Hosts.Length)));

        static int? Count(int? stated, int listed) => listed == 0 ? stated : Math.Max(stated ?? 0, listed);
    }

    /// <summary>Hosts between which VMs may move.</summary>
    /// <param name="Cluster">Their cluster, or null.</param>
    /// <param name="Hosts">Those that are listed.</param>
    /// <param name="Count">How many there are, or null where nobody says.</param>
    private sealed record Pool(Cluster? Cluster, ImmutableArray<Host> Hosts, int? Count)
    {
        public bool MayHaveTwo => Count is not < 2;
    }
}
