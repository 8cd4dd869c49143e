using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Tests.Pricing.Returns;

public class PresentValueTests
{
    // 100 now, 107 in 12 months, 114.49 in 24 months at 7 % a year: 100 each, 300 in all.
    [Fact]
    public void Money_of_later_years_is_discounted_by_the_yearly_rate()
    {
        var months = Enumerable.Repeat(0m, 25).ToArray();
        (months[0], months[12], months[24]) = (100, 107, 114.49m);
        Assert.Equal(300m, decimal.Round(Of(months, 0.07m), 12));
    }

    // Closed form of an annuity in advance: a x (1 - v^n) / (1 - v) with v = 1.07^(-1/12) = 0.99437764, a = 50, n = 60: 50 x (1 - 1.07^-5) / 0.00562236.
    [Fact]
    public void Sixty_equal_months_match_the_closed_form() => Assert.Equal(2552.433822m, decimal.Round(Of([.. Enumerable.Repeat(50m, 60)], 0.07m), 6));

    // Microsoft's page on NPV: the first flow lies a year ahead; 10 %, -10,000, 3,000, 4,200, 6,800 = 1,188.44.
    [Fact]
    public void The_first_example_of_Microsofts_page_comes_out() => Assert.Equal(1188.44m, Yearly(0.1m, 0, -10_000, 3000, 4200, 6800));

    // And 8 %, -40,000 today, then 8,000 to 14,500 = 1,922.06; with a loss of 9,000 in the sixth year -3,749.47.
    [Fact]
    public void The_second_example_of_Microsofts_page_comes_out()
    {
        Assert.Equal(1922.06m, Yearly(0.08m, -40_000, 8000, 9200, 10_000, 12_000, 14_500));
        Assert.Equal(-3749.47m, Yearly(0.08m, -40_000, 8000, 9200, 10_000, 12_000, 14_500, -9000));
    }

    // At the internal rate the present value is 0: the yearly rate of the months -1,000, 20 x 60.
    [Fact]
    public void At_the_internal_rate_nothing_is_left()
    {
        decimal[] months = [-1000, .. Enumerable.Repeat(20m, 60)];
        var rate = InternalRate.OfMonths([.. months]).Rate!.Value;
        Assert.Equal(0m, decimal.Round(Of(months, rate), 12));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1.07, 12)]
    [InlineData(1, 12)]
    [InlineData(0.5, 12)]
    public void A_root_to_its_power_is_the_number(double number, int n)
    {
        var root = Compounding.Root((decimal)number, n);
        Assert.Equal(number, (double)Enumerable.Repeat(root, n).Aggregate(1m, (product, each) => product * each), 12);
    }

    /// <summary>The present value of yearly flows, the first one today, to the cent.</summary>
    private static decimal Yearly(decimal rate, params decimal[] years) =>
        decimal.Round(Of([.. years.SelectMany(flow => Enumerable.Repeat(0m, 11).Prepend(flow))], rate), 2);

    private static decimal Of(decimal[] months, decimal rate) =>
        PresentValue.Of([.. months.Select(amount => new Money(amount, Currency.Euro))], rate, Currency.Euro).Amount;
}
