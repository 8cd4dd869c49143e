using CostPlanner.Benchmarking.Statistics;

namespace CostPlanner.Tests.Benchmarking.Statistics;

public sealed class IntervalTests
{
    // Two-sided 95 % and 99 % points of the printed tables of Student's t.
    [Theory]
    [InlineData(0.95, 1, 12.706)]
    [InlineData(0.95, 2, 4.303)]
    [InlineData(0.95, 3, 3.182)]
    [InlineData(0.95, 4, 2.776)]
    [InlineData(0.95, 9, 2.262)]
    [InlineData(0.95, 14, 2.145)]
    [InlineData(0.95, 30, 2.042)]
    [InlineData(0.95, 120, 1.980)]
    [InlineData(0.99, 5, 4.032)]
    [InlineData(0.99, 10, 3.169)]
    [InlineData(0.90, 60, 1.671)]
    public void Students_points_are_those_of_the_tables(double share, int degrees, double point) =>
        Assert.Equal(point, StudentT.Bound(share, degrees), 0.0005);

    // One degree is the distribution of Cauchy: half of it lies between -1 and 1. Two degrees: t / sqrt(2 + t²).
    [Fact]
    public void Shares_that_can_be_reckoned_by_hand()
    {
        Assert.Equal(0.5, StudentT.ShareWithin(1, 1), 12);
        Assert.Equal(1 / Math.Sqrt(3), StudentT.ShareWithin(1, 2), 12);
        Assert.Equal(0, StudentT.ShareWithin(0, 7), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Bound(0.95, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Bound(1, 3));
    }

    // Mean 3, deviation sqrt(2.5), n = 5: 3 ± 2.776 × 1.5811 / 2.2361 = 3 ± 1.963.
    [Fact]
    public void The_mean_has_Students_interval()
    {
        var interval = Interval.OfMean([1, 2, 3, 4, 5]);
        Assert.Equal((3, 5), (interval.Value, interval.N));
        Assert.Equal(1.037, interval.Low!.Value, 0.001);
        Assert.Equal(4.963, interval.High!.Value, 0.001);
        Assert.Equal(1.963 / 3, interval.RelativeHalfWidth!.Value, 0.001);
    }

    [Fact]
    public void A_single_figure_has_no_interval_and_none_has_no_mean()
    {
        Assert.Equal(new Interval(7, null, null, 1), Interval.OfMean([7]));
        Assert.Null(Interval.OfMean([7]).RelativeHalfWidth);
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.OfMean([]));
        Assert.Throws<ArgumentException>(() => Interval.OfMean([1, double.NaN]));
    }

    // Half and double are equally far from 1: their geometric mean is 1, and the ends are each other's inverse.
    [Fact]
    public void Ratios_are_put_together_on_the_scale_of_logarithms()
    {
        var interval = Interval.OfRatios([0.5, 2, 0.5, 2]);
        Assert.Equal(1, interval.Value, 12);
        Assert.Equal(1, interval.Low!.Value * interval.High!.Value, 12);
        // Logarithms ±0.6931, deviation 0.8003, n = 4: exp(3.182 × 0.8003 / 2) = exp(1.2735) = 3.573.
        Assert.Equal(3.573, interval.High.Value, 0.002);
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.OfRatios([1, 0]));
    }

    // Five figures: P(all below the median) = 1/32 = 3.1 %, over 2.5 %, so that not even the outermost is sure enough. Six: 1/64 = 1.6 %.
    [Fact]
    public void The_median_of_six_has_the_outermost_as_its_interval_and_of_five_none()
    {
        Assert.Equal(new Interval(3, null, null, 5), Interval.OfQuantile([5, 1, 4, 2, 3], 0.5));
        Assert.Equal(new Interval(3.5, 1, 6, 6), Interval.OfQuantile([6, 5, 1, 4, 2, 3], 0.5));
        // Nine: P(at most one below) = 10/512 = 2.0 %, at most two 46/512 = 9 %: the second and the eighth.
        Assert.Equal(new Interval(5, 2, 8, 9), Interval.OfQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.5));
    }

    // p95: 0.95^n is under 2.5 % from n = 72 on (0.95^72 = 2.49 %, 0.95^71 = 2.62 %): below, the largest figure is no upper end.
    [Fact]
    public void A_p95_has_an_upper_end_from_72_figures_on()
    {
        static Interval P95(int n) => Interval.OfQuantile([.. Enumerable.Range(1, n).Select(each => (double)each)], 0.95);
        Assert.Null(P95(71).High);
        Assert.NotNull(P95(71).Low);
        Assert.Equal(72, P95(72).High);
    }

    // 1.97 and 2.03 around 2, n = 2: half-width 12.706 × 0.04243 / 1.414 = 0.381.
    [Fact]
    public void Moments_divide_by_one_less()
    {
        Assert.Equal(0.04243, Moments.Of([1.97, 2.03]).Deviation, 0.00001);
        Assert.Equal(0.5, Moments.Of([1, 2, 3]).Variation);
        Assert.Null(Moments.Of([-1, 1]).Variation);
        Assert.Equal(0, Moments.Of([4]).Deviation);
    }
}
