using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing;

namespace CostPlanner.Tests.Pricing;

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

    // Closed form of an annuity in advance: a x (1 - v^n) / (1 - v) with v = 1.07^(-1/12), a = 50, n = 60.
    [Fact]
    public void Sixty_equal_months_match_the_closed_form()
    {
        var v = Math.Pow(1.07, -1.0 / 12);
        var expected = 50 * (1 - Math.Pow(v, 60)) / (1 - v);
        Assert.Equal(expected, (double)Of([.. Enumerable.Repeat(50m, 60)], 0.07m), 6);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1.07, 12)]
    [InlineData(1, 12)]
    [InlineData(0.5, 12)]
    public void A_root_to_its_power_is_the_number(double number, int n)
    {
        var root = PresentValue.Root((decimal)number, n);
        Assert.Equal(number, (double)Enumerable.Repeat(root, n).Aggregate(1m, (product, each) => product * each), 12);
    }

    [Theory]
    [InlineData(new[] { 10, 10, 10 }, new[] { 25, 2, 2 }, 2)]
    [InlineData(new[] { 10, 10, 10 }, new[] { 5, 5, 5 }, 0)]
    [InlineData(new[] { 10, 10, 10 }, new[] { 40, 0, 0 }, null)]
    [InlineData(new[] { 10, 0, 10 }, new[] { 5, 8, 1 }, 2)]
    public void Payback_is_the_first_month_from_which_the_option_never_falls_behind_again(int[] baseline, int[] option, int? expected) =>
        Assert.Equal(expected, Payback.Month(Money(baseline), Money(option)));

    private static ImmutableArray<Money> Money(int[] amounts) => [.. amounts.Select(amount => new Money(amount, Currency.Euro))];

    private static decimal Of(decimal[] months, decimal rate) =>
        PresentValue.Of([.. months.Select(amount => new Money(amount, Currency.Euro))], rate, Currency.Euro).Amount;
}
