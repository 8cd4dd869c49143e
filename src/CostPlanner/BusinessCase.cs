using System.Collections.Immutable;
using CostPlanner.Cases;
using CostPlanner.Cases.Requirements;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Ages;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timelines;

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
    Message? WhyNotCompared)
{
    /// <summary>
    /// Whether the option has a total: no price missing, a VM that runs, every VM placed, and no host kept that licences cannot be counted for. What has none
    /// costs "at least" so much.
    /// </summary>
    public bool HasTotal => PlacedOption.WhyNoTotal(Demand, Plan, Costs) is null;

    /// <summary>Whether the option is ranked: it has a total, and nothing that the scenario asks of options keeps it out.</summary>
    public bool IsRanked => HasTotal && Eligibility.IsMet;

    /// <summary>Whether it has what the scenario asks of every option.</summary>
    public Eligibility Eligibility { get; init; } = Eligibility.Met;

    /// <summary>Why it lacks a total in some trial, said of the option.</summary>
    /// <remarks>What the case itself has every price for lacks a total only where drawn values leave VMs without a host.</remarks>
    public Message WhyNoTotalDrawn => Costs.WhyIncomplete ?? Message.Of("no-total.drawn");

    /// <summary>Against the estate as it is, whichever option is the baseline; null for that estate itself, without one, and without an answer.</summary>
    public Comparison? AgainstToday { get; init; }

    /// <summary>Why there is no comparison with the estate as it is, or null.</summary>
    public Message? WhyNotAgainstToday { get; init; }

    /// <summary>Its hosts from which month on; the plan is that of the stage that needs the most.</summary>
    public ImmutableArray<HostSpan> Stages { get; init; } = [new HostSpan(0, Demand, Plan)];

    /// <summary>How it goes month by month.</summary>
    public Timeline Timeline { get; init; } = Timeline.Staying([new HostSpan(0, Demand, Plan)], Costs.Months, platformFrom: 0, new CaseCache());

    /// <summary>The ways over the end of today's contract while its VMs move; null where it does not move, or moves before.</summary>
    public MoveAlternatives? Alternatives { get; init; }

    /// <summary>What its payments come to: in the books, after tax, as a return on leaving the baseline.</summary>
    public CashFlow CashFlow { get; init; } = CashFlow.Of(Costs, baseline: null, discountRate: 0, tax: null);

    /// <summary>What its total comes to for each VM, GiB and vCPU that runs, and month.</summary>
    public UnitCosts UnitCosts => UnitCosts.Of(Costs, Demand);

    /// <summary>What it saves that guests are confined to a few hosts; null where none are, or a price is missing.</summary>
    public Money? SavedByConfinement { get; init; }
}

