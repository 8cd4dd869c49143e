using System.Globalization;
using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Uncertainty;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Simulation.Sensitivity;

public sealed class CauseStudyTests
{
    private static readonly SimulationPlan Plan = Simulated.Plan(
        Simulated.Input("growth", new ValueRange(0, 1, 4)),
        Simulated.Input("price.a", new ValueRange(0, 10, 20)),
        Simulated.Input("idle", new ValueRange(0, 1, 2)));

    [Fact]
    public void A_bar_holds_the_figures_at_low_and_high_and_the_widest_comes_first()
    {
        var tornado = Tornado.Of(Plan.Inputs, Simulated.Case(values => [100, 50 + values[0] - values[1]]), TrialFigures.Saving(1, 0), TestContext.Current.CancellationToken);

        // The saving is 50 - growth + price: 59 with all likely.
        Assert.Equal(59, tornado.Likely);
        Assert.Equal([new TornadoBar(1, 49, 69), new TornadoBar(0, 60, 56), new TornadoBar(2, 59, 59)], tornado.Bars);
        Assert.Equal([20m, 4m, 0m], tornado.Bars.Select(each => each.Swing!.Value));
    }

    [Fact]
    public void An_input_that_takes_the_figure_away_comes_first()
    {
        var tornado = Tornado.Of(Plan.Inputs, Simulated.Case(values => [values[0] > 3 ? null : values[1]]), TrialFigures.Total(0), TestContext.Current.CancellationToken);

        Assert.Equal(new TornadoBar(0, 10, null), tornado.Bars[0]);
    }

    [Fact]
    public void The_causes_worth_naming_are_told_in_words_with_what_to_do()
    {
        var trialCase = Simulated.Case(values => [100, 50 + values[0] - values[1]]);
        var study = CauseStudy.Of(Simulated.Run(Plan, trialCase), trialCase, TrialFigures.Saving(1, 0), new CauseEffort(3, 5_000), TestContext.Current.CancellationToken);
        var causes = TopCauses.Of(study, Plan.Inputs);

        Assert.Equal([CauseRemedy.Negotiate, CauseRemedy.Measure], causes.Select(each => each.Remedy));
        Assert.Matches(
            @"^label of price\.a: 9\d % of the variance \(95 % interval 9\d % to \d+ %\)\. At 0 USD the saving is 49, at 20 USD 69\. Worth negotiating", Words(causes[0]));
        Assert.Matches(@"^label of growth: \d % of .* At 0 USD the saving is 60, at 4 USD 56\. Worth measuring\.$", Words(causes[1]));
        Assert.True(study.Ranks[1] > 0.9 && study.Ranks[0] < 0);
    }

    [Fact]
    public void What_matters_only_together_with_another_is_said_so()
    {
        // (x - 1/2)(y - 1/2): neither does anything alone.
        var plan = Simulated.Plan(Simulated.Uniform("x", 0, 1), Simulated.Uniform("y", 0, 1));
        var trialCase = Simulated.Function(x => (x[0] - 0.5) * (x[1] - 0.5));
        var study = CauseStudy.Of(Simulated.Run(plan, trialCase), trialCase, TrialFigures.Total(1), new CauseEffort(2, 5_000), TestContext.Current.CancellationToken);

        Assert.All(study.Variance!.Factors, each => Assert.True(each.First.Value < 0.05 && each.Total.Value > 0.95));
        Assert.Contains("only together with others", Words(TopCauses.Of(study, plan.Inputs)[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 1, 8, 27, 64 }, 1)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 3, 1, 2 }, -0.5)]
    // Ranks 0.5, 0.5, 2, 3 against 0, 1, 2, 3: covariance 4.5, squares 4.5 and 5.
    [InlineData(new double[] { 1, 1, 2, 3 }, new double[] { 1, 2, 3, 4 }, 0.948683)]
    public void Spearmans_rank_correlation_is_worked_out_by_hand(double[] a, double[] b, double rank) =>
        Assert.Equal(rank, SpearmanRank.Of([.. a.Select(each => (decimal)each)], [.. b.Select(each => (decimal)each)])!.Value, 6);

    [Fact]
    public void A_series_that_does_not_vary_has_no_rank_correlation() => Assert.Null(SpearmanRank.Of([1, 1, 1], [1, 2, 3]));

    private static string Words(NamedCause cause) => CauseWords.Of(cause, "the saving", amount => amount.ToString("0", CultureInfo.InvariantCulture));
}
