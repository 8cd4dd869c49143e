using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Scope;

namespace CostPlanner.Reporting.Chapters.Hosts;

/// <summary>What is said of the pools in which hosts are planned: which may lose hosts, and whether the source tells them.</summary>
internal static class PoolWords
{
    /// <summary>What is said of a pool of one host.</summary>
    public static string NoFailover => Words.Of("hosts.pool.no-failover");

    /// <summary>Whether a pool is one host today and is planned without failover.</summary>
    public static bool HasNone(ClusterPlan cluster) => cluster is { IsOneHostToday: true, Failover: { Failures: 0, SitesTried: 0 } };

    /// <summary>How many hosts may fail, and where none may.</summary>
    public static string Survives(EstatePlan plan)
    {
        var used = plan.Clusters.Where(cluster => !cluster.Servers.IsEmpty).ToList();
        var single = used.Count(HasNone);
        var failures = used.Where(cluster => !HasNone(cluster)).Select(cluster => cluster.Failover.Failures).Distinct().ToList();
        var others = failures switch
        {
            [] => null,
            [0] => Words.Of("hosts.pool.no-host-may-fail"),
            [1] => Words.Of("hosts.pool.others"),
            [var same] => Words.Of("hosts.pool.others-any-hosts-of", ("same", Printed.Whole(same))),
            _ => Words.Of("hosts.pool.others-to-hosts-of", ("failures", Printed.Whole(failures.Min())), ("failures-2", Printed.Whole(failures.Max()))),
        };
        return (others, single) switch
        {
            ({ } words, 0) => words,
            ({ } words, _) => Words.Of("hosts.pool.of-one-host", ("words", words), ("single", single), ("no-failover", NoFailover)),
            _ => NoFailover,
        };
    }

    /// <summary>What page 1 says of pools: that clusters are not known, and what planning by site would give; none where neither is so.</summary>
    public static IEnumerable<string> Points(CaseStudy result)
    {
        var inventory = result.Inputs.Inventory;
        if (!inventory.TellsClusters && result.Inputs.Scenario.Placement.Within == PlacementScope.Cluster)
        {
            var planned = inventory.Hosts.IsEmpty
                ? Words.Of("hosts.pool.planned")
                : Words.Of("hosts.pool.planned-each-of-was", ("hosts", inventory.Hosts.Length));
            yield return Words.Of("hosts.pool.points", ("planned", planned), ("offer", Offer(result.Scope)));
        }
        else if (result.Scope is { } scope)
        {
            yield return Words.Of(
                "hosts.pool.points-hosts-for-most",
                ("hosts", Printed.Whole(scope.Hosts)),
                ("pools", scope.Pools),
                ("offer", Offer(scope)));
        }
    }

    private static string Offer(ScopeStudy? scope) => scope switch
    {
        null => "",
        { HostsWithin: null } => Words.Of("hosts.pool.offer"),
        { HostsWithin: { } hosts } =>
            Words.Of(
                "hosts.pool.offer-if-vms-may",
                ("option", scope.Option.Name),
                ("hosts", hosts),
                ("hosts-2", Printed.Whole(scope.Hosts)),
                ("value", scope.Total is { } total ? Words.Of("hosts.pool.and-costs", ("total", Printed.Amount(total))) : "")),
    };
}
