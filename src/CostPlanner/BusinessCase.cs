using System.Collections.Immutable;
using CostPlanner.Cases;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Ages;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timeline;
using CostPlanner.Studies.Claims;
using CostPlanner.Studies.Evidence;
using CostPlanner.Studies.Runway;
using CostPlanner.Studies.Scope;
using CostPlanner.Studies.Sizing;
using CostPlanner.Studies.Uncertainty;

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
    /// <summary>Whether the option may be ranked: no price missing, a VM that runs, every VM placed, and no host kept that licences cannot be counted for.</summary>
    public bool IsRanked => PlacedOption.WhyNoTotal(Demand, Plan, Costs) is null;

    /// <summary>Its hosts from which month on; the plan is that of the stage that needs the most.</summary>
    public ImmutableArray<HostStage> Stages { get; init; } = [new HostStage(0, Demand, Plan)];

    /// <summary>How it goes month by month.</summary>
    public Course Course { get; init; } = Course.Staying([new HostStage(0, Demand, Plan)], Costs.Months, platformFrom: 0);

    /// <summary>What its payments come to: in the books, after tax, as a return on leaving the baseline.</summary>
    public CashFlow CashFlow { get; init; } = CashFlow.Of(Costs, baseline: null, discountRate: 0, tax: null);

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
    /// <summary>What is used beyond its age, one entry for each kind of fact.</summary>
    public ImmutableArray<OldFact> OldFacts { get; init; } = [];

    /// <summary>What today's estate proves against the assumptions.</summary>
    public EvidenceStudy Evidence { get; init; } = new([], []);

    /// <summary>What was measured of the estate, and what sizing by it would come to; null where nothing was measured.</summary>
    public SizingStudy? Sizing { get; init; }

    /// <summary>How sure the answer is; null where nobody asked.</summary>
    public UncertaintyStudy? Uncertainty { get; init; }

    /// <summary>When the hosts of today do not suffice any more; null where it was not asked.</summary>
    public RunwayStudy? Runway { get; init; }

    /// <summary>What planning by site would give; null where nothing asks for it, or the case was worked out without it.</summary>
    public ScopeStudy? Scope { get; init; }

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
        var placed = PlacedOption.All(inputs, assumptions);
        var baseline = placed.First(each => each.Option.Id == scenario.Baseline);
        var sheets = PlacedOption.CostsOf(inputs, placed);
        var costs = placed.Zip(sheets).ToDictionary(each => each.First, each => each.Second);
        var options = placed
            .Select(each => Compare(each, costs[each], baseline, costs[baseline]) with
            {
                SavedByConfinement = ConfinementSaving.Of(PlacedOption.Basis(inputs, each.Assumptions), each.Option, each.Plan),
                Stages = each.Stages,
                Course = each.CourseOf(inputs),
                CashFlow = CashFlow.Of(
                    costs[each],
                    each != baseline && WhyNotCompared(each, costs[each], baseline, costs[baseline]) is null ? costs[baseline] : null,
                    each.Assumptions.Of(AssumptionIds.DiscountRate),
                    scenario.TaxRate),
            })
            .ToImmutableArray();
        var claim = ClaimStudy.Of(inputs, placed, assumptions);
        var study = SizingStudy.Of(inputs, baseline.Assumptions, baseline.Demand.Running.Select(each => each.Vm), measured => Sized(inputs, baseline, measured, PlacedOption.PaidOn(inputs, placed)));
        var old = Pricing.Ages.OldFacts.Of(
            inputs.Ages, scenario, inputs.Rates, inputs.Grid,
            [.. options.OrderBy(each => each.Option.Id != scenario.Baseline).Select(each => (each.Option, each.Costs, each.IsRanked))]);
        var evidence = EvidenceStudy.Of(inputs, placed);
        return new BusinessCase(inputs, Reported(inputs, assumptions), options, claim, [.. AllFindings(inputs, options, old, study, assumptions).Concat(evidence.Findings(scenario)).OrderByDescending(finding => finding.Severity)])
        {
            Sizing = study,
            OldFacts = old,
            Evidence = evidence,
        };
    }

    /// <summary>The same with what only the report asks: when the hosts of today do not suffice any more, and what planning by site would give.</summary>
    public static BusinessCase ForReport(CaseInputs inputs)
    {
        var result = Of(inputs);
        return result with { Runway = RunwayStudy.Of(inputs, SnapshotSeries.None), Scope = ScopeStudy.Of(result) };
    }

    /// <summary>Without those assumptions that nothing asked for and nobody set.</summary>
    private static AssumptionSet Reported(CaseInputs inputs, AssumptionSet assumptions) => assumptions.Without(
        (inputs.Usage is null ? AssumptionIds.OfUsage : [])
            .Concat(inputs.Inventory.Datastores.Any(datastore => datastore.IsVsan) ? [] : AssumptionIds.OfVsan)
            .Concat(inputs.Inventory.Vms.Any(vm => vm is { Disk: null, DiskInUse: null }) ? [] : [AssumptionIds.UnknownDisk])
            .Except(inputs.Scenario.Assumptions.Concat(inputs.Scenario.Options.SelectMany(option => option.Assumptions)).Select(change => change.Id)));

    /// <summary>The baseline again, its VMs sized in another way.</summary>
    private static (EstateDemand Demand, EstatePlan Plan, CostSheet Costs) Sized(CaseInputs inputs, PlacedOption baseline, MeasuredEstate? measured, ImmutableArray<CostLine> staying)
    {
        var sized = PlacedOption.Of(inputs, baseline.Option, baseline.Assumptions, measured);
        return (sized.Demand, sized.Plan, sized.Costs(inputs, staying));
    }

    private static OptionCase Compare(PlacedOption placed, CostSheet costs, PlacedOption baseline, CostSheet baselineCosts)
    {
        var rate = placed.Assumptions.Of(AssumptionIds.DiscountRate);
        var present = PresentValue.Of(costs.ByMonth(), rate, costs.Currency);
        var why = WhyNotCompared(placed, costs, baseline, baselineCosts);
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

    private static string? WhyNotCompared(PlacedOption placed, CostSheet costs, PlacedOption baseline, CostSheet baselineCosts) =>
        WhyNotCompared(placed, costs, "the option") ?? WhyNotCompared(baseline, baselineCosts, "the baseline");

    private static string? WhyNotCompared(PlacedOption placed, CostSheet costs, string who) => placed.WhyNoTotal(costs) is { } why ? $"{who} {why}" : null;

    private static ImmutableArray<Finding> AllFindings(CaseInputs inputs, ImmutableArray<OptionCase> options, ImmutableArray<OldFact> old, SizingStudy? study, AssumptionSet assumptions) =>
    [
        .. inputs.Inventory.Findings
            .Concat(inputs.Findings)
            .Concat(DemandFindings.Of(inputs.Inventory, inputs.Scenario))
            .Concat(StorageFindings.Of(inputs.Inventory, assumptions))
            .Concat(SizingStudy.FindingsOf(inputs, study, assumptions))
            .Concat(PlacementFindings.OfHosts(inputs.Inventory))
            .Concat(PriceFindings.OfParallelRun(inputs.Inventory, inputs.Scenario))
            .Concat(CourseFindings.Of(inputs.Scenario, options.Select(each => (each.Option, each.Course))))
            .Concat(old.Select(each => each.Finding(inputs.Scenario)))
            .Concat(Footprint.Findings(inputs.Grid, inputs.Scenario))
            .Concat(PriceFindings.OfGuests(options[0].Demand, inputs.Scenario, inputs.Inventory, inputs.Prices))
            .Concat(PlacementFindings.OfFailover(inputs.Scenario, options[0].Plan))
            .Concat(PlacementFindings.OfRebuild(inputs.Scenario, options[0].Plan))
            .Concat(PlacementFindings.Of(options.Select(each => (each.Option, each.Plan))))
            .Concat(PriceFindings.Of(options.Select(each => (each.Option, each.Costs))))
            .OrderByDescending(finding => finding.Severity),
    ];
}
