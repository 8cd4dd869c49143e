using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Pricing;

/// <summary>What it saves to keep guests with a licence to a few hosts.</summary>
public static class ConfinementSaving
{
    /// <summary>
    /// The guests' licences over the horizon if the same guests might run on every host of their clusters, less what they cost as the plan confines them;
    /// negative where confining costs more, null where nothing is confined or a price is missing.
    /// </summary>
    public static Money? Of(CostBasis basis, ScenarioOption option, EstatePlan plan)
    {
        if (plan.Clusters.All(cluster => cluster.Confinements.IsEmpty))
        {
            return null;
        }

        var spread = new EstatePlan([.. plan.Clusters.Select(cluster => cluster with { Confinements = [] })]);
        return Sheet(basis, option, spread) is { IsComplete: true } wide && Sheet(basis, option, plan) is { IsComplete: true } narrow
            ? wide.Total - narrow.Total
            : null;
    }

    private static CostSheet Sheet(CostBasis basis, ScenarioOption option, EstatePlan plan) => new(
        basis.Scenario.Currency, basis.Months, LinesOverTime.Steady(basis, OptionCosts.Guests(basis, option, plan, LicensedHosts.Of(plan, basis.Cache))));
}
