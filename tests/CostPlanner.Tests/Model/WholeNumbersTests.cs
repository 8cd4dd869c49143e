using System.Globalization;
using System.Numerics;
using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

public class WholeNumbersTests
{
    // 1.5, -0.25 and 3 have two decimals at most: all times 100.
    [Fact]
    public void Decimals_keep_their_ratios_exactly() => Assert.Equal([150, -25, 300, 0], WholeNumbers.Of([1.5m, -0.25m, 3m, 0m]));

    [Fact]
    public void The_largest_and_the_smallest_decimal_stand_together()
    {
        const string largest = "79228162514264337593543950335";
        var smallest = decimal.Parse("0.0000000000000000000000000001", CultureInfo.InvariantCulture);
        var whole = WholeNumbers.Of([-decimal.Parse(largest, CultureInfo.InvariantCulture), smallest]);
        Assert.Equal([-BigInteger.Parse(largest + new string('0', 28), CultureInfo.InvariantCulture), 1], whole);
    }

    [Fact]
    public void No_numbers_stay_none() => Assert.Empty(WholeNumbers.Of([]));
}
