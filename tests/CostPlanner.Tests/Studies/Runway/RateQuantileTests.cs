using CostPlanner.Model;
using CostPlanner.Studies.Runway;

namespace CostPlanner.Tests.Studies.Runway;

/// <summary>Quantiles of a rate against closed forms.</summary>
public sealed class RateQuantileTests
{
    // PERT with its tip at the low end is Beta(1, 5): below x lie 1 − (1 − x)^5, so that p lies below 0.2 × (1 − (1 − p)^0.2).
    [Theory]
    [InlineData(0.1, 0.0041703275)]
    [InlineData(0.5, 0.0258898873)]
    [InlineData(0.9, 0.0738085311)]
    public void Pert_with_its_tip_at_the_low_end(double share, double rate) => Assert.Equal(rate, RateQuantile.At(new ValueRange(0, 0, 0.2m), share), 8);

    // A triangle from 0 to 0.2, tip at 0.1: below 0.1 × √(2 p) lies p up to a half, 0.1 × √0.2.
    [Fact]
    public void A_triangle() => Assert.Equal(0.04472135955, RateQuantile.At(new ValueRange(0, 0.1m, 0.2m, RangeShape.Triangular), 0.1), 9);

    [Fact]
    public void A_uniform_range() => Assert.Equal(0.19, RateQuantile.At(new ValueRange(0.1m, 0.1m, 0.2m, RangeShape.Uniform), 0.9), 9);

    [Theory]
    [InlineData(RangeShape.Normal, 0.1)]
    [InlineData(RangeShape.LogNormal, 0.089442719)]
    public void Low_and_high_are_the_5_and_95_per_cent_quantiles(RangeShape shape, double median)
    {
        var range = new ValueRange(0.05m, shape == RangeShape.Normal ? 0.1m : 0.07m, shape == RangeShape.Normal ? 0.15m : 0.16m, shape);
        Assert.Equal((double)range.Low, RateQuantile.At(range, 0.05), 9);
        Assert.Equal((double)range.High, RateQuantile.At(range, 0.95), 9);
        Assert.Equal(median, RateQuantile.At(range, 0.5), 8);
    }
}
