using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

public class PowerCurveTests
{
    // Between 10 % (0.32) and 50 % (0.75): at 45 % it is 0.32 + 0.43 x 0.35 / 0.4 = 0.69625.
    [Theory]
    [InlineData("0", "0.12")]
    [InlineData("0.05", "0.22")]
    [InlineData("0.1", "0.32")]
    [InlineData("0.45", "0.69625")]
    [InlineData("0.5", "0.75")]
    [InlineData("0.75", "0.885")]
    [InlineData("1", "1.02")]
    public void Between_the_loads_given_it_is_linear(string load, string share) =>
        Assert.Equal(Number(share), new PowerCurve(0.12m, 0.32m, 0.75m, 1.02m).At(new Fraction(Number(load))));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
