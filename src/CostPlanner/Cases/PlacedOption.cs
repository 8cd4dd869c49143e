using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Cases;

/// <summary>An option with its hosts over time.</summary>
/// <param name="Option">The option.</param>
/// <param name="Assumptions">Its assumptions.</param>
/// <param name="Stages">Its hosts from which month on.</param>
internal sealed record PlacedOption(ScenarioOption Option, AssumptionSet Assumptions, ImmutableArray<HostSpan> Stages)
{
    /// <summary>What the VMs need when they need the most.</summary>
    public EstateDemand Demand => Greatest.Demand;

    /// <summary>The hosts when the most are needed.</summary>
    public EstatePlan Plan => Greatest.Plan;

    /// <summary>
    /// Demand grows to the last stage, or shrinks from the first; where hosts are replaced meanwhile, the last plan is what one ends with. A stage that
    /// has no plan that holds comes before all: the option has none then.
    /// </summary>
    private HostSpan Greatest => Stages.FirstOrDefault(stage => !stage.Plan.Holds) ?? (Assumptions.Of(AssumptionIds.Growth) < 0 ? Stages[0] : Stages[^1]);

    /// <summary>Every option with its hosts; options that differ in nothing that matters to placement share theirs.</summary>
    public static ImmutableArray<PlacedOption> All(CaseInputs inputs, AssumptionSet assumptions, CancellationToken token = default) =>
        Of(inputs, assumptions, inputs.Scenario.Options, token);

    /// <summary>Some options with their hosts.</summary>
    public static ImmutableArray<PlacedOption> Of(
        CaseInputs inputs, AssumptionSet assumptions, ImmutableArray<ScenarioOption> options, CancellationToken token = default)
    {
        var scenario = inputs.Scenario;
        var measured = Measured(inputs);
        var known = new Dictionary<(PlatformFamily, HostPolicy, string, string), ImmutableArray<HostSpan>>();
        var cheapest = scenario.Placement.Objective == Objective.LeastCost;
        return [.. options.Select(Place)];

        PlacedOption Place(ScenarioOption option)
        {
            token.ThrowIfCancellationRequested();
            var own = assumptions.With(option.Assumptions);
            var key = (
                option.Platform, option.Hosts, cheapest ? string.Join(' ', option.Licences) : "", EstateDemand.RolesNeeded(inputs.Inventory, scenario, option));
            if (option.Assumptions.IsEmpty && known.TryGetValue(key, out var stages))
            {
                return new PlacedOption(option, own, stages);
            }

            var placed = Of(inputs, option, own, measured);
            if (option.Assumptions.IsEmpty)
            {
                known.Add(key, placed.Stages);
            }

            return placed;
        }
    }

    /// <summary>What was measured of the VMs, where they are sized by it; null where they are sized as configured.</summary>
    public static MeasuredEstate? Measured(CaseInputs inputs) =>
        inputs.Usage is { } usage && inputs.Scenario.Sizing.IsMeasured ? MeasuredEstate.Of(usage, inputs.Scenario.Sizing) : null;

    /// <summary>Places the VMs of an option, for each year of the horizon.</summary>
    /// <param name="inputs">The case's inputs.</param>
    /// <param name="option">The option.</param>
    /// <param name="own">Its assumptions.</param>
    /// <param name="measured">What was measured, where VMs are sized by it.</param>
    public static PlacedOption Of(CaseInputs inputs, ScenarioOption option, AssumptionSet own, MeasuredEstate? measured)
    {
        var scenario = inputs.Scenario;
        var terms = Terms(inputs, option, own, measured);
        var demands = new Dictionary<int, EstateDemand>();
        return new PlacedOption(
            option, own, HostTimeline.Plan(YearPlans.Of(inputs.Inventory, DemandAfter), terms, scenario.HorizonYears, ReplacedFrom(scenario)));

        EstateDemand DemandAfter(int years) => demands.TryGetValue(years, out var known)
            ? known
            : demands[years] = EstateDemand.Of(inputs.Inventory, scenario, option.Platform, own, measured, terms.Reference, years, option);
    }

