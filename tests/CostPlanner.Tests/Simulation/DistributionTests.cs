using CostPlanner.Model;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Tests.Given;
using MathNet.Numerics.Distributions;

namespace CostPlanner.Tests.Simulation;

[Slow]
public sealed class DistributionTests
{
    private const int Trials = 40_000;

    // Five standard errors: 40,000 draws of a given seed, so that it holds or does not, always the same.
    private const double Far = 5;

    [Theory]
    // PERT: mean (low + 4 likely + high) / 6; variance (mean - low) (high - mean) / 7.
    [InlineData(RangeShape.Pert, 0, 3, 12, 4, 32.0 / 7)]
    [InlineData(RangeShape.Pert, 2, 2, 8, 3, 5.0 / 7)]
    // Triangle: mean (a + b + c) / 3; variance (a² + b² + c² - ab - ac - bc) / 18 = (9 + 144 - 36) / 18.
    [InlineData(RangeShape.Triangular, 0, 3, 12, 5, 6.5)]
    [InlineData(RangeShape.Triangular, 0, 12, 12, 8, 8)]
    // Uniform: variance (high - low)² / 12.
    [InlineData(RangeShape.Uniform, 0, 3, 12, 6, 12)]
    // Normal: deviation (high - low) / (2 * 1.6448536) = 3.6477.
    [InlineData(RangeShape.Normal, 0, 6, 12, 6, 13.3057)]
    // Log-normal of 1 and e²: μ = 1, σ = 1 / 1.6448536 = 0.607957; mean exp(μ + σ²/2), variance (exp(σ²) - 1) exp(2μ + σ²).
    [InlineData(RangeShape.LogNormal, 1, 2, 7.38905609893065, 3.270112, 4.782055)]
    public void Drawn_values_have_the_moments_of_the_closed_form(RangeShape shape, double low, double likely, double high, double mean, double variance)
    {
        var input = Simulated.Input("x", new ValueRange((decimal)low, (decimal)likely, (decimal)high, shape));
        var drawn = Simulated.Drawn(Simulated.Run(Simulated.Plan(input) with { MostTrials = Trials }, Simulated.Function(_ => 1)), 0);

        var mine = drawn.Average();
        var squares = drawn.Average(each => (each - mine) * (each - mine));
        var fourth = drawn.Average(each => Math.Pow(each - mine, 4));
        Assert.InRange(mine - mean, -Far * Math.Sqrt(variance / Trials), Far * Math.Sqrt(variance / Trials));
        Assert.InRange(Math.Abs(squares - variance), 0, Far * Math.Sqrt((fourth - (squares * squares)) / Trials));
    }

    [Theory]
    [InlineData(RangeShape.Normal)]
    [InlineData(RangeShape.LogNormal)]
    public void Low_and_high_are_the_quantiles_of_5_and_95_per_cent(RangeShape shape)
    {
        var quantile = Quantiles.Of(new ValueRange(2, 5, 8, shape));

        Assert.Equal(2, quantile(0.05), 9);
        Assert.Equal(8, quantile(0.95), 9);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(5, 1)]
    [InlineData(3, 3)]
    [InlineData(1.1, 4.9)]
    [InlineData(4.7, 1.3)]
    public void The_table_of_a_beta_distribution_is_within_a_hundred_thousandth_of_the_exact_one(double alpha, double beta)
    {
        var table = new BetaQuantiles(alpha, beta);
        var exact = new Beta(alpha, beta);

        for (var each = 1; each < 5_000; each++)
        {
            var share = each / 5_000.0;
            Assert.Equal(exact.InverseCumulativeDistribution(share), table.At(share), 1e-5);
        }
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(1.02, 4.98)]
    [InlineData(4, 2)]
    public void A_greater_share_never_has_a_smaller_value(double alpha, double beta)
    {
        var table = new BetaQuantiles(alpha, beta);
        var values = Enumerable.Range(0, 20_001).Select(each => table.At((each + 0.5) / 20_002)).ToArray();

        Assert.Equal(values.Order(), values);
        Assert.InRange(table.At(1e-16), 0, 0.01);
        Assert.InRange(table.At(1 - 1e-16), 0.8, 1);
    }

    [Fact]
    public void What_a_range_without_ends_draws_beyond_what_means_something_is_drawn_as_the_bound()
    {
        var input = Simulated.Input("share", new ValueRange(0.1m, 0.5m, 0.9m, RangeShape.Normal)) with { Least = 0, Most = 1 };
        var drawn = Simulated.Drawn(Simulated.Run(Simulated.Plan(input), Simulated.Function(_ => 1)), 0);

        // The bounds lie 0.5 / 0.2432 = 2.056 deviations out: 1.99 % of draws at each.
        Assert.Equal((0, 1), (drawn.Min(), drawn.Max()));
        Assert.InRange(drawn.Count(each => each == 0) / (double)drawn.Length, 0.013, 0.027);
    }

    [Fact]
    public void An_input_draws_the_same_values_whatever_stands_beside_it()
    {
        var alone = Simulated.Run(Simulated.Plan(Simulated.Uniform("x", 0, 1)), Simulated.Function(_ => 1));
        var beside = Simulated.Run(Simulated.Plan(Simulated.Uniform("y", 0, 1), Simulated.Uniform("x", 0, 1)), Simulated.Function(_ => 1));

        Assert.Equal(Simulated.Drawn(alone, 0), Simulated.Drawn(beside, 1));
        Assert.NotEqual(Simulated.Drawn(beside, 0), Simulated.Drawn(beside, 1));
    }

    [Fact]
    public void Another_seed_draws_other_values()
    {
        var plan = Simulated.Plan(Simulated.Uniform("x", 0, 1));

        Assert.NotEqual(
            Simulated.Drawn(Simulated.Run(plan, Simulated.Function(_ => 1)), 0),
            Simulated.Drawn(Simulated.Run(plan with { Seed = 8 }, Simulated.Function(_ => 1)), 0));
    }
}
