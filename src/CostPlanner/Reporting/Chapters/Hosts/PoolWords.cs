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
    public const string NoFailover = "no failover today, none planned";

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
            [0] => "no host may fail",
            [1] => "any one host of a cluster may fail",
            [var same] => $"any {Printed.Whole(same)} hosts of a cluster may fail",
            _ => $"{Printed.Whole(failures.Min())} to {Printed.Whole(failures.Max())} hosts of a cluster may fail",
        };
        return (others, single) switch
        {
            ({ } words, 0) => words,
            ({ } words, _) => $"{words}; {Printed.Count(single, "pool")} of one host: {NoFailover}",
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
                ? "VMs were planned by the host that they name, those that name none as one pool"
                : $"each of {Printed.Count(inventory.Hosts.Length, "host")} was planned alone with the VMs on it";
            yield return $"The inventory does not tell which hosts form a cluster: {planned}.{Offer(result.Scope)}";
        }
        else if (result.Scope is { } scope)
        {
            yield return $"{Printed.Whole(scope.Hosts)} hosts for {Printed.Count(scope.Pools, "pool")}, most of them far from full.{Offer(scope)}";
        }
    }

    private static string Offer(ScopeStudy? scope) => scope switch
    {
        null => "",
        { HostsWithin: null } => " placement: {within: site} has no plan that holds.",
        { HostsWithin: { } hosts } =>
            $" If VMs may move within their site (placement: {{within: site}}), {scope.Option.Name} needs "
            + $"{Printed.Count(hosts, "host")} instead of {Printed.Whole(scope.Hosts)}"
            + $"{(scope.Total is { } total ? $" and costs {Printed.Amount(total)}" : "")}.",
    };
}