    /// <summary>The month from which on hosts of today are replaced; null where they last.</summary>
    public static int? ReplacedFrom(Scenario scenario) => scenario.HostsReplacedOn is { } day ? Duration.MonthsBegun(scenario.AsOf, day.AddDays(-1)) : null;

    /// <summary>What each option costs, in their order; none of them depends on another.</summary>
    public static ImmutableArray<CostSheet> CostsOf(CaseInputs inputs, ImmutableArray<PlacedOption> placed)
    {
        var known = new Dictionary<(ImmutableArray<HostSpan>, AssumptionSet, PlatformFamily, HostPolicy), PricedHosts>();
        return [.. placed.Select(CostsOf)];

        // Options on the same hosts under the same assumptions differ only by what is licensed on them.
        CostSheet CostsOf(PlacedOption each)
        {
            var alike = (each.Stages, each.Assumptions, each.Option.Platform, each.Option.Hosts);
            var hosts = known.TryGetValue(alike, out var found) ? found : known[alike] = PricedHosts.Of(inputs, each);
            return hosts.Costs(each.Option);
        }
    }

    /// <summary>On what terms the VMs of an option are placed.</summary>
    /// <param name="inputs">The case's inputs.</param>
    /// <param name="option">The option.</param>
    /// <param name="own">Its assumptions.</param>
    /// <param name="measured">What was measured, where VMs are sized by it.</param>
    public static PlacementTerms Terms(CaseInputs inputs, ScenarioOption option, AssumptionSet own, MeasuredEstate? measured) => new()
    {
        Platform = option.Platform,
        Assumptions = own,
        Failures = inputs.Scenario.Failover,
        FailuresOf = inputs.Scenario.FailoverOf,
        Policy = option.Hosts,
        NewHosts = NewHosts(inputs),
        HostsAdded = inputs.Scenario.HostsAdded,
        Rules = inputs.Scenario.Placement,
        CpuUnit = EstateDemand.UnitOf(measured),
        Reference = CpuReference.Of(inputs.Cpus, inputs.Scenario.ReferenceCpu),
        Cost = inputs.Scenario.Placement.Objective == Objective.LeastCost
            ? HostCosts.Of(Basis(inputs, own), option, Math.Max(1, inputs.Inventory.Hosts.Length))
            : null,
        Systems = GuestSystems.Of(Basis(inputs, own), option),
        Seed = inputs.Scenario.Seed,
    };

    /// <summary>What the option costs.</summary>
    /// <param name="inputs">The case's inputs.</param>
    public CostSheet Costs(CaseInputs inputs) => PricedHosts.Of(inputs, this).Costs(Option);

    /// <summary>Why it has no total by which it could be ranked, as the rest of a sentence about it; null where it has one.</summary>
    public Message? WhyNoTotal(CostSheet costs) => WhyNoTotal(Demand, Plan, costs);

    /// <summary>Why an option has no total by which it could be ranked, as the rest of a sentence about it; null where it has one.</summary>
    public static Message? WhyNoTotal(EstateDemand demand, EstatePlan plan, CostSheet costs) => 0 switch
    {
        _ when !plan.Holds => Message.Of("no-total.no-plan"),
        _ when demand.Running.IsEmpty => Message.Of("no-total.no-vm"),
        _ when plan.HostsNotDescribed > 0 => Message.Of("no-total.hosts", ("hosts", plan.HostsNotDescribed)),
        _ => costs.WhyIncomplete,
    };

