using CostPlanner.Benchmarking.Statistics;

namespace CostPlanner.Tests.Benchmarking.Statistics;

public sealed class DifferenceTests
{
    private static readonly DifferenceThresholds Small = new(0.01, 0.02);

    // {1, 2, 3} and {4, 5, 6}: of the 20 ways to deal six figures into two threes, only this one and its mirror differ by 3.
    [Fact]
    public void Every_way_to_deal_is_counted_where_there_are_few()
    {
        Assert.Equal(2 / 20.0, PermutationTest.P([1, 2, 3], [4, 5, 6], 1));
        // {1, 2, 4} and {3, 5, 6}: sums 7 and 14. As far: sums of 7 or less or 14 or more: {1,2,3}, {1,2,4} and their mirrors.
        Assert.Equal(4 / 20.0, PermutationTest.P([1, 2, 4], [3, 5, 6], 1));
        Assert.Equal(1, PermutationTest.P([5, 5, 5], [5, 5, 5], 1));
        // Unequal sizes: {9} against {1, 2, 3}: of 4 ways, only this one is as far.
        Assert.Equal(1 / 4.0, PermutationTest.P([9], [1, 2, 3], 1));
    }

    // 2 of the 252 ways to deal ten figures into two fives.
    [Fact]
    public void The_least_p_says_what_so_few_can_show()
    {
        Assert.Equal(2 / 252.0, PermutationTest.LeastP(5, 5), 12);
        Assert.Equal(2 / 252.0, PermutationTest.P([1, 2, 3, 4, 5], [11, 12, 13, 14, 15], 1), 12);
        Assert.Equal(2 / 20.0, PermutationTest.LeastP(3, 3), 12);
        Assert.Equal(1 / 10_000.0, PermutationTest.LeastP(15, 15), 12);
    }

    // 30 over 15 is 155 million ways: drawn, the same for the same seed, and near what the whole would give.
    [Fact]
    public void Beyond_that_ways_are_drawn_with_a_seed()
    {
        double[] a = [.. Enumerable.Range(0, 15).Select(each => each * 1.0)];
        double[] far = [.. a.Select(each => each + 20)];
        double[] near = [.. a.Select(each => each + 0.1)];
        Assert.Equal(1 / 10_000.0, PermutationTest.P(a, far, 7));
        Assert.InRange(PermutationTest.P(a, near, 7), 0.9, 1);
        Assert.Equal(PermutationTest.P(a, near, 7), PermutationTest.P(a, near, 7));
    }

    [Fact]
    public void A_planted_difference_is_shown_with_its_sign_and_interval()
    {
        var difference = Difference.Of([100, 101, 99, 100, 102], [110, 111, 109, 112, 110], Small, 1);
        Assert.Equal(DifferenceVerdict.Higher, difference.Verdict);
        // Means 100.4 and 110.4; variances 1.3 and 1.3, Welch: 10 ± 2.306 × sqrt(0.52) = 10 ± 1.663.
        Assert.Equal(10, difference.Absolute, 9);
        Assert.Equal(10 / 100.4, difference.Relative!.Value, 9);
        Assert.Equal(10 - 1.663, difference.Low!.Value, 0.001);
        Assert.Equal(10 + 1.663, difference.High!.Value, 0.001);
        Assert.Equal(DifferenceVerdict.Lower, Difference.Of([110, 111, 109, 112, 110], [100, 101, 99, 100, 102], Small, 1).Verdict);
    }

    [Fact]
    public void Equal_series_show_no_difference() =>
        Assert.Equal(DifferenceVerdict.NotShown, Difference.Of([100, 101, 99, 100, 102], [101, 100, 102, 99, 100], Small, 1).Verdict);

    // Sure (p = 2/252) and too small to matter: 1 % where 2 % are asked for, or 0.001 where 0.01 are.
    [Theory]
    [InlineData(100.0, 101.0)]
    [InlineData(0.010, 0.011)]
    public void What_is_sure_and_small_is_no_difference(double a, double b)
    {
        double[] Around(double mean) => [.. new[] { -2, -1, 0, 1, 2 }.Select(each => mean * (1 + (each * 0.0001)))];
        var difference = Difference.Of(Around(a), Around(b), Small, 1);
        Assert.Equal(2 / 252.0, difference.P, 12);
        Assert.Equal(DifferenceVerdict.NotShown, difference.Verdict);
    }

    [Fact]
    public void Three_against_three_can_show_nothing()
    {
        Assert.Equal(DifferenceVerdict.CannotBeShown, Difference.Of([1, 1, 1], [100, 100, 100], Small, 1).Verdict);
        var single = Difference.Of([1], [2], Small, 1);
        Assert.Equal((DifferenceVerdict.CannotBeShown, null, null), (single.Verdict, single.Low, single.High));
    }
}
