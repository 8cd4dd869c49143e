using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Returns;

public class PaybackTests
{
    [Theory]

    // Saved so far: -15, -7, 1: behind in months 0 and 1, ahead from month 2 on.
    [InlineData(new[] { 10, 10, 10 }, new[] { 25, 2, 2 }, 2)]

    // -5, 0, 5: even in month 1, which is no change of sign; the first month in which it is not behind.
    [InlineData(new[] { 10, 10, 10 }, new[] { 15, 5, 5 }, 1)]

    // 0, 0, -4, 6: nothing is paid at first, then it is behind for a month.
    [InlineData(new[] { 0, 0, 0, 10 }, new[] { 0, 0, 4, 0 }, 3)]
    public void What_is_behind_once_and_then_ahead_has_its_month(int[] baseline, int[] option, int expected) =>
        Assert.Equal((expected, null), Answer(baseline, option));

    [Theory]
    [InlineData(new[] { 10, 10, 10 }, new[] { 5, 5, 5 })]
    [InlineData(new[] { 10, 10, 10 }, new[] { 10, 10, 10 })]
    [InlineData(new[] { 10, 10, 10 }, new[] { 0, 20, 10 })]
    public void What_is_never_behind_has_paid_back_at_once(int[] baseline, int[] option)
    {
        Assert.Equal((0, null), Answer(baseline, option));
        Assert.True(Payback.Of(Money(baseline), Money(option)).IsAtOnce);
    }

    [Theory]

    // -30, -20, -10.
    [InlineData(new[] { 10, 10, 10 }, new[] { 40, 0, 0 })]

    // -10, -5, 0: even at the end and never ahead.
    [InlineData(new[] { 10, 10, 10 }, new[] { 20, 5, 5 })]

    // 5, 0, -5: ahead at first, behind at the end.
    [InlineData(new[] { 10, 10, 10 }, new[] { 5, 15, 15 })]
    public void What_is_not_ahead_at_the_end_never_pays_back(int[] baseline, int[] option)
    {
        Assert.Equal((null, NoPayback.Never), Answer(baseline, option));
        Assert.Equal("never pays back within the horizon", Payback.Of(Money(baseline), Money(option)).Words.Words());
    }

    // 5, -3, 6: ahead, behind, ahead again.
    [Fact]
    public void What_changes_its_sign_twice_has_no_one_month_and_says_how_often()
    {
        Assert.Equal((null, NoPayback.SeveralChanges), Answer([10, 0, 10], [5, 8, 1]));
        Assert.Equal(
            "has no one month of payback: what it has saved so far changes its sign 2 times", Payback.Of(Money([10, 0, 10]), Money([5, 8, 1])).Words.Words());
    }

    // Said here in another way: what is saved so far, without its zeros, as a word of the letters b (below 0) and a (above 0). There is a month where the word is b...ba...a,
    // it is 0 where no b is in it, and there is none for any other word.
    [Fact]
    public void A_month_is_told_where_what_is_saved_changes_its_sign_once_from_below_and_nowhere_else() => AtRandom.ForSeeds(500, seed =>
    {
        var random = new System.Random(seed);
        int[] option = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(0, 7))];
        int[] baseline = [.. option.Select(_ => 3)];
        var sums = option.Select((_, month) => baseline[..(month + 1)].Sum() - option[..(month + 1)].Sum()).ToList();
        var word = string.Concat(sums.Where(sum => sum != 0).Select(sum => sum < 0 ? 'b' : 'a'));
        var (month, why) = Answer(baseline, option);
        var once = System.Text.RegularExpressions.Regex.IsMatch(word, "^b+a+$");
        return !word.Contains('b', StringComparison.Ordinal) ? month == 0
            : once ? month > 0 && sums[month.Value - 1] < 0 && sums.Skip(month.Value).All(sum => sum >= 0)
            : month is null && why == (word.Trim('b').Length == 0 || System.Text.RegularExpressions.Regex.IsMatch(word, "^a+b+$") ? NoPayback.Never : NoPayback.SeveralChanges);
    });

    [Fact]
    public void What_pays_back_at_once_has_no_rate_of_return() => AtRandom.ForSeeds(500, seed =>
    {
        var random = new System.Random(seed);
        int[] option = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(0, 7))];
        int[] baseline = [.. option.Select(_ => 3)];
        return Answer(baseline, option).Month != 0 || InternalRate.OfPeriods([.. baseline.Zip(option, (stay, go) => (decimal)(stay - go))]).Rate is null;
    });

    // The rule of payback and that of the rate are one: what pays back after month 0 has exactly one rate above 0 (Norstrom), and it is told.
    [Fact]
    public void What_pays_back_after_the_first_month_has_a_rate_of_return() => AtRandom.ForSeeds(500, seed =>
    {
        var random = new System.Random(seed);
        int[] option = [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => random.Next(0, 7))];
        int[] baseline = [.. option.Select(_ => 3)];
        var rate = InternalRate.OfPeriods([.. baseline.Zip(option, (stay, go) => (decimal)(stay - go))]);
        return Answer(baseline, option).Month is not > 0 || baseline.Sum() == option.Sum() || rate.Rate is >= 0 || rate.Why == NoRate.OutOfRange;
    });

    private static (int? Month, NoPayback? Why) Answer(int[] baseline, int[] option)
    {
        var payback = Payback.Of(Money(baseline), Money(option));
        Assert.Equal(payback.Month, Payback.MonthOf(Money(baseline), Money(option)));
        Assert.Equal(payback.Month is null, payback.Words is not null);
        return (payback.Month, payback.Why);
    }

    private static ImmutableArray<Money> Money(int[] amounts) => [.. amounts.Select(amount => new Money(amount, Currency.Euro))];
}