    /// <summary>The option month by month.</summary>
    public Timeline TimelineOf(CaseInputs inputs)
    {
        var scenario = inputs.Scenario;
        var today = EstateServers.Today(inputs.Inventory, inputs.Cache);
        var (stays, replaces) = (Option.Platform == inputs.Inventory.Platform, Option.Hosts == HostPolicy.Refresh);
        var contractEnds = ContractTerm.Of(scenario)?.Ends ?? 0;
        if (scenario.IsGreenfield || (stays && !replaces))
        {
            return Timeline.Staying(Stages, scenario.HorizonMonths, contractEnds, inputs.Cache) with { Today = today };
        }

        var standIns = StandIns(inputs.Inventory, today);
        ImmutableArray<PlannedHost> running = standIns.IsEmpty ? today : [.. today, .. standIns];
        var move = Migration.Of(Demand, Assumptions, inputs.Cache);
        if (stays)
        {
            return Timeline.Exchanging(Stages, scenario.HorizonMonths, contractEnds, move, running, inputs.Cache) with
            {
                StandIns = standIns.Length,
                Today = today,
            };
        }

        var spare = replaces ? 0 : (int)decimal.Ceiling(Assumptions.Of(AssumptionIds.SwingServers));
        return Timeline.Moving(Stages, scenario.HorizonMonths, move, running, spare + standIns.Length, inputs.Cache) with
        {
            SwingModel = NewHosts(inputs).FirstOrDefault(),
            StandIns = standIns.Length,
            IsTodayGuessed = today.IsEmpty,
            Today = running,
        };
    }

    /// <summary>The ways over the end of today's contract; null for an option that does not move, or moves before it.</summary>
    public MoveAlternatives? AlternativesOf(CaseInputs inputs, CostSheet costs) => TimelineOf(inputs) is { Move: { } move } course
        ? MoveAlternatives.Of(Basis(inputs, Assumptions), course, move, TodaysPlatform.Of(inputs.Scenario, inputs.Inventory.Platform), costs.Lines)
        : null;

    /// <summary>
    /// Hosts of today that are not known run until the VMs have moved, and are not free: one like the largest that is known stands in for each, and
    /// where none is known, in a cluster or at all, as many as the first plan needs there, like those.
    /// </summary>
    private ImmutableArray<PlannedHost> StandIns(Inventory inventory, ImmutableArray<PlannedHost> today)
    {
        var first = Stages[0].Plan.Clusters;
        ImmutableArray<PlannedHost> like = today.MaxBy(server => server.Cores) is { } largest
            ? [.. Enumerable.Repeat(largest, inventory.Hosts.Length - today.Length), .. Used(first.Where(cluster => cluster.HostsToday is null))]
            : [.. Used(first)];
        return [.. like.Select((server, at) => server with { Name = FormattableString.Invariant($"(host of today {at + 1}, not known)"), Bought = null })];

        static IEnumerable<PlannedHost> Used(IEnumerable<ClusterPlan> plans) => plans.SelectMany(plan => plan.Servers).Select(load => load.Server);
    }

    /// <summary>What lines of the case are priced with.</summary>
    public static CostBasis Basis(CaseInputs inputs, AssumptionSet assumptions) =>
        new(inputs.Scenario, inputs.Prices, inputs.Rates, inputs.Cpus, assumptions) { Cache = inputs.Cache };

    private static ImmutableArray<ServerModel> NewHosts(CaseInputs inputs) => [.. inputs.Scenario.NewHosts.Select(inputs.Hosts.Find).OfType<ServerModel>()];

    /// <summary>The hosts of an option, priced for every option on the same.</summary>
    private sealed record PricedHosts(CostBasis Basis, Timeline Course, EstateDemand Demand, HostLines Lines, TodaysPlatform Today)
    {
        public static PricedHosts Of(CaseInputs inputs, PlacedOption placed)
        {
            var (basis, course, demand) = (PlacedOption.Basis(inputs, placed.Assumptions), placed.TimelineOf(inputs), placed.Demand);
            return new PricedHosts(
                basis, course, demand, new HostLines(basis, course, demand), TodaysPlatform.Of(inputs.Scenario, inputs.Inventory.Platform));
        }

        public CostSheet Costs(ScenarioOption option) => OptionCosts.Of(Basis, option, Course, Demand, Lines, Today);
    }
}
