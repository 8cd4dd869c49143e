namespace CostPlanner.Tests.Given;

public class HangGuardTests
{
    [Fact]
    public void A_test_that_began_four_minutes_ago_is_named()
    {
        var begun = new Dictionary<(string Id, string Name), TimeSpan>
        {
            [("1", "long")] = TimeSpan.FromMinutes(1), [("2", "longer")] = TimeSpan.FromSeconds(59), [("3", "new")] = TimeSpan.FromMinutes(3),
        };
        Assert.Equal(["long", "longer"], HangGuardAttribute.Hung(begun, TimeSpan.FromMinutes(5)));
        Assert.Empty(HangGuardAttribute.Hung(begun, TimeSpan.FromMinutes(4.9)).Except(["longer"]));
    }

    // Of an hour told all but a second was waiting, and the clock is younger than a second: it stands before its beginning.
    [Fact]
    public void Time_in_which_tasks_wait_for_a_CPU_does_not_count()
    {
        var told = 0L;
        var clock = new FairClock(() => $"some avg10=99.00 avg60=99.00 avg300=99.00 total={told}\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=7\n");
        told = 3_600_000_000;
        Assert.True(clock.Now < TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(2.5), FairClock.Waited("some avg10=1.00 avg60=1.00 avg300=1.00 total=2500000\n"));
        Assert.Equal(TimeSpan.Zero, FairClock.Waited(null));
        Assert.Equal(TimeSpan.Zero, FairClock.Waited("what no kernel tells"));
    }
}
