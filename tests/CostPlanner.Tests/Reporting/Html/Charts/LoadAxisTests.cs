using CostPlanner.Reporting.Html.Charts;

namespace CostPlanner.Tests.Reporting.Html.Charts;

/// <summary>Axes of measured figures.</summary>
public sealed class LoadAxisTests
{
    [Theory]
    [InlineData(4800, new double[] { 0, 1000, 2000, 3000, 4000, 5000 })]
    [InlineData(0.07, new double[] { 0, 0.02, 0.04, 0.06, 0.08 })]
    [InlineData(60, new double[] { 0, 10, 20, 30, 40, 50, 60 })]
    [InlineData(0, new double[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    public void Steps_are_round_and_hold_the_largest(double most, double[] marks) => Assert.Equal(marks, LoadAxis.UpTo(most).Marks.Select(mark => Math.Round(mark, 9)));

    [Theory]
    [InlineData(12, 800, new double[] { 10, 20, 50, 100, 200, 500, 1000 })]
    [InlineData(5.1, 7087, new double[] { 1, 10, 100, 1000, 10000 })]
    [InlineData(0.04, 0.04, new double[] { 0.02, 0.05 })]
    [InlineData(10, 10, new double[] { 10, 20 })]
    public void Powers_of_ten_hold_both_ends(double least, double most, double[] marks) => Assert.Equal(marks, LoadAxis.Decades(least, most).Marks.Select(mark => Math.Round(mark, 9)));

    [Fact]
    public void A_factor_is_the_same_distance_everywhere()
    {
        var axis = LoadAxis.Decades(1, 1e4);

        Assert.Equal([0, 0.25m, 0.5m, 1], new[] { 1, 10, 100, 1e4 }.Select(figure => decimal.Round(axis.Share(figure), 9)));
    }
}
