using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Demand;

/// <summary>Percentiles by worked examples, and their bounds by properties.</summary>
public sealed class SampleFiguresTests
{
    // The five values of Wikipedia's example of nearest rank.
    private static readonly ImmutableArray<float> Five = [15, 20, 35, 40, 50];

    [Theory]
    [InlineData(5, 15)] // ceil(0.05 x 5) = ceil(0.25) = 1st
    [InlineData(30, 20)] // ceil(1.5) = 2nd
    [InlineData(40, 20)] // ceil(2.0) = 2nd, exactly
    [InlineData(50, 35)] // ceil(2.5) = 3rd
    [InlineData(95, 50)] // ceil(4.75) = 5th
    public void Nearest_rank_takes_a_sample_that_was_measured(int percentile, int expected) =>
        Assert.Equal(expected, SampleFigures.At(new Percentile(percentile), PercentileMethod.NearestRank, Five.AsSpan()));

    [Theory]
    [InlineData(25, "20")] // (5 - 1) x 0.25 = 1: the 2nd
    [InlineData(40, "29")] // 4 x 0.40 = 1.6: 20 + 0.6 x (35 - 20)
    [InlineData(95, "48")] // 4 x 0.95 = 3.8: 40 + 0.8 x (50 - 40)
    public void Interpolation_lies_between_two_samples(int percentile, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), SampleFigures.At(new Percentile(percentile), PercentileMethod.Interpolated, Five.AsSpan()));

    [Fact]
    public void A_share_that_binary_fractions_miss_is_not_rounded_up()
    {
        // 0.95 x 20 is 19 and not a little more: the 19th of 20, not the last.
        var twenty = Enumerable.Range(1, 20).Select(number => (float)number).ToArray();

        Assert.Equal(19, SampleFigures.At(Percentile.P95, PercentileMethod.NearestRank, twenty));
    }

    [Fact]
    public void One_sample_is_every_figure_and_none_is_no_figure()
    {
        foreach (var measure in new[] { SizingMeasure.Average, SizingMeasure.Peak, SizingMeasure.At(Percentile.P95) })
        {
            foreach (var method in Enum.GetValues<PercentileMethod>())
            {
                Assert.Equal(2.5m, SampleFigures.Of(measure, method, [2.5f]));
                Assert.Null(SampleFigures.Of(measure, method, []));
            }
        }
    }

    [Fact]
    public void The_average_is_the_mean() => Assert.Equal(32m, SampleFigures.Average(Five)); // 160 / 5

    [Fact]
    public void An_hour_by_hour_measure_is_not_one_figure() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleFigures.Of(SizingMeasure.Coincident, PercentileMethod.NearestRank, Five));

    [Fact]
    public void Figures_are_in_order_for_any_samples() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).NonEmptyListOf().ToArbitrary(), given =>
        {
            ImmutableArray<float> samples = [.. given.Select(each => (float)each)];
            var sorted = SampleFigures.Ascending(samples);
            foreach (var method in Enum.GetValues<PercentileMethod>())
            {
                var figures = new[] { 1m, 50m, 95m, 99.9m }.Select(p => SampleFigures.At(new Percentile(p), method, sorted)!.Value).ToList();
                Assert.Equal(figures.Order(), figures);
                Assert.InRange(figures[^1], (decimal)sorted[0], (decimal)sorted[^1]);
            }
        }).Holds();
}
