namespace CostPlanner.Tests.Given;

public class AtRandomTests
{
    [Fact]
    public void A_failure_says_how_to_draw_the_same_values_again()
    {
        var failure = Assert.ThrowsAny<Exception>(() => AtRandom.Run(17, _ => throw new InvalidOperationException("Falsifiable")));
        Assert.Contains("Falsifiable", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "COSTPLANNER_REPLAY=17 dotnet test CostPlanner.sln --filter FullyQualifiedName~AtRandomTests.A_failure_says_how_to_draw_the_same_values_again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_that_is_given_is_taken_and_one_that_is_none_is_refused()
    {
        Assert.Equal(17UL, AtRandom.SeedOfRun("17"));
        Assert.NotEqual(AtRandom.SeedOfRun(null), AtRandom.SeedOfRun(""));
        Assert.Throws<InvalidOperationException>(() => AtRandom.SeedOfRun("seventeen"));
    }

    [Fact]
    public void The_same_seed_draws_the_same_values()
    {
        Assert.Equal(Drawn(17), Drawn(17));
        Assert.NotEqual(Drawn(17), Drawn(18));

        static List<int> Drawn(ulong seed)
        {
            var drawn = new List<int>();
            AtRandom.Draw(seed, 20, value =>
            {
                drawn.Add(value);
                return true;
            });
            return drawn;
        }
    }
}
