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

    // Two CPUs: up to four tasks all is well; of eight, half have one; of a hundred, one in fifty, and the clock goes at a fifth at the slowest.
    [Theory]
    [InlineData(null, 1)]
    [InlineData(4.0, 1)]
    [InlineData(8.0, 0.5)]
    [InlineData(100.0, 0.2)]
    public void A_clock_goes_slower_where_far_more_waits_than_there_are_CPUs(double? load, double pace) => Assert.Equal(pace, FairClock.Pace(load, 2));

    [Fact]
    public void A_clock_adds_up_what_each_reading_brings()
    {
        var (plain, load) = (TimeSpan.FromMinutes(1), (double?)null);
        var clock = new FairClock(() => plain, () => load);
        Assert.Equal(TimeSpan.FromMinutes(1), clock.Now);
        (plain, load) = (TimeSpan.FromMinutes(6), 1e9);
        Assert.Equal(TimeSpan.FromMinutes(2), clock.Now);
    }

    [Fact]
    public void The_load_is_the_first_figure_that_the_system_tells()
    {
        Assert.Equal(45.75, FairClock.Load("45.75 47.30 52.24 3/812 12345"));
        Assert.Null(FairClock.Load(null));
        Assert.Null(FairClock.Load("what no system tells"));
    }
}
