using CostPlanner.Cases;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Studies.Scope;

/// <summary>Why it is asked what would be if VMs could move within their site.</summary>
public enum ScopeReason
{
    /// <summary>The inventory does not tell which hosts form a cluster.</summary>
    ClustersNotKnown,

    /// <summary>Hosts are bought for pools so small that together they would need half of them at most.</summary>
    SmallPools,
}

/// <summary>An option planned as if the VMs of a site could move between all its hosts.</summary>
/// <param name="Reason">Why that is asked.</param>
/// <param name="Option">The option.</param>
/// <param name="Pools">Pools in which it is planned now.</param>
/// <param name="Hosts">Hosts that it needs now.</param>
/// <param name="HostsWithin">Hosts that it would need; null where there is no plan that holds.</param>
/// <param name="Total">What it would cost over the horizon; null where a price is missing, or there is no plan that holds.</param>
public sealed record ScopeStudy(ScopeReason Reason, ScenarioOption Option, int Pools, int Hosts, int? HostsWithin, Money? Total)
{
    /// <summary>The study of a case's cheapest option, else of its baseline; null where nothing asks for it, or it would change nothing.</summary>
    public static ScopeStudy? Of(BusinessCase result)
    {
        var (inputs, option) = (result.Inputs, result.Cheapest ?? result.Baseline);
        var pools = option.Plan.Clusters.Count(cluster => !cluster.Servers.IsEmpty);
        if (inputs.Scenario.Placement.Within != PlacementScope.Cluster || pools < 2)
        {
            return null;
        }

        ScopeReason? reason = !inputs.Inventory.TellsClusters ? ScopeReason.ClustersNotKnown
            : IsSparse(option.Plan, inputs.Scenario.Failover) ? ScopeReason.SmallPools
            : null;
        var study = reason is { } why ? With(inputs, why, option, pools) : null;
        return study is { Reason: ScopeReason.SmallPools } && !(study.HostsWithin < study.Hosts) ? null : study;
    }

    /// <summary>Whether hosts are bought, and twice as many as the sums of CPU, memory and storage ask for, those that may fail counted once.</summary>
    private static bool IsSparse(EstatePlan plan, int failures)
    {
        var full = Enum.GetValues<Dimension>().Max(dimension => plan.Servers.Sum(load => load.Used.TryGetValue(dimension, out var used) ? used.Value : 0));
        return plan.HostsBought > 0 && plan.HostsUsed >= 2 * (decimal.Ceiling(full) + failures);
    }

    private static ScopeStudy With(CaseInputs inputs, ScopeReason reason, OptionCase now, int pools)
    {
        var wide = inputs with { Scenario = inputs.Scenario with { Placement = inputs.Scenario.Placement with { Within = PlacementScope.Site } } };
        var placed = PlacedOption.All(wide, wide.Assumptions.With(wide.Scenario.Assumptions));
        var at = placed.IndexOf(placed.First(each => each.Option.Id == now.Option.Id));
        var costs = PlacedOption.CostsOf(wide, placed)[at];
        var holds = placed[at].Plan.Holds;
        return new ScopeStudy(
            reason, now.Option, pools, now.Plan.HostsUsed, holds ? placed[at].Plan.HostsUsed : null, holds && costs.IsComplete ? costs.Total : null);
    }
}
