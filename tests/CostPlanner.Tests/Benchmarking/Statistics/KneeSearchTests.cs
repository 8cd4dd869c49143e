using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Tests.Given;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Benchmarking.Statistics;

public sealed class KneeSearchTests
{
    // Gallop 1, 2, 4, 8; 8 fails; bisect 6 (passes), 7 (fails); then three replicates of 6 and three of 7.
    [Fact]
    public void A_planted_knee_is_galloped_to_bisected_and_confirmed()
    {
        var search = Done(new KneeSearch(100, 3), guests => guests <= 6);
        Assert.Equal([1, 2, 4, 8, 6, 7, 6, 6, 6, 7, 7, 7], search.Trials.Select(trial => trial.Guests));
        Assert.Equal(new Knee(6, 7, 3), search.Found);
    }

    [Fact]
    public void A_host_that_carries_not_even_one_guest()
    {
        var search = Done(new KneeSearch(100, 2), _ => false);
        Assert.Equal([1, 1, 1], search.Trials.Select(trial => trial.Guests));
        Assert.Equal(new Knee(0, 1, 2), search.Found);
    }

    // 1, 2, 4, 8 and the most, 10: nothing fails, and nothing is said of 11.
    [Fact]
    public void A_host_that_carries_all_that_may_run_has_no_upper_end()
    {
        var search = Done(new KneeSearch(10, 2), _ => true);
        Assert.Equal([1, 2, 4, 8, 10, 10, 10], search.Trials.Select(trial => trial.Guests));
        Assert.Equal(new Knee(10, null, 2), search.Found);
    }

    // 5 and 6 pass now and then: scouting takes 6, replicates of it and of 5 disagree, 4 always passes; 7 is the first that never did.
    [Fact]
    public void Numbers_that_pass_now_and_then_lie_between_the_ends()
    {
        var trials = 0;
        var search = Done(new KneeSearch(100, 3), guests => guests <= 4 || (guests <= 6 && trials++ % 2 == 0));
        Assert.Equal(new Knee(4, 7, 3), search.Found);
        Assert.Equal(7, search.Trials.Last().Guests);
    }

    // The trial at 7 while bisecting failed; one of its replicates passes, so that 7 does not always fail.
    [Fact]
    public void An_upper_end_that_passes_once_moves_up()
    {
        var atSeven = 0;
        var search = Done(new KneeSearch(100, 2), guests => guests <= 6 || (guests == 7 && ++atSeven == 3));
        Assert.Equal(new Knee(6, 8, 2), search.Found);
    }

    // Of 231 to 269 guests every second set passes: single steps would try each of them.
    [Fact]
    public void A_wide_band_of_chance_is_crossed_in_few_steps()
    {
        var trials = 0;
        var search = Done(new KneeSearch(512, 5), guests => guests <= 230 || (guests < 270 && trials++ % 2 == 0));
        Assert.True(search.Found is { Passes: >= 220 and <= 230, Fails: >= 270 and <= 280 }, $"{search.Found}");
        Assert.InRange(search.Trials.Length, 20, 60);
    }

    [Fact]
    public void A_search_that_was_resumed_goes_on_where_it_was()
    {
        var whole = Done(new KneeSearch(50, 2), guests => guests <= 11);
        var resumed = whole.Trials.Take(5).Aggregate(new KneeSearch(50, 2), (search, trial) => search.With(trial));
        Assert.Null(resumed.Found);
        Assert.Equal(whole.Trials[5].Guests, resumed.Next);
        Assert.Throws<ArgumentException>(() => resumed.With(new KneeTrial(resumed.Next!.Value + 1, true)));
        Assert.Throws<ArgumentException>(() => whole.With(new KneeTrial(1, true)));
    }

    [Fact]
    public void Every_knee_is_found() => Prop.ForAll(
        (from most in Gen.Choose(1, 300)
         from knee in Gen.Choose(0, 320)
         from replicates in Gen.Choose(1, 5)
         select (most, knee, replicates)).ToArbitrary(),
        drawn =>
        {
            var search = Done(new KneeSearch(drawn.most, drawn.replicates), guests => guests <= drawn.knee);
            return search.Found == new Knee(Math.Min(drawn.knee, drawn.most), drawn.knee < drawn.most ? drawn.knee + 1 : null, drawn.replicates)
                && search.Trials.All(trial => trial.Guests >= 1 && trial.Guests <= drawn.most);
        }).Holds(300);

    // Whatever the guests do, it ends: at most every number is tried in full once from above and once from below.
    [Fact]
    public void Guests_that_pass_by_chance_end_the_search_too() => Prop.ForAll(
        (from most in Gen.Choose(1, 40)
         from seed in Gen.Choose(0, 1_000_000)
         select (most, seed)).ToArbitrary(),
        drawn =>
        {
            var dice = new System.Random(drawn.seed);
            var search = Done(new KneeSearch(drawn.most, 3), _ => dice.Next(2) == 0);
            var found = search.Found!.Value;
            return found.Passes < (found.Fails ?? drawn.most + 1)
                && (found.Passes == 0 || search.Trials.Count(trial => trial.Guests == found.Passes && trial.Passed) >= 3)
                && (found.Fails is null || search.Trials.All(trial => trial.Guests != found.Fails || !trial.Passed));
        }).Holds(300);

    [Fact]
    public void What_makes_a_set_too_large_is_named()
    {
        Assert.Empty(new DensityPoint(4, 0.95, 15, 0.05).Failures(5).Select(each => each.Words()));
        Assert.Equal(["the worst guest delivered 94.9% of what it was offered, under 95%"], new DensityPoint(4, 0.949, 15, 0.05).Failures(5).Select(each => each.Words()));
        Assert.Equal(["p99 is 15.1 ms, over 3 times the 5 ms of a single guest"], new DensityPoint(4, 0.95, 15.1, 0.05).Failures(5).Select(each => each.Words()));
        Assert.Equal(["a vCPU waited 5.1% of the time, over 5%"], new DensityPoint(4, 1, 5, 0.051).Failures(5).Select(each => each.Words()));
        Assert.Equal(3, new DensityPoint(4, double.NaN, double.NaN, double.NaN).Failures(5).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DensityPoint(1, 1, 1, 0).Failures(0).Select(each => each.Words()));
    }

    private static KneeSearch Done(KneeSearch search, Func<int, bool> passes)
    {
        var tries = 0;
        while (search.Next is { } guests)
        {
            Assert.True(++tries < 1000, "the search does not end");
            search = search.With(new KneeTrial(guests, passes(guests)));
        }

        return search;
    }
}
