using CostPlanner.Benchmarking.Statistics;

namespace CostPlanner.Tests.Benchmarking.Statistics;

public sealed class StopRuleTests
{
    [Theory]
    [InlineData(4, 0.0, StopVerdict.GoOn)] // too few, however equal
    [InlineData(5, 0.0, StopVerdict.NarrowEnough)]
    [InlineData(5, 0.05, StopVerdict.GoOn)] // ±5 % over five: about 6.8 % half-width
    [InlineData(14, 0.3, StopVerdict.GoOn)]
    [InlineData(15, 0.1, StopVerdict.StillWide)] // about 10 % scatter, 5.7 % half-width
    [InlineData(15, 0.3, StopVerdict.Noisy)] // about 31 % scatter
    public void Replicates_are_made_until_the_interval_is_narrow_or_fifteen_are_done(int replicates, double swing, StopVerdict verdict)
    {
        double[] series = [.. Enumerable.Range(0, replicates).Select(each => each % 2 == 0 ? 1 + swing : 1 - swing)];
        Assert.Equal(verdict, StopRule.OfThroughput.Of(series, Interval.OfMean(series)));
    }

    // ±7 % over five: about 9.5 % half-width: enough for a tail, not for throughput.
    [Fact]
    public void Tails_may_be_wider_than_throughput()
    {
        double[] series = [1.07, 0.93, 1.07, 0.93, 1.0];
        var interval = Interval.OfMean(series);
        Assert.InRange(interval.RelativeHalfWidth!.Value, 0.08, 0.099);
        Assert.Equal(StopVerdict.NarrowEnough, StopRule.OfTails.Of(series, interval));
        Assert.Equal(StopVerdict.GoOn, StopRule.OfThroughput.Of(series, interval));
    }

    [Fact]
    public void An_interval_that_cannot_be_told_is_never_narrow()
    {
        double[] series = [1, 1, 1, 1, 1];
        Assert.Equal(StopVerdict.GoOn, StopRule.OfTails.Of(series, new Interval(1, null, null, 5)));
        Assert.Equal(StopVerdict.NarrowEnough, StopRule.OfThroughput.OfRatios(series));
        Assert.Equal(StopVerdict.GoOn, StopRule.OfThroughput.OfRatios([1, 1]));
    }

    // A mean of zero has no scatter that could be a share of it.
    [Fact]
    public void A_series_around_zero_is_noisy_at_the_end()
    {
        double[] series = [.. Enumerable.Range(0, 15).Select(each => each - 7.0)];
        Assert.Equal(StopVerdict.Noisy, StopRule.OfThroughput.Of(series, Interval.OfMean(series)));
    }
}
