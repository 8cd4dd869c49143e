using CostPlanner.Studies.Runway;

namespace CostPlanner.Tests.Studies.Runway;

/// <summary>The fit of snapshots against closed forms and planted growth.</summary>
public sealed class LogTrendTests
{
    // ln y = 0, 1, 0.5 at 0, 1, 2 years: mean 1 and 0.5, Sxx = 2, slope (0.5 + 0) / 2 = 0.25, start 0.25; residuals -0.25, 0.5, -0.25: s² = 0.375 / 1.
    // At 3 years the line is at 1 and the root is √(1 + 1/3 + 4/2). With one degree of freedom Student's t is Cauchy's: t(0.9) = tan(0.4 π) = 3.0776835.
    // Half the interval: 3.0776835 × √0.375 × √(10/3) = 3.4409548. Growth: e^0.25 - 1 = 0.2840254, at 0.9 e^(0.25 + 3.0776835 × √(0.375 / 2)) - 1 = 3.8679654.
    [Fact]
    public void The_prediction_interval_is_that_of_a_new_observation()
    {
        var trend = LogTrend.Of([(0, 1), (1, Math.E), (2, Math.Exp(0.5))])!;

        Assert.Equal(0.25, trend.Slope, 12);
        Assert.Equal(0.612372435696, trend.Residual, 12);
        Assert.Equal(Math.E, trend.At(3, 0.5), 9);
        Assert.Equal(4.440954801, Math.Log(trend.At(3, 0.9)), 9);
        Assert.Equal(-2.440954801, Math.Log(trend.At(3, 0.1)), 9);
        Assert.Equal(0.284025416688, trend.YearlyGrowth(0.5), 12);
        Assert.Equal(3.867965383, trend.YearlyGrowth(0.9), 9);
    }

    [Fact]
    public void Even_growth_is_found_exactly_and_leaves_no_interval()
    {
        var trend = LogTrend.Of([.. Enumerable.Range(0, 13).Select(month => (month / 12.0, 100 * Math.Pow(1.3, month / 12.0)))])!;

        Assert.Equal(0.3, trend.YearlyGrowth(0.5), 9);
        Assert.Equal(169, trend.At(2, 0.1), 6);
        Assert.Equal(169, trend.At(2, 0.9), 6);
        Assert.Equal(13, trend.Points);
    }

    [Fact]
    public void Too_few_times_and_amounts_without_a_logarithm_have_no_trend()
    {
        Assert.Null(LogTrend.Of([(0, 1), (1, 2)]));
        Assert.Null(LogTrend.Of([(0, 1), (1, 2), (1, 3)]));
        Assert.Null(LogTrend.Of([(0, 1), (1, 2), (2, 0)]));
    }

    // 20 % a year with normal scatter of 5 %, 8 monthly snapshots, 3,000 times: what comes 12 months later lies below the 90 % quantile in 90 % of the
    // cases; the standard error of that share is √(0.09 / 3000) = 0.55 %, so four of them are 2.2 %.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Planted_growth_with_scatter_lies_below_each_quantile_as_often_as_it_says(double share)
    {
        var random = new Random(20261);
        const int trials = 3000;
        var below = Enumerable.Range(0, trials).Count(_ =>
        {
            var trend = LogTrend.Of([.. Enumerable.Range(0, 8).Select(month => (month / 12.0, Seen(month / 12.0)))])!;
            return Seen(19 / 12.0) <= trend.At(19 / 12.0, share);
        });

        Assert.InRange((double)below / trials, share - 0.037, share + 0.037);

        double Seen(double years) => 500 * Math.Exp((Math.Log(1.2) * years) + (0.05 * Normal()));
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
