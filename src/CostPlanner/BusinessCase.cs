using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Pricing;

namespace CostPlanner;

/// <summary>One option of a scenario, worked out.</summary>
/// <param name="Option">The option.</param>
/// <param name="Demand">What the estate needs on its platform.</param>
/// <param name="Plan">The hosts, with every VM on one.</param>
/// <param name="Costs">What it costs, line by line.</param>
/// <param name="PresentCost">The total in money of today; a lower bound where the sheet has holes.</param>
/// <param name="Comparison">Against the baseline; null for the baseline itself and where there is no answer.</param>
/// <param name="WhyNotCompared">Why there is no comparison, or null.</param>
public sealed record OptionCase(
    ScenarioOption Option,
    EstateDemand Demand,
    EstatePlan Plan,
    CostSheet Costs,
    Money PresentCost,
    Comparison? Comparison,
    string? WhyNotCompared)
{
    /// <summary>Whether the option may be ranked: no price missing, and every VM placed.</summary>
    public bool IsRanked => Costs.IsComplete && Plan.Holds;
}

/// <summary>A scenario answered.</summary>
/// <param name="Inputs">What it was computed from.</param>
/// <param name="Assumptions">The assumptions after the scenario's own values.</param>
/// <param name="Options">The options, in the scenario's order.</param>
/// <param name="Claim">The claim of 2013, put to this estate.</param>
/// <param name="Findings">Everything the user should know, errors first.</param>
public sealed record BusinessCase(
    CaseInputs Inputs,
    AssumptionSet Assumptions,
    ImmutableArray<OptionCase> Options,
    ClaimAnswer Claim,
    ImmutableArray<Finding> Findings)
{
    /// <summary>The option that the others are measured against.</summary>
    public OptionCase Baseline => Options.First(each => each.Option.Id == Inputs.Scenario.Baseline);

    /// <summary>The ranked option with the lowest total, or null when none may be ranked.</summary>
    public OptionCase? Cheapest => Options.Where(each => each.IsRanked).MinBy(each => each.Costs.Total.Amount);
}
