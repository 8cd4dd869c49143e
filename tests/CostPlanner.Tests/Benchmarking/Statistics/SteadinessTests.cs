using CostPlanner.Benchmarking.Statistics;

namespace CostPlanner.Tests.Benchmarking.Statistics;

/// <summary>Trends, drift, two heaps, clocks: planted and found, and not found where there are none.</summary>
public sealed class SteadinessTests
{
    private static readonly double[] Waves = [.. Enumerable.Range(0, 30).Select(each => 100 + ((each * 7 % 11) - 5))];

    // Ten figures that only rise: S = 45, variance 10 × 9 × 25 / 18 = 125, Z = 44 / 11.180 = 3.935.
    [Fact]
    public void Mann_and_Kendall_by_hand()
    {
        var rising = Stationarity.Of([.. Enumerable.Range(1, 10).Select(each => (double)each)])!;
        Assert.Equal(3.935, rising.Trend, 0.001);
        Assert.Equal(8.0 / 3 - 1, rising.Halves!.Value, 9);
        Assert.False(rising.IsSteady);
        Assert.Equal(-3.935, Stationarity.Of([.. Enumerable.Range(1, 10).Select(each => -(double)each)])!.Trend, 0.001);
    }

    // 1, 1, 2, 2, 3, 3, 4, 4: 28 pairs less 4 ties, S = 24; variance (8 × 7 × 21 − 4 × (2 × 1 × 9)) / 18 = (1176 − 72) / 18 = 61.33; Z = 23 / 7.832.
    [Fact]
    public void Ties_make_the_variance_smaller() => Assert.Equal(2.937, Stationarity.Of([1, 1, 2, 2, 3, 3, 4, 4])!.Trend, 0.001);

    [Fact]
    public void A_planted_drift_within_the_window_is_found()
    {
        Assert.True(Stationarity.Of(Waves)!.IsSteady);
        Assert.False(Stationarity.Of([.. Waves.Select((each, second) => each * (1 + (second * 0.006)))])!.IsSteady);
        Assert.True(Stationarity.Of([.. Enumerable.Repeat(5.0, 30)])!.IsSteady);
        Assert.Null(Stationarity.Of([1, 2, 3, 4, 5, 6, 7]));
    }

    // Sure to rise, and by 0.3 % only between the halves.
    [Fact]
    public void A_trend_too_small_to_matter_is_steady()
    {
        var slow = Stationarity.Of([.. Enumerable.Range(0, 30).Select(each => 100 + (each * 0.02))])!;
        Assert.True(slow.Trend > Stationarity.TrendLimit);
        Assert.True(slow.IsSteady);
    }

    [Theory]
    [InlineData(1000, 1029, true)]
    [InlineData(1000, 971, true)]
    [InlineData(1000, 1031, false)]
    [InlineData(1000, 969, false)]
    public void The_host_may_not_drift_by_more_than_3_percent(double first, double last, bool small) =>
        Assert.Equal(small, Drift.Between(first, last).IsSmall);

    [Fact]
    public void A_calibration_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Drift.Between(0, 1));

    [Fact]
    public void Two_planted_heaps_are_found()
    {
        var found = Bimodality.Of([100, 101, 99, 130, 100.5, 131, 99.5, 129, 130.5, 100])!;
        Assert.Equal(6, found.Lower);
        // Heaps around 100 and 130.125, all ten around 112.05.
        Assert.Equal(30.125 / 112.05, found.Gap, 0.0001);
        Assert.True(found.Separation > Bimodality.Limit);
    }

    [Fact]
    public void One_heap_is_not_taken_for_two()
    {
        Assert.Null(Bimodality.Of([95, 97, 98, 99, 100, 100, 101, 102, 103, 105]));
        Assert.Null(Bimodality.Of([.. Enumerable.Range(0, 15).Select(each => 100.0 + each)]));
        Assert.Null(Bimodality.Of([.. Enumerable.Repeat(3.0, 10)]));
        // Two heaps one per mille apart matter to nobody; one odd figure is no heap; seven figures are too few.
        Assert.Null(Bimodality.Of([100, 100, 100, 100, 100.1, 100.1, 100.1, 100.1]));
        Assert.Null(Bimodality.Of([100, 101, 99, 100, 101, 99, 100, 100, 150]));
        Assert.Null(Bimodality.Of([1, 1, 1, 1, 9, 9, 9]));
    }

    [Fact]
    public void Two_states_without_any_scatter_are_two_heaps() =>
        Assert.Equal(new Bimodality(4, 1 / 1.5, null), Bimodality.Of([1, 1, 1, 1, 2, 2, 2, 2]));
}
