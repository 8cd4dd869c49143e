using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Simulation;

public sealed class CopulaTests
{
    private static readonly SimulationInput[] Inputs =
    [
        Simulated.Input("a", new ValueRange(0, 1, 10)),
        Simulated.Input("b", new ValueRange(1, 5, 100, RangeShape.LogNormal)),
        Simulated.Uniform("c", -1, 1),
    ];

    [Theory]
    [InlineData(0.8)]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void Drawn_values_have_the_rank_correlation_asked_for(double rank)
    {
        var result = Run(Simulated.Together("b", "a", (decimal)rank));

        // The standard error of a rank correlation of 10,000 pairs is at most 0.01.
        Assert.Equal(rank, Rank(result, 0, 1), 0.03);
        Assert.Equal(0, Rank(result, 0, 2), 0.05);
    }

    [Fact]
    public void Correlating_an_input_leaves_its_own_distribution_as_it_was()
    {
        var drawn = Simulated.Drawn(Run(Simulated.Together("c", "a", 0.9m)), 2).Order().ToArray();

        // Kolmogorov and Smirnov: 10,000 even draws stay within 1.95 / √10,000 of the straight line (0.1 %).
        Assert.All(drawn.Select((value, place) => ((value + 1) / 2) - (place / (double)drawn.Length)), off => Assert.InRange(off, -0.0195, 0.0195));
    }

    [Fact]
    public void Correlations_that_contradict_each_other_are_refused_in_words()
    {
        var refused = Assert.Throws<CorrelationException>(() => Run(
            Simulated.Together("a", "b", 0.9m), Simulated.Together("b", "c", 0.9m), Simulated.Together("a", "c", -0.9m)));

        Assert.Contains("a, b, c contradict each other", refused.Refusal.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_correlation_with_something_that_has_no_range_is_refused_in_words() => Assert.Equal(
        "a and growth are said to go together, but growth has no range.",
        Assert.Throws<CorrelationException>(() => Run(Simulated.Together("a", "growth", 0.5m))).Refusal.Words());

    [Fact]
    public void A_pair_that_is_correlated_twice_is_refused() => Assert.Throws<CorrelationException>(
        () => Run(Simulated.Together("a", "b", 0.5m), Simulated.Together("b", "a", 0.4m)));

    private static SimulationResult Run(params RankCorrelation[] correlations) =>
        Simulated.Run(Simulated.Plan(Inputs) with { Correlations = [.. correlations] }, Simulated.Function(_ => 1));

    private static double Rank(SimulationResult result, int a, int b) => SpearmanRank.Of(
        [.. result.Trials.Select(trial => trial.Values[a])], [.. result.Trials.Select(trial => trial.Values[b])])!.Value;
}
