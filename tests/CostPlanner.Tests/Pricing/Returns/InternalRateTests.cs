using System.Collections.Immutable;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Returns;

public class InternalRateTests
{
    // Microsoft's page on IRR: five years 8.7 %, four years -2.1 %, two years -44.4 %, as it prints them.
    [Theory]
    [InlineData(5, 0.087)]
    [InlineData(4, -0.021)]
    [InlineData(2, -0.444)]
    public void The_examples_of_Microsofts_page_come_out(int years, double printed)
    {
        decimal[] flows = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
        Assert.Equal((decimal)printed, decimal.Round(Rate(flows[..(years + 1)]), 3));
    }

    // A bond bought at par pays its coupon: -100, 7, 7, ..., 107 is 7 % whatever the term.
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(360)]
    public void A_bond_at_par_earns_its_coupon(int periods) =>
        Near(0.07m, Rate([-100, .. Enumerable.Repeat(7m, periods - 1), 107]));

    // 100 x 1.1^2 = 121.
    [Fact]
    public void A_bond_without_coupons_earns_the_root_of_its_growth() => Near(0.1m, Rate([-100, 0, 121]));

    // The present value of 360 monthly payments of 1 at 0.5 % is (1 - 1.005^-360) / 0.005 = 166.79..., a closed form.
    [Fact]
    public void Thirty_years_of_equal_months_match_the_closed_form_of_an_annuity()
    {
        var price = (decimal)((1 - Math.Pow(1.005, -360)) / 0.005);
        Near(0.005m, Rate([-price, .. Enumerable.Repeat(1m, 360)]));

        // Effective a year: 1.005^12 - 1 = 6.1678 %.
        Near((decimal)(Math.Pow(1.005, 12) - 1), InternalRate.OfMonths([-price, .. Enumerable.Repeat(1m, 360)]).Rate!.Value);
    }

    // Of 1,000 only 360 come back, over 360 months: below 0, where (1 + r)^-360 would run over if it were formed.
    [Fact]
    public void A_loss_over_thirty_years_is_a_rate_below_0()
    {
        decimal[] flows = [-1000, .. Enumerable.Repeat(1m, 360)];
        var rate = Rate(flows);
        Assert.InRange(rate, -0.02m, 0m);
        Assert.InRange(flows.Select((flow, month) => (double)flow * Math.Pow(1 + (double)rate, 360 - month)).Sum(), -1e-9, 1e-9);
    }

    // 100 now, 112 in 12 months: 12 % a year.
    [Fact]
    public void Monthly_flows_have_an_effective_yearly_rate() =>
        Near(0.12m, InternalRate.OfMonths([-100, .. Enumerable.Repeat(0m, 11), 112]).Rate!.Value);

    [Fact]
    public void What_comes_back_without_gain_is_exactly_0() => Assert.Equal(0m, Rate([-100, 50, 50]));

    [Fact]
    public void Empty_periods_before_and_after_change_nothing() => Assert.Equal(Rate([-100, 60, 60]), Rate([0, 0, -100, 60, 60, 0]));

    [Fact]
    public void The_largest_decimals_do_not_run_over() =>
        Assert.Equal(0m, Rate([-79_228_162_514_264_337_593_543_950_335m, 0, 79_228_162_514_264_337_593_543_950_335m]));

    [Theory]
    [InlineData(new[] { 5, 0, 5 }, NoRate.NothingInvested)]
    [InlineData(new[] { 0, 0, 1 }, NoRate.NothingInvested)]
    [InlineData(new[] { -5, -1 }, NoRate.NothingReturned)]
    [InlineData(new[] { 0, 0 }, NoRate.NothingMoves)]
    [InlineData(new int[0], NoRate.NothingMoves)]

    // 100 - 300 v + 250 v^2 has the discriminant 90,000 - 100,000 < 0: no v makes it 0. The flows change direction twice, their sum 100, -200, 50 too.
    [InlineData(new[] { 100, -300, 250 }, NoRate.SeveralChanges)]

    // -1,000 x 1.1 x 1.2: both 10 % and 20 % balance -1,000, 2,300, -1,320 (1.1 + 1.2 = 2.3; 1.1 x 1.2 = 1.32).
    [InlineData(new[] { -1000, 2300, -1320 }, NoRate.SeveralChanges)]

    // 10 % and 10.1 %: 2.201 and 1.2111.
    [InlineData(new[] { -10000, 22010, -12111 }, NoRate.SeveralChanges)]

    // (1 - v)^2, (1 - 2v)^2 and (1 - 3v)^2 only touch 0: not told from two rates.
    [InlineData(new[] { 1, -2, 1 }, NoRate.SeveralChanges)]
    [InlineData(new[] { 1, -4, 4 }, NoRate.SeveralChanges)]
    [InlineData(new[] { 1, -6, 9 }, NoRate.SeveralChanges)]

    // 99,900 % in one period, and 99.9 % lost.
    [InlineData(new[] { -1, 1000 }, NoRate.OutOfRange)]
    [InlineData(new[] { -1000, 1 }, NoRate.OutOfRange)]
    public void Where_there_is_no_rate_the_reason_is_told(int[] flows, NoRate why)
    {
        var answer = InternalRate.OfPeriods([.. flows]);
        Assert.Equal((null, (NoRate?)why), (answer.Rate, answer.Why));
        Assert.NotEmpty(answer.Words.Words());
        Assert.Equal(answer, InternalRate.OfMonths([.. flows]));
    }

    // 100, 50, 20: never behind, though money goes out later. A rate far below 0 would balance it, of nothing that was laid out.
    [Fact]
    public void What_is_never_behind_has_nothing_to_earn_a_rate_on() =>
        Assert.Equal(NoRate.NothingInvested, InternalRate.OfPeriods([100, -50, -30]).Why);

    [Fact]
    public void Saving_from_the_first_month_is_told_in_words() => Assert.Equal(
        "it saves from the start: there is nothing that a rate could be earned on", InternalRate.OfPeriods([5, 5]).Words.Words());

    // -100, 230, -10: the running sum -100, 130, 120 changes sign once. 100 x^2 - 230 x + 10 = 0 has x = 1 + r = 2.2557 and 0.0443.
    [Fact]
    public void A_cost_at_the_end_leaves_one_rate_above_0_which_is_taken_and_said()
    {
        var answer = InternalRate.OfPeriods([-100, 230, -10]);
        Near((decimal)((230 + Math.Sqrt(48_900)) / 200) - 1, answer.Rate!.Value);
        Assert.StartsWith("the only rate above 0; one below may", answer.Words.Words(), StringComparison.Ordinal);
    }

    // (v - 0.8)(v^2 - v + 0.5) = v^3 - 1.8 v^2 + 1.3 v - 0.4 has one rate, 25 %. The flows change direction three times and so does their sum
    // -0.4, 0.9, -0.9, 0.1: the rule is one change of sign, so none is told.
    [Fact]
    public void Flows_whose_sum_changes_its_sign_more_than_once_have_no_rate_also_where_one_would_balance_them() =>
        Assert.Equal(NoRate.SeveralChanges, InternalRate.OfPeriods([-0.4m, 1.3m, -1.8m, 1]).Why);

    [Fact]
    public void A_rate_that_is_paid_and_not_earned_is_said_to_be() =>
        Assert.Equal("money comes in first: it is the rate paid for it, not a rate earned", InternalRate.OfPeriods([100, -110]).Words.Words());

    // Flows with two known rates above 0, times a polynomial without positive root: whatever it is, none of the two is "the" rate.
    [Fact]
    public void Two_rates_above_0_are_never_passed_for_one() => ForAll(seed =>
    {
        var random = new System.Random(seed);
        var (one, other) = (1 + (random.Next(1, 100) / 100m), 1 + (random.Next(101, 200) / 100m));
        return InternalRate.OfPeriods(Times([1, -(one + other), one * other], Cofactor(random))).Why == NoRate.SeveralChanges;
    });

    /// <summary>A product of squares moved up, v^2 - 2 a v + (a^2 + b), b above 0: it has no root, and its signs vary.</summary>
    private static ImmutableArray<decimal> Cofactor(System.Random random)
    {
        ImmutableArray<decimal> product = [1];
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var (middle, above) = (random.Next(-100, 200) / 100m, random.Next(10, 200) / 100m);
            product = Times(product, [(middle * middle) + above, -2 * middle, 1]);
        }

        return product;
    }

    private static ImmutableArray<decimal> Times(ImmutableArray<decimal> left, ImmutableArray<decimal> right)
    {
        var product = new decimal[left.Length + right.Length - 1];
        foreach (var (i, j) in from i in Enumerable.Range(0, left.Length) from j in Enumerable.Range(0, right.Length) select (i, j))
        {
            product[i + j] += left[i] * right[j];
        }

        return [.. product];
    }

    private static decimal Rate(decimal[] flows) => InternalRate.OfPeriods([.. flows]).Rate!.Value;

    private static void Near(decimal expected, decimal actual) => Assert.InRange(actual, expected - 1e-12m, expected + 1e-12m);

    private static void ForAll(Func<int, bool> holds) => AtRandom.ForSeeds(200, holds);
}
