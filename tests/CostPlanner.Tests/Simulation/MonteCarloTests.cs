using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Simulation;

public sealed class MonteCarloTests
{
    private static readonly SimulationPlan One = Simulated.Plan(Simulated.Uniform("x", 0, 1));

    [Fact]
    public void Quantiles_mean_and_deviation_of_an_even_spread_are_those_of_the_closed_form()
    {
        var total = Simulated.Run(One, Simulated.Case(values => [100 * values[0]])).Options[0].Total!;

        // Evenly spread over 0 to 100: deviation 100 / √12. The standard error of a quantile is √(p (1 − p) / n) / density: 0.5 for the median.
        AssertNear(5, total.P5);
        AssertNear(10, total.P10);
        AssertNear(50, total.P50);
        AssertNear(90, total.P90);
        AssertNear(95, total.P95);
        AssertNear(50, total.Mean);
        Assert.Equal(28.868, (double)total.Deviation, 0.5);
        Assert.Equal(0.5, (double)total.P50.StandardError, 0.05);
        Assert.Equal(0.218, (double)total.P5.StandardError, 0.05);
        Assert.Equal(0.28868, (double)total.Mean.StandardError, 0.005);
    }

    [Fact]
    [Slow]
    public void The_error_falls_with_the_root_of_the_number_of_trials()
    {
        // 40 seeds of 100 and of 6,400 trials: the errors scatter 8 times less, give or take 1 / √(2 · 40) = 11 % each.
        Assert.InRange(Scatter(100) / Scatter(6_400), 5.5, 11.5);

        static double Scatter(int trials) => Math.Sqrt(Enumerable.Range(0, 40).Average(seed =>
        {
            var plan = One with { Seed = (ulong)seed, MostTrials = trials };
            var mean = Simulated.Run(plan, Simulated.Case(values => [values[0]])).Options[0].Total!.Mean.Value;
            return (double)((mean - 0.5m) * (mean - 0.5m));
        }));
    }

    [Fact]
    public void Differences_are_paired_and_scatter_less_than_the_options_do()
    {
        // 100 x + 50 y against 90 x + 20 y: the difference is 10 x + 30 y, of variance (100 + 900) / 12; unpaired it would be (12,500 + 8,500) / 12.
        var plan = Simulated.Plan(Simulated.Uniform("x", 0, 1), Simulated.Uniform("y", 0, 1));
        var result = Simulated.Run(plan, Simulated.Case(v => [(100 * v[0]) + (50 * v[1]), (90 * v[0]) + (20 * v[1])]));

        Assert.Equal(9.129, (double)result.Main!.Saving.Deviation, 0.2);
        var unpaired = result.Options.Sum(each => each.Total!.Deviation * each.Total.Deviation);
        Assert.InRange(unpaired, 1690, 1810);
    }

    [Fact]
    public void Probabilities_are_those_of_the_closed_form()
    {
        // 100 against 20 + 90 x and against 30: the first of them saves 60 % for x up to 2/9, is the cheapest up to 1/9, and pays back up to 8/9.
        var result = Simulated.Run(One, Simulated.Case(values => [100, 20 + (90 * values[0]), 30]));

        AssertNear(1 / 9m, result.Options[1].Cheapest!.Value);
        AssertNear(8 / 9m, result.Options[2].Cheapest!.Value);
        Assert.Equal(new Estimate(0, 0), result.Options[0].Cheapest);
        AssertNear(2 / 9m, result.Differences[0].SavesShareAsked!.Value);
        AssertNear(8 / 9m, result.Differences[0].Saves);
        AssertNear(8 / 9m, result.Differences[0].PaysBack!.Value);
        Assert.Equal(new Estimate(1, 0), result.Differences[1].SavesShareAsked);
        Assert.Equal(0.7m, result.Differences[1].Share!.P50.Value);
        Assert.Equal((2, 0), (result.Main!.Option, result.Main.Against));
    }

    [Fact]
    public void An_option_that_lacks_a_total_in_any_trial_is_not_ranked_and_counted()
    {
        var result = Simulated.Run(One, Simulated.Case(values => [10, values[0] < 0.25m ? null : 1, 9]));

        Assert.Equal((null, null), (result.Options[1].Total, result.Options[1].Cheapest));
        Assert.InRange(result.Options[1].Lacking, 2_300, 2_700);
        Assert.Equal([2], result.Differences.Select(each => each.Option));
        Assert.Equal(1, result.Options[2].Cheapest!.Value.Value);
    }

    [Fact]
    public void Without_a_total_of_the_baseline_there_are_no_differences_but_totals()
    {
        var result = Simulated.Run(One, Simulated.Case(values => [null, values[0], 2]));

        Assert.Empty(result.Differences);
        Assert.Null(result.Main);
        Assert.Equal([null, 1, 0], result.Options.Select(each => each.Cheapest?.Value));
    }

    [Fact]
    public void A_saving_is_no_share_of_a_baseline_that_costs_nothing()
    {
        var result = Simulated.Run(One, Simulated.Case(values => [0, values[0]]));

        Assert.Equal((null, null), (result.Main!.Share, result.Main.SavesShareAsked));
    }

