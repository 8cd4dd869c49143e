using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement;

/// <summary>
/// Plans every pool of an estate for one option: each cluster and each host that stands alone, each site, or all as one, as the scenario says.
/// </summary>
public static class EstatePlacement
{
    /// <summary>
    /// The plan of all pools that have hosts or VMs. Powered-off VMs and templates take room only where their disks lie inside hosts.
    /// </summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="demand">What its VMs need.</param>
    /// <param name="terms">On what terms they are placed.</param>
    /// <param name="owned">Servers bought before, beside the hosts of today.</param>
    public static EstatePlan Plan(Inventory inventory, EstateDemand demand, PlacementTerms terms, ImmutableArray<PlannedHost> owned = default) =>
        new([.. Questions(inventory, demand, terms, owned).Select(ClusterPlacement.Plan)]);

    /// <summary>What is asked of each pool that has hosts or VMs.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="demand">What its VMs need.</param>
    /// <param name="terms">On what terms they are placed.</param>
    /// <param name="owned">Servers bought before, beside the hosts of today.</param>
    public static ImmutableArray<ClusterQuestion> Questions(
        Inventory inventory, EstateDemand demand, PlacementTerms terms, ImmutableArray<PlannedHost> owned = default)
    {
        ImmutableArray<PlannedHost> boughtBefore = owned.IsDefault ? [] : owned;
        var pools = new EstatePools(inventory, terms.Rules);
        var sites = pools.Sites;
        var demands = demand.Placed.ToLookup(each => pools.Of(each.Vm));
        return
        [
            .. from pool in pools.InOrder(demands)
               let own = terms with { Rules = Applied(pool), Failures = pools.Failures(pool, terms) }
               let today = EstateServers.Existing(inventory, pool, pools.HostsOf(pool), sites, terms.Reference)
               let storing = today.Count(server => server.PooledStorage > ByteSize.Zero)
               let storage = demands[pool].Any(vm => vm.PooledStorage > ByteSize.Zero) ? StoragePool.Of(own, storing, pools.StatesFailures(pool, terms)) : null
               select new ClusterQuestion(
                   pool,
                   pools.HostsToday(pool),
                   [.. demands[pool]],
                   [
                       .. terms.Policy == HostPolicy.Refresh ? [] : today,
                       .. boughtBefore.Where(server => server.Cluster == pool)
                           .UnionBy(Added(pool).Select(server => storage is null ? server : EstateServers.Pooled(server)), server => server.Name),
                   ],
                   own)
               {
                   Storage = storage,
                   HostsNotDescribed = terms.Policy == HostPolicy.KeepAll ? pools.HostsOf(pool).Count(host => !host.IsDescribed) : 0,
                   IsOneHostToday = pools.HasOneHost(pool),
                   Sites = [.. pools.HostsOf(pool).Select(sites.OfHost).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
               },
        ];

        IEnumerable<PlannedHost> Added(string pool) =>
            from cluster in inventory.Clusters
            let site = inventory.Hosts.Where(host => host.Cluster == cluster.Name).Select(sites.OfHost).OfType<string>().FirstOrDefault()
            where terms.NewHosts is [_, ..] && pools.Of(cluster.Name, site) == pool
            from number in Enumerable.Range(1, terms.HostsAdded.GetValueOrDefault(cluster.Name))
            select EstateServers.New(
                terms.NewHosts[0],
                pool,
                number,
                site,
                terms.Reference) with { Name = FormattableString.Invariant($"{cluster.Name} added {number}"), Stays = true };

        // Where all hosts are replaced, as many new ones of each model take the place of those that a rule names; models are numbered in turn.
        PlacementRules Applied(string pool) => terms.Policy != HostPolicy.Refresh ? terms.Rules : terms.Rules with
        {
            Rules = [.. terms.Rules.Rules.Select(rule => rule.Kind != RuleKind.RunOn ? rule : rule with
            {
                Hosts = [
                    .. Enumerable.Range(1, terms.NewHosts.Length * inventory.Hosts.Count(host => rule.NamesHost(host.Name)))
                        .Select(number => EstateServers.NewName(pool, number)),
                    .. rule.Hosts,
                ],
            })],
        };
    }

    /// <summary>The same VMs with other needs, on as few of a plan's own servers as suffice; that plan itself where they cannot be placed so.</summary>
    public static EstatePlan Within(EstatePlan plan, EstateDemand demand, PlacementTerms terms)
    {
        var needs = demand.Placed.ToDictionary(each => each.Vm.Id, StringComparer.Ordinal);
        return new EstatePlan([.. plan.Clusters.Select(Smaller)]);

        ClusterPlan Smaller(ClusterPlan cluster)
        {
            var smaller = ClusterPlacement.Plan(new ClusterQuestion(
                cluster.Cluster,
                cluster.HostsToday,
                [.. cluster.Servers.SelectMany(load => load.Vms).Concat(cluster.Stored).Select(vm => needs[vm.Vm.Id])],
                [.. cluster.Servers.Select(load => load.Server)],
                terms with { Rules = cluster.Rules, NewHosts = [], Failures = cluster.Failover.Failures })
            {
                Storage = cluster.Storage?.Rule,
                HostsNotDescribed = cluster.HostsNotDescribed,
                IsOneHostToday = cluster.IsOneHostToday,
            });
            return smaller.Holds ? smaller : cluster;
        }
    }
}
