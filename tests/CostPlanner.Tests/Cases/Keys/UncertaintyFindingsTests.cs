using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Cases.Trials;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies.Uncertainty;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Keys;

/// <summary>What a scenario calls uncertain is refused before anything is drawn, or can be drawn.</summary>
public sealed class UncertaintyFindingsTests
{
    private static readonly Provenance Mine = new("set in the scenario", "", Grade.A, "test.yaml, row 9");

    private static CaseInputs Case(ImmutableArray<UncertainInput> ranges, params RankCorrelation[] correlations) => TwoClusters.Case with
    {
        Scenario = TwoClusters.Case.Scenario with { Uncertainty = new Uncertainty { Inputs = ranges, Correlations = [.. correlations] } },
    };

    private static UncertainInput Range(string key, decimal low, decimal likely, decimal high, RangeShape shape = RangeShape.Pert) => new(key, new ValueRange(low, likely, high, shape), Mine);

    /// <summary>The case with a range up to a high end in the data folder.</summary>
    private static CaseInputs Assuming(CaseInputs inputs, string id, decimal high) => inputs with
    {
        Assumptions = new AssumptionSet(inputs.Assumptions.All.Select(
            each => each.Id == id ? new Assumption(each.Id, each.Label, each.Unit, each.Low, each.Likely, high, each.Provenance) : each)),
    };

    // The case is computed with the likely value, and the cap of the overcommit is no value of the case.
    [Fact]
    public void A_range_of_what_the_case_has_no_value_of_is_refused() => Assert.Equal(
        ["range-of-no-value", "range-of-no-value"],
        UncertaintyFindings.Of(Case([Range("overcommit-cap", 2, 3, 4), Range("tax_rate", 0.2m, 0.3m, 0.4m)])).Select(each => each.Code));

    // (1 + 1)^30 is more than a thousand times the demand.
    [Fact]
    public void A_range_that_grows_beyond_what_can_be_counted_is_refused()
    {
        var inputs = Case([Range("growth", 0, 0, 1)]).With("horizon_years=30");
        Assert.Contains("multiplies the demand by more than 1000", Assert.Single(UncertaintyFindings.Of(inputs)).Message.Words(), StringComparison.Ordinal);
    }

    // a rises with b, b with c, and c falls as a rises: 0.9, 0.9 and -0.9 leave no such numbers.
    [Fact]
    public void Correlations_that_contradict_each_other_are_refused() => Assert.Equal(
        "correlations-contradict",
        Assert.Single(UncertaintyFindings.Of(Case(
            [Range("pue", 1.2m, 1.5m, 2), Range("electricity", 0.1m, 0.2m, 0.3m), Range("growth", 0, 0, 0.1m)],
            Simulated.Together("pue", "electricity", 0.9m), Simulated.Together("electricity", "growth", 0.9m), Simulated.Together("pue", "growth", -0.9m)))).Code);

    // The data folder has a range for it, and the scenario a value: nothing is drawn that could go with growth.
    [Fact]
    public void An_assumption_that_the_scenario_has_settled_goes_with_nothing()
    {
        var inputs = Case([Range("growth", 0, 0, 0.1m)], Simulated.Together("growth", "pue", 0.5m)).With("pue=1.5");
        inputs = Assuming(inputs, "pue", 2);
        Assert.Equal("correlation-of-no-range", Assert.Single(UncertaintyFindings.Of(inputs)).Code);
    }

    // Low and high are the 5 % and 95 % quantiles: one of twenty draws lies above 1, and a share of more than 1 means nothing.
    [Fact]
    public void What_a_normal_range_draws_beyond_its_bounds_stands_at_the_bound()
    {
        var inputs = Case([Range("cpu-target", 0.6m, 0.8m, 1, RangeShape.Normal)]);
        Assert.Empty(UncertaintyFindings.Of(inputs));
        var drawn = UncertainInputs.Of(inputs);
        var trials = new CaseTrials(inputs, drawn.Keys, UncertaintyStudy.StepFor(inputs.Inventory));

        var result = MonteCarlo.Run(new SimulationPlan(drawn.Inputs, [], 7, 0) { MostTrials = 200 }, trials.Of, token: TestContext.Current.CancellationToken);

        Assert.Equal(1m, result.Trials.Max(trial => trial.Values[0]));
    }

    // The user's 50 % to 100 % a year lie outside of what the data folder says (0, as Assumed.Plain has it, or 0 to 20 %). Set up anew: nothing says what
    // is paid for the platform of today.
    [Fact]
    public void Growth_is_drawn_from_the_users_range_and_not_from_that_of_the_data_folder()
    {
        var inputs = Case([Range("growth", 0.5m, 0.75m, 1)]).With("growth=0.75", "horizon_years=2");
        inputs = Assuming(inputs, "growth", 0.2m) with { Scenario = inputs.Scenario with { IsGreenfield = true } };
        var trials = new CaseTrials(inputs, UncertainInputs.Of(inputs).Keys, step: 0.0001);

        foreach (var growth in new[] { 0.53m, 0.75m, 0.97m })
        {
            var changed = BusinessCase.Of(inputs.With(FormattableString.Invariant($"growth={growth}")), TestContext.Current.CancellationToken);
            Assert.Equal(changed.Options.Select(option => (decimal?)option.Costs.Total.Amount), trials.Of([growth]).Options.Select(option => option.Total));
        }
    }

    [Fact]
    public void A_seed_below_zero_draws_too()
    {
        var inputs = Case([Range("pue", 1.2m, 1.5m, 2)]);
        inputs = inputs with { Scenario = inputs.Scenario with { Seed = -1 } };

        Assert.Equal(10, UncertaintyStudy.Of(BusinessCase.Of(inputs, TestContext.Current.CancellationToken), 10, token: TestContext.Current.CancellationToken).Result.Trials.Length);
    }
}