    [Theory]
    // The median of 100 + 10 (x - 0.5) is known to 1 % after the fewest trials; of x - 0.5, which lies around 0, never.
    [InlineData(100, 10, TrialStopReason.Known, MonteCarlo.Least)]
    [InlineData(0, 1500, TrialStopReason.MostTrials, SimulationPlan.UsualMostTrials)]
    public void It_stops_when_the_median_of_the_main_difference_is_known(int least, int spread, TrialStopReason reason, int trials)
    {
        var result = Simulated.Run(
            One with { StopsWhenKnown = true }, Simulated.Case(values => [1_000, 1_000 - least - (spread * (values[0] - 0.5m))]));

        Assert.Equal((reason, trials), (result.StoppedBy, result.Trials.Length));
    }

    [Fact]
    public void It_goes_on_until_the_median_is_known_and_no_further()
    {
        // 10 + 10 (x - 0.5): the standard error of its median is 5 / √n, which is 1 % of 10 at n = 2,500.
        var result = Simulated.Run(
            One with { StopsWhenKnown = true }, Simulated.Case(values => [15, 15 - 10 - (10 * (values[0] - 0.5m))]));

        Assert.Equal(TrialStopReason.Known, result.StoppedBy);
        Assert.InRange(result.Trials.Length, 1_500, 4_000);
        Assert.InRange(result.Main!.Saving.P50.StandardError, 0.05m, 0.01m * result.Main.Saving.P50.Value);
    }

    // 1 + 400 (x - 0.5): the standard error of its median is 200 / √n, which is 0.5 % of 1,000 at n = 1,600; 1 % of itself would take 4,000,000.
    [Fact]
    public void A_difference_near_0_is_known_well_enough_by_what_is_paid_against_it()
    {
        var result = Simulated.Run(
            One with { StopsWhenKnown = true }, Simulated.Case(values => [1_000, 1_000 - 1 - (400 * (values[0] - 0.5m))]));

        Assert.Equal(TrialStopReason.Known, result.StoppedBy);
        Assert.InRange(result.Trials.Length, 1_000, 3_000);
    }

    // 100 for the first, 90 + 20 x for the second: dearer in half of the trials, so that it ranks equal; the third is dearer in all.
    [Fact]
    public void An_option_ranks_equal_to_the_first_where_it_is_dearer_in_fewer_than_four_trials_of_five()
    {
        var result = Simulated.Run(One with { First = 0 }, Simulated.Case(values => [100, 90 + (20 * values[0]), 120]));

        Assert.Null(result.Options[0].DearerThanFirst);
        AssertNear(0.5m, result.Options[1].DearerThanFirst!.Value);
        Assert.Equal([false, true, false], result.Options.Select(each => each.IsEqualToFirst));
    }

    // The plan's own pair is the main difference though another option wins oftener; one that may not be ranked wins never.
    [Fact]
    public void The_main_difference_is_that_of_the_pair_and_what_may_not_be_ranked_does_not_win()
    {
        var result = Simulated.Run(One with { Main = new OptionPair(1, 2), MayWin = [1, 2] }, Simulated.Case(values => [5, 10, 20 - values[0]]));

        Assert.Equal((1, 2), (result.Main!.Option, result.Main.Against));
        Assert.Equal([null, 1m, 0m], result.Options.Select(each => each.Cheapest?.Value));
        Assert.Null(result.Main.PaysBack);
    }

    [Fact]
    public void Where_no_option_has_a_total_it_stops_early() => Assert.Equal(
        TrialStopReason.NothingToCompare, Simulated.Run(One, Simulated.Case(_ => [null, null])).StoppedBy);

    [Fact]
    public void Without_uncertainty_one_trial_is_enough()
    {
        var result = Simulated.Run(Simulated.Plan(), Simulated.Case(_ => [5, 3]));

        Assert.Equal((TrialStopReason.NothingUncertain, 1), (result.StoppedBy, result.Trials.Length));
        Assert.Equal(new Estimate(2, 0), result.Main!.Saving.P50);
    }

    [Fact]
    public void Trials_made_one_after_the_other_backwards_are_those_made_in_parallel()
    {
        var plan = Simulated.Plan(Simulated.Input("a", new ValueRange(1, 2, 9)), Simulated.Uniform("b", 0, 1)) with
        {
            Correlations = [Simulated.Together("a", "b", 0.4m)],
            MostTrials = 1_234,
        };
        var trialCase = Simulated.Case(values => [values[0] * values[1], values[0]]);
        var many = Simulated.Run(plan, trialCase);
        var drawing = Draw.Of(plan);
        var one = Enumerable.Range(0, plan.MostTrials).Reverse().Select(drawing.Values).Reverse().Select(values => new Trial(values, trialCase(values))).ToList();

        Assert.Equal(1_234, many.Trials.Length);
        Assert.Equal(Text(many), Text(new TrialStatistics(plan, one).Result(TrialStopReason.MostTrials)));
        Assert.Equal(Text(many), Text(Simulated.Run(plan, trialCase)));
    }

    [Fact]
    public void Being_called_off_ends_it()
    {
        using var source = new CancellationTokenSource();
        var told = new List<int>();

        Assert.Throws<OperationCanceledException>(() => MonteCarlo.Run(
            One,
            Simulated.Case(values => [values[0]]),
            new Told(trials =>
            {
                told.Add(trials);
                source.Cancel();
            }),
            source.Token));
        Assert.Equal([MonteCarlo.Batch], told);
    }

    private static string Text(SimulationResult result) => string.Join(
        "\n",
        result.Trials.Select(trial => string.Join(" ", trial.Values))
            .Concat(result.Options.Select(each => each.ToString()))
            .Concat(result.Differences.Select(each => each.ToString())));

    private static void AssertNear(decimal expected, Estimate estimate) =>
        Assert.InRange((estimate.Value - expected) / estimate.StandardError, -4, 4);

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