/// <summary>A scenario answered.</summary>
/// <param name="Inputs">What it was computed from.</param>
/// <param name="Assumptions">The assumptions after the scenario's own values; those of measured sizing only where use was measured.</param>
/// <param name="Options">The options, in the scenario's order.</param>
public sealed record BusinessCase(
    CaseInputs Inputs,
    AssumptionSet Assumptions,
    ImmutableArray<OptionCase> Options)
{
    /// <summary>What is used beyond its age, one entry for each kind of fact.</summary>
    public ImmutableArray<OldFact> OldFacts { get; init; } = [];

    /// <summary>What the user should know of the inventory, the scenario and what VMs need.</summary>
    public ImmutableArray<Finding> OfInputs { get; init; } = [];

    /// <summary>What the user should know of hosts, prices and the answers.</summary>
    public ImmutableArray<Finding> OfAnswers { get; init; } = [];

    /// <summary>Everything the user should know, errors first.</summary>
    public IEnumerable<Finding> Findings => OfInputs.Concat(OfAnswers).OrderByDescending(finding => finding.Severity);

    /// <summary>The options on their hosts, before they are compared: what studies begin from.</summary>
    internal ImmutableArray<PlacedOption> Placed { get; init; } = [];

    /// <summary>The option that the others are measured against.</summary>
    public OptionCase Baseline => Options.First(each => each.Option.Id == Inputs.Scenario.Baseline);

    /// <summary>The estate as it is; null where every option is set up anew.</summary>
    public OptionCase? Today => Options.FirstOrDefault(each => each.Option.IsToday);

    /// <summary>The options that are ranked, the lowest present cost first; of those alike the first in the scenario.</summary>
    public IEnumerable<OptionCase> Ranking => Options.Where(each => each.IsRanked).OrderBy(each => each.PresentCost.Amount);

    /// <summary>The ranked option with the lowest present cost, or null when none may be ranked.</summary>
    public OptionCase? Cheapest => Ranking.FirstOrDefault();

    /// <summary>
    /// Answers a scenario: what each VM needs, on which hosts it lands, what that costs month by month, and how the options
    /// compare. The same inputs give the same answer, on any machine and any number of threads.
    /// </summary>
    /// <param name="inputs">What it is computed from.</param>
    /// <param name="token">Calls it off, between one option and the next.</param>
    public static BusinessCase Of(CaseInputs inputs, CancellationToken token = default)
    {
        var scenario = inputs.Scenario;
        var assumptions = inputs.Assumptions.With(scenario.Assumptions);
        var placed = PlacedOption.All(inputs, assumptions, token);
        var baseline = placed.First(each => each.Option.Id == scenario.Baseline);
        var sheets = PlacedOption.CostsOf(inputs, placed);
        var costs = placed.Zip(sheets).ToDictionary(each => each.First, each => each.Second);
        var today = placed.FirstOrDefault(each => each.Option.IsToday);
        var rate = assumptions.Of(AssumptionIds.DiscountRate);
        var eligible = placed.Zip(Eligibility.Of(inputs)).ToDictionary(each => each.First, each => each.Second);
        var options = placed
            .Select(each => Compare(each, costs[each], baseline, costs[baseline], rate) with
            {
                Eligibility = eligible[each],
                AgainstToday = today is null ? null : Against(each, costs[each], today, costs[today], rate).Comparison,
                WhyNotAgainstToday = today is null ? null : Against(each, costs[each], today, costs[today], rate).WhyNot,
                SavedByConfinement = ConfinementSaving.Of(PlacedOption.Basis(inputs, each.Assumptions), each.Option, each.Plan),
                Stages = each.Stages,
                Alternatives = each.AlternativesOf(inputs, costs[each]),
                Timeline = each.TimelineOf(inputs),
                CashFlow = CashFlow.Of(
                    costs[each],
                    each != baseline && WhyNotAgainst(each, costs[each], baseline, costs[baseline]) is null ? costs[baseline] : null,
                    rate,
                    scenario.TaxRate),
            })
            .ToImmutableArray();
        var old = Pricing.Ages.OldFacts.Of(
            inputs.Ages, scenario, inputs.Rates, inputs.Grid,
            [
                .. options.OrderBy(each => each.Option.Id != scenario.Baseline)
                    .Select(each => (each.Option, each.Costs, each.IsRanked ? each.PresentCost : (Money?)null)),
            ]);
        return new BusinessCase(inputs, Reported(inputs, assumptions), options)
        {
            OldFacts = old,
            OfInputs = FindingsOfInputs(inputs, assumptions),
            OfAnswers = FindingsOfAnswers(inputs, options, old),
            Placed = placed,
        };
    }

    /// <summary>Without those assumptions that nothing asked for and nobody set.</summary>
    private static AssumptionSet Reported(CaseInputs inputs, AssumptionSet assumptions) => assumptions.Without(
        KnownAssumptions.All.Where(key => !Asks(inputs, key.AskedFor)).Select(key => key.Id)
            .Except(inputs.Scenario.Assumptions.Concat(inputs.Scenario.Options.SelectMany(option => option.Assumptions)).Select(change => change.Id)));

    private static bool Asks(CaseInputs inputs, AskedFor what) => what switch
    {
        AskedFor.Usage => inputs.Usage is not null,
        AskedFor.Vsan => inputs.Inventory.Datastores.Any(datastore => datastore.IsVsan),
        AskedFor.LateRenewal => inputs.Scenario.RenewsLate,
        AskedFor.UnknownDisks => inputs.Inventory.Vms.Any(vm => vm is { Disk: null, DiskInUse: null }),
        AskedFor.OnlyIfSet => false,
        _ => true,
    };

    private static OptionCase Compare(PlacedOption placed, CostSheet costs, PlacedOption baseline, CostSheet baselineCosts, decimal rate)
    {
        var present = PresentValue.Of(costs.ByMonth(), rate, costs.Currency);
        var (comparison, why) = Against(placed, costs, baseline, baselineCosts, rate);
        return new OptionCase(placed.Option, placed.Demand, placed.Plan, costs, present, comparison, why);
    }

    /// <summary>An option against another; why not where there is no answer, and neither against itself.</summary>
    private static (Comparison? Comparison, Message? WhyNot) Against(
        PlacedOption placed, CostSheet costs, PlacedOption other, CostSheet otherCosts, decimal rate) =>
        placed == other ? (null, null)
        : WhyNotAgainst(placed, costs, other, otherCosts) is { } why ? (null, why)
        : Comparison.Of(otherCosts, costs, rate) is { } comparison ? (comparison, null)
        : (null, Message.Of("not-compared.costs-nothing"));

    private static Message? WhyNotAgainst(PlacedOption placed, CostSheet costs, PlacedOption other, CostSheet otherCosts) =>
        placed.WhyNoTotal(costs) is { } why ? Message.Of("not-compared.option", ("why", why))
        : other.WhyNoTotal(otherCosts) is { } lacking
            ? Message.Of(other.Option.IsToday ? "not-compared.today" : "not-compared.baseline", ("why", lacking))
        : null;

    private static ImmutableArray<Finding> FindingsOfInputs(CaseInputs inputs, AssumptionSet assumptions) =>
    [
        .. inputs.Inventory.Findings,
        .. inputs.Findings,
        .. DemandFindings.Of(inputs.Inventory, inputs.Scenario),
        .. StorageFindings.Of(inputs.Inventory, assumptions),
    ];

    private static ImmutableArray<Finding> FindingsOfAnswers(CaseInputs inputs, ImmutableArray<OptionCase> options, ImmutableArray<OldFact> old) =>
    [
        .. Eligibility.Findings(inputs, options.Select(each => (each.Option, each.Eligibility))),
        .. PlacementFindings.OfHosts(inputs.Inventory),
        .. TimelineFindings.Of(inputs.Scenario, options.Select(each => (each.Option, each.Timeline))),
        .. TimelineFindings.OfOwed(inputs.Scenario, options.Select(each => (each.Option, each.Costs.Lines))),
        .. old.Select(each => each.Finding(inputs.Scenario)),
        .. Footprint.Findings(inputs.Grid, inputs.Scenario),
        .. PriceFindings.OfGuests(options[0].Demand, inputs.Scenario, inputs.Prices),
        .. PlacementFindings.OfFailover(inputs.Scenario, options[0].Plan),
        .. PlacementFindings.OfRebuild(inputs.Scenario, options[0].Plan),
        .. PlacementFindings.Of(options.Select(each => (each.Option, each.Plan))),
        .. PriceFindings.Of(options.Select(each => (each.Option, each.Costs))),
    ];
}
