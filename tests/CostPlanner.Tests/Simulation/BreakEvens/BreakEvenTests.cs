using System.Collections.Concurrent;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Tests.Simulation.BreakEvens;

public sealed class BreakEvenTests
{
    [Fact]
    public void A_known_root_is_found_to_the_tolerance()
    {
        var found = Find(x => x - 0.3141m, 0, 1);

        Assert.Equal(0.3141, (double)found.Crossings.Single().At, 0.0001);
        Assert.Equal((-0.3141m, 0.6859m), (found.AtLow, found.AtHigh));
        Assert.InRange(found.Crossings[0].To - found.Crossings[0].From, 0, 0.0001m);
    }

    [Fact]
    public void Several_changes_are_all_told_in_order()
    {
        // (x - 1)(x - 4)(x - 8) is below 0 up to 1, above to 4, below to 8.
        var found = Find(x => (x - 1) * (x - 4) * (x - 8), 0.03m, 10);

        Assert.Equal([1m, 4m, 8m], found.Crossings.Select(each => decimal.Round(each.At, 2)));
        Assert.Equal([-1, 1, -1], found.Crossings.Select(each => Math.Sign(each.Before)));
    }

    [Fact]
    public void A_step_is_found_where_it_is_and_told_with_both_sides()
    {
        var crossing = Find(x => x < 0.7m ? 500 : -200, 0, 1).Crossings.Single();

        Assert.InRange(0.7m, crossing.From, crossing.To);
        Assert.Equal((500, -200), (crossing.Before, crossing.After));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(-5, 0)]
    // Above 0 but at 5, which is a value of the scan of 0 to 10, where it touches.
    [InlineData(0, 1)]
    [InlineData(0, 0)]
    public void A_winner_that_stays_is_never_in_range(int constant, int square) => Assert.True(
        Find(x => constant + (square * (x - 5) * (x - 5)), 0, 10).IsNeverInRange);

    [Fact]
    public void A_root_that_is_met_exactly_is_that_value()
    {
        var crossing = Find(x => x - 5, 0, 10).Crossings.Single();

        Assert.InRange(5, crossing.From, crossing.To);
        Assert.InRange(crossing.To - crossing.From, 0, 0.001m);
    }

    [Fact]
    public void A_whole_number_is_only_asked_as_one()
    {
        var asked = new ConcurrentBag<decimal>();
        var found = Find(
            x =>
            {
                asked.Add(x);
                return x - 16.5m;
            },
            1,
            120,
            BreakEvenSearch.Usual with { Unit = 1 });

        Assert.Equal((16, 17), (found.Crossings.Single().From, found.Crossings.Single().To));
        Assert.All(asked, each => Assert.Equal(decimal.Round(each), each));
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.Equal(asked.Count, found.Looked);
    }

    [Fact]
    public void A_change_across_values_without_an_answer_is_told_with_its_gap()
    {
        var found = Find(x => x is > 3 and < 6 ? null : x - 4.5m, 0, 10);

        Assert.True(found.Crossings.Single().HasGap);
        Assert.InRange(found.Crossings[0].From, 2.6m, 3);
        Assert.InRange(found.Crossings[0].To, 6, 6.4m);
        Assert.True(found.Missing > 5);
    }

    [Fact]
    public void Every_pair_of_options_has_its_own_answer_and_each_value_is_run_once()
    {
        var runs = new ConcurrentBag<decimal>();
        var pairs = PairBreakEvens.Of(
            x =>
            {
                runs.Add(x);
                return x > 9 ? null : Outcome(10, 2 * x, x);
            },
            3,
            1,
            10,
            null,
            TestContext.Current.CancellationToken);

        // 10 against 2 x: at 5. 10 against x: 10, where there is no outcome any more. 2 x against x: never above 0.
        Assert.Equal([(0, 1), (0, 2), (1, 2)], pairs.Select(each => (each.A, each.B)));
        Assert.Equal(5, (double)pairs[0].Answer.Crossings.Single().At, 0.001);
        Assert.True(pairs[1].Answer.IsNeverInRange && pairs[2].Answer.IsNeverInRange);
        Assert.Null(pairs[1].Answer.AtHigh);
        Assert.Equal(runs.Count, runs.Distinct().Count());
    }

    [Fact]
    public void The_map_of_two_keys_tells_winner_lead_and_difference()
    {
        var map = WinnerMap.Of(
            WinnerMap.Even(0, 4, 5), WinnerMap.Even(0, 10, 2), (x, y) => x == 4 ? null : Outcome(5, x + y, x == 2 ? null : 9), TestContext.Current.CancellationToken);

        Assert.Equal([0m, 1, 2, 3, 4], map.Xs);
        Assert.Equal((1, 4), (map.At(1, 0).Winner, map.At(1, 0).Lead));
        Assert.Equal((0, 4), (map.At(1, 1).Winner, map.At(1, 1).Lead));
        Assert.Equal(-6, map.At(1, 1).Difference(0, 1));
        Assert.Equal((1m, 10m), (map.At(1, 1).X, map.At(1, 1).Y));
        Assert.Null(map.At(2, 0).Difference(0, 2));
        Assert.Equal((null, null, null), (map.At(4, 0).Winner, map.At(4, 0).Lead, map.At(4, 0).Difference(0, 1)));
    }

    private static BreakEven Find(Func<decimal, decimal?> difference, decimal low, decimal high, BreakEvenSearch? search = null) =>
        BreakEven.Find(difference, low, high, search, TestContext.Current.CancellationToken);

    private static TrialOutcome Outcome(params decimal?[] totals) =>
        new([.. totals.Select(total => new OptionOutcome(total, null))]);
}
