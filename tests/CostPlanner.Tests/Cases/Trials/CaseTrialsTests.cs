using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Cases.Trials;
using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies.Uncertainty;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Trials;

/// <summary>The case as a function of drawn values, on the committed demo: it is the case itself.</summary>
[Slow]
public sealed class CaseTrialsTests
{
    private static readonly Lazy<CaseInputs> Lazily = new(() => CaseFiles.Read(Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml"), Repository.Data).Value!);

    private static CaseInputs Demo => Lazily.Value;

    [Fact]
    public void All_likely_values_are_the_point_case()
    {
        var drawn = UncertainInputs.Of(Demo);

        var outcome = new CaseTrials(Demo, drawn.Keys, UncertaintyStudy.StepFor(Demo.Inventory)).Of([.. drawn.Inputs.Select(input => input.Range.Likely)]);

        Assert.Equal(Totals(BusinessCase.Of(Demo, TestContext.Current.CancellationToken)), outcome.Options.Select(option => option.Total));
    }

    // Neither is on the grid of plans, nor is growth: without a grid the trial is the case with those values, to the cent, payback and all.
    [Fact]
    public void Without_a_grid_any_values_are_the_case_with_those_values()
    {
        ImmutableArray<NumberKey> keys = [Key("cpu-overcommit"), Key("growth"), Key("migration-per-vm"), Key("discount.broadcom"), Key("kvm.memory-target")];
        ImmutableArray<decimal> values = [3.37m, 0.043m, 811m, 0.21m, 0.83m];
        var changed = BusinessCase.Of(keys.Zip(values).Aggregate(Demo, (inputs, each) => each.First.Change(inputs, each.Second)), TestContext.Current.CancellationToken);

        var outcome = new CaseTrials(Demo, keys, step: 0).Of(values);

        Assert.Equal(Totals(changed), outcome.Options.Select(option => option.Total));
        Assert.Equal(changed.Options.Select(option => option.Comparison?.PaybackMonth), outcome.Options.Select(option => option.PaybackMonth));
    }

    // None of these is an assumption of all options, and each puts VMs on other hosts: the plan of one value may not stand for that of another.
    [Theory]
    [InlineData("hosts-added", 0, 2)]
    [InlineData("vms-per-host", 20, 40)]
    [InlineData("copies", 0, 3)]
    [InlineData("overcommit-cap", 2, 3)]
    [InlineData("failover", 0, 2)]
    [InlineData("horizon_years", 1, 7)]
    public void Without_a_grid_each_value_of_any_number_is_the_case_with_that_value(string name, int one, int other)
    {
        var few = Few(Demo);
        var key = (NumberKey)CaseKeys.Find(few, name == "copies" ? $"copies.{few.Inventory.Vms[0].Name}" : name)!;
        var trials = new CaseTrials(few, [key], step: 0);
        Assert.All(new decimal[] { one, other }, value => Assert.Equal(Totals(BusinessCase.Of(key.Change(few, value), TestContext.Current.CancellationToken)), trials.Of([value]).Options.Select(option => option.Total)));
    }

    // Where the cheapest hosts are looked for, what a licence costs says on which hosts VMs land.
    [Fact]
    public void Without_a_grid_prices_move_VMs_where_the_cheapest_hosts_are_looked_for()
    {
        var inputs = Few(Demo);
        inputs = inputs with { Scenario = inputs.Scenario with { NewHosts = ["two-socket-64c-1024g", "two-socket-64c-512g"], Placement = inputs.Scenario.Placement with { Objective = Objective.LeastCost } } };
        var key = (NumberKey)CaseKeys.Find(inputs, "discount.broadcom")!;

        Assert.Equal(Totals(BusinessCase.Of(key.Change(inputs, 0.9m), TestContext.Current.CancellationToken)), new CaseTrials(inputs, [key], step: 0).Of([0.9m]).Options.Select(option => option.Total));
    }

    // What scarcity rounds to the same grid shares a plan: 4 / 1.04 and 4 / 1.02 both round to 4, 4 / 1.1 does not.
    [Fact]
    public void Values_that_round_to_the_same_grid_share_their_plans()
    {
        var trials = new CaseTrials(Demo, [Key("cpu-overcommit")], step: 0.1);
        trials.Of([4m]);
        var plans = trials.Placements;

        trials.Of([4m / 1.04m]);
        trials.Of([4m / 1.02m]);
        Assert.Equal(plans, trials.Placements);

        trials.Of([4m / 1.1m]);
        Assert.True(trials.Placements > plans);
    }

    // A step of scarcity is the same whatever brought it: 4 / 1.1 vCPUs a core, or a target of 0.8 / 1.1.
    [Fact]
    public void A_shared_plan_is_the_plan_of_its_scarcity_and_not_of_who_came_first()
    {
        ImmutableArray<NumberKey> keys = [Key("cpu-overcommit"), Key("cpu-target")];
        ImmutableArray<decimal> byRatio = [4m / 1.1m, 0.8m];
        ImmutableArray<decimal> byTarget = [4m, 0.8m / 1.1m];
        var one = new CaseTrials(Demo, keys, step: 0.1);
        var other = new CaseTrials(Demo, keys, step: 0.1);

        var (first, second) = (one.Of(byRatio), one.Of(byTarget));
        var (later, earlier) = (other.Of(byTarget), other.Of(byRatio));

        Assert.Equal(first.Options, earlier.Options);
        Assert.Equal(second.Options, later.Options);
    }

    // Without own values at the point the three KVM options share their plans; a value drawn for the last of them is no other's, and is its own.
    [Fact]
    public void A_value_drawn_for_one_option_moves_the_VMs_of_that_option_only()
    {
        var trials = new CaseTrials(Demo, [Key("kvm.cpu-overcommit")], step: 0.05);
        var (likely, scarce) = (trials.Of([4m]), trials.Of([2m]));
        var exact = new CaseTrials(Demo, [Key("kvm.cpu-overcommit")], step: 0).Of([2m]);

        var at = Demo.Scenario.Options.IndexOf(Demo.Scenario.Options.First(option => option.Id == "kvm"));
        Assert.True(scarce.Options[at].Total > likely.Options[at].Total * 1.1m);
        Assert.InRange(scarce.Options[at].Total!.Value / exact.Options[at].Total!.Value, 0.95m, 1.05m);
        Assert.Equal(likely.Options.RemoveAt(at), scarce.Options.RemoveAt(at));
    }

    [Fact]
    public void A_value_that_can_mean_nothing_has_no_outcome() => Assert.Null(new CaseTrials(Demo, [Key("cpu-target")], 0).Tried([1.5m]));

    [Fact]
    public void A_study_of_the_demo_is_the_same_each_time()
    {
        var inputs = Few(Demo);
        var (one, other) = (Made(), Made());

        Assert.Equal(one.Trials.SelectMany(trial => trial.Outcome.Options), other.Trials.SelectMany(trial => trial.Outcome.Options));

        SimulationResult Made() => MonteCarlo.Run(Plan(), Trials().Of, token: TestContext.Current.CancellationToken);
        CaseTrials Trials() => new(inputs, UncertainInputs.Of(inputs).Keys, UncertaintyStudy.StepFor(Demo.Inventory));
        SimulationPlan Plan() => new(UncertainInputs.Of(inputs).Inputs, [], 7, 1) { MostTrials = 40 };
    }

    /// <summary>The case with three of its options.</summary>
    private static CaseInputs Few(CaseInputs inputs) => inputs with { Scenario = inputs.Scenario with { Options = [.. inputs.Scenario.Options.Where(option => option.Id is "vvf" or "vcf" or "kvm")] } };

    private static NumberKey Key(string name) => (NumberKey)CaseKeys.Find(Demo, name)!;

    private static IEnumerable<decimal?> Totals(BusinessCase result) => result.Options.Select(option => option.HasTotal ? option.PresentCost.Rounded(2).Amount : (decimal?)null);
}
