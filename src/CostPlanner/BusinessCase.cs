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

    /// <summary>What it saves that guests are confined to a few hosts; null where none are, or a price is missing.</summary>
    public Money? SavedByConfinement { get; init; }
}

/// <summary>A scenario answered.</summary>
/// <param name="Inputs">What it was computed from.</param>
/// <param name="Assumptions">The assumptions after the scenario's own values; those of measured sizing only where use was measured.</param>
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
    /// <summary>What was measured of the estate, and what sizing by it would come to; null where nothing was measured.</summary>
    public SizingStudy? Sizing { get; init; }

    /// <summary>The option that the others are measured against.</summary>
    public OptionCase Baseline => Options.First(each => each.Option.Id == Inputs.Scenario.Baseline);

    /// <summary>The ranked option with the lowest total, or null when none may be ranked.</summary>
    public OptionCase? Cheapest => Options.Where(each => each.IsRanked).MinBy(each => each.Costs.Total.Amount);

    /// <summary>
    /// Answers a scenario: what each VM needs, on which hosts it lands, what that costs month by month, and how the options
    /// compare. The same inputs give the same answer, on any machine and any number of threads.
    /// </summary>
    public static BusinessCase Of(CaseInputs inputs)
    {
        var scenario = inputs.Scenario;
        var assumptions = inputs.Assumptions.With(scenario.Assumptions);
        var placed = Placed(inputs, assumptions);
        var baseline = placed.First(each => each.Option.Id == scenario.Baseline);
        var staying = Staying(inputs, placed, baseline);
        var stayingCosts = staying is null ? null : Price(inputs, staying, leaves: null);
        var costs = placed.ToDictionary(
            each => each,
            each => each == staying ? stayingCosts! : Price(inputs, each, Leaves(inputs, each, stayingCosts)));
        var options = placed
            .Select(each => Compare(each, costs[each], baseline, costs[baseline]) with { SavedByConfinement = ConfinementSaving.Of(Basis(inputs, each.Assumptions), each.Option, each.Plan) })
            .ToImmutableArray();
        var claim = Pricing.Claim.Answer(
            [.. options.Select(each => new ClaimCandidate(each.Option.Id, each.Option.Platform, each.Costs, each.Plan.Holds))],
            assumptions,
            scenario.HorizonYears);
        var study = SizingStudy.Of(inputs, baseline.Assumptions, baseline.Demand.Running.Select(each => each.Vm), measured => Sized(inputs, baseline, measured, stayingCosts));
        return new BusinessCase(inputs, Reported(inputs, assumptions), options, claim, AllFindings(inputs, options, study, assumptions)) { Sizing = study };
    }

    /// <summary>Without those assumptions that nothing asked for and nobody set.</summary>
    private static AssumptionSet Reported(CaseInputs inputs, AssumptionSet assumptions) => inputs.Usage is not null
        ? assumptions
        : assumptions.Without(AssumptionIds.OfUsage.Except(inputs.Scenario.Assumptions.Concat(inputs.Scenario.Options.SelectMany(option => option.Assumptions)).Select(change => change.Id)));

    /// <summary>The baseline again, its VMs sized in another way.</summary>
    private static (EstateDemand Demand, EstatePlan Plan, CostSheet Costs) Sized(CaseInputs inputs, PlacedOption baseline, MeasuredEstate? measured, CostSheet? staying)
    {
        var (demand, plan) = Plan(inputs, baseline.Option, baseline.Assumptions, measured);
        return (demand, plan, Price(inputs, baseline with { Demand = demand, Plan = plan }, Leaves(inputs, baseline, staying)));
    }

    private static ImmutableArray<PlacedOption> Placed(CaseInputs inputs, AssumptionSet assumptions)
    {
        var scenario = inputs.Scenario;
        var measured = inputs.Usage is { } usage && scenario.Sizing.IsMeasured ? MeasuredEstate.Of(usage, scenario.Sizing) : null;
        var plans = new Dictionary<(PlatformFamily, HostPolicy, string), (EstateDemand, EstatePlan)>();
        var cheapest = scenario.Placement.Objective == Objective.LeastCost;
        return [.. scenario.Options.Select(Place)];

        PlacedOption Place(ScenarioOption option)
        {
            var own = assumptions.With(option.Assumptions);
            var key = (option.Platform, option.Hosts, cheapest ? string.Join(' ', option.Licences) : "");
            if (!option.Assumptions.IsEmpty || !plans.TryGetValue(key, out var found))
            {
                found = Plan(inputs, option, own, measured);
                if (option.Assumptions.IsEmpty)
                {
                    plans.Add(key, found);
                }
            }

            return new PlacedOption(option, own, found.Item1, found.Item2);
        }
    }

    /// <summary>What an option's VMs need, and the hosts that carry them.</summary>
    private static (EstateDemand Demand, EstatePlan Plan) Plan(CaseInputs inputs, ScenarioOption option, AssumptionSet own, MeasuredEstate? measured)
    {
        var scenario = inputs.Scenario;
        var reference = CpuReference.Of(inputs.Cpus, scenario.ReferenceCpu);
        var demand = EstateDemand.Of(inputs.Inventory, scenario, option.Platform, own, measured, reference);
        var terms = new PlacementTerms
        {
            Platform = option.Platform,
            Assumptions = own,
            Failures = scenario.Failover,
            Policy = option.Hosts,
            NewHosts = [.. scenario.NewHosts.Select(inputs.Hosts.Find).OfType<HostModel>()],
            Rules = scenario.Placement,
            CpuUnit = demand.CpuUnit,
            Reference = reference,
            Cost = scenario.Placement.Objective == Objective.LeastCost ? HostCosts.Of(Basis(inputs, own), option, Math.Max(1, inputs.Inventory.Hosts.Length)) : null,
            Systems = GuestSystems.Of(Basis(inputs, own), option),
            Seed = scenario.Seed,
        };
        return (demand, EstatePlacement.Plan(inputs.Inventory, demand, terms));
    }

    private static CostSheet Price(CaseInputs inputs, PlacedOption placed, ImmutableArray<CostLine>? leaves) => OptionCosts.Of(
        Basis(inputs, placed.Assumptions),
        placed.Option,
        placed.Plan,
        placed.Demand,
        leaves);

    private static CostBasis Basis(CaseInputs inputs, AssumptionSet assumptions) =>
        new(inputs.Scenario, inputs.Prices, inputs.Rates, inputs.Cpus, assumptions);

    /// <summary>The option whose platform licences are paid on while others leave: the baseline, else the first that stays on the platform of today.</summary>
    private static PlacedOption? Staying(CaseInputs inputs, ImmutableArray<PlacedOption> placed, PlacedOption baseline) =>
        placed.Where(each => each.Option.Platform == inputs.Inventory.Platform).OrderByDescending(each => each == baseline).FirstOrDefault();

    /// <summary>The lines that an option pays on while it leaves the platform of today; null when it stays.</summary>
    private static ImmutableArray<CostLine>? Leaves(CaseInputs inputs, PlacedOption placed, CostSheet? staying) =>
        placed.Option.Platform == inputs.Inventory.Platform ? null : staying?.Lines ?? [];

    private static OptionCase Compare(PlacedOption placed, CostSheet costs, PlacedOption baseline, CostSheet baselineCosts)
    {
        var rate = placed.Assumptions.Of(AssumptionIds.DiscountRate);
        var present = PresentValue.Of(costs.ByMonth(), rate, costs.Currency);
        var why = WhyNotCompared(placed, costs, "the option") ?? WhyNotCompared(baseline, baselineCosts, "the baseline");
        if (placed == baseline || why is not null || baselineCosts.Total.Amount == 0)
        {
            return new OptionCase(placed.Option, placed.Demand, placed.Plan, costs, present, null, placed == baseline ? null : why ?? "the baseline costs nothing");
        }

        var saving = baselineCosts.Total - costs.Total;
        var presentSaving = PresentValue.Of(baselineCosts.ByMonth(), rate, costs.Currency) - present;
        var payback = Payback.Month(baselineCosts.ByMonth(), costs.ByMonth());
        return new OptionCase(
            placed.Option, placed.Demand, placed.Plan, costs, present, new Comparison(saving, saving / baselineCosts.Total, presentSaving, payback), null);
    }

    private static string? WhyNotCompared(PlacedOption placed, CostSheet costs, string who)
    {
        if (!placed.Plan.Holds)
        {
            return $"{who} has no plan that holds";
        }

        return costs.IsComplete ? null : $"{who} lacks a price: {string.Join("; ", costs.Holes.Select(line => line.Label).Distinct())}";
    }

    private static ImmutableArray<Finding> AllFindings(CaseInputs inputs, ImmutableArray<OptionCase> options, SizingStudy? study, AssumptionSet assumptions) =>
    [
        .. inputs.Inventory.Findings
            .Concat(inputs.Findings)
            .Concat(DemandFindings.Of(inputs.Inventory, inputs.Scenario))
            .Concat(SizingStudy.FindingsOf(inputs, study, assumptions))
            .Concat(PlacementFindings.OfHosts(inputs.Inventory))
            .Concat(PriceFindings.OfParallelRun(inputs.Inventory, inputs.Scenario))
            .Concat(PriceFindings.OfRates(options.SelectMany(each => each.Costs.Lines), inputs.Scenario))
            .Concat(PriceFindings.OfGuests(options[0].Demand, inputs.Scenario, inputs.Inventory, inputs.Prices))
            .Concat(PlacementFindings.Of(options.Select(each => (each.Option, each.Plan))))
            .Concat(PriceFindings.Of(options.Select(each => (each.Option, each.Costs))))
            .OrderByDescending(finding => finding.Severity),
    ];

    private sealed record PlacedOption(ScenarioOption Option, AssumptionSet Assumptions, EstateDemand Demand, EstatePlan Plan);
}
