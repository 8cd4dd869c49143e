using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Model;

namespace CostPlanner.Tests.Benchmarking.Guests;

/// <summary>A guest's time against the host's.</summary>
public sealed class ClockRuleTests
{
    [Theory]
    [InlineData(10.0, 0.0, true)]
    [InlineData(10.1, 0.0, true)]
    [InlineData(9.9, 0.0, true)]
    [InlineData(10.13, 0.0, false)]
    [InlineData(9.87, 0.0, false)]
    [InlineData(10.13, 0.1, true)]
    [InlineData(9.87, 0.1, true)]
    [InlineData(30.0, 0.1, false)]
    [InlineData(0.0, 0.1, false)]
    public void A_clock_counts_as_wrong_only_when_no_moment_between_question_and_answer_makes_it_right(double guestSeconds, double answering, bool isRight)
    {
        var wrong = ClockRule.Check(Reading(5, 100, answering), Reading(5 + guestSeconds, 110, answering));

        Assert.Equal(isRight ? null : RejectReason.GuestClock, wrong?.Reason);
    }

    private static GuestAnswer Reading(double uptime, double sent, double answering) => new(
        "clk",
        0,
        uptime,
        uptime,
        ImmutableSortedDictionary<string, long>.Empty,
        ImmutableSortedDictionary<string, long>.Empty,
        "",
        TimeSpan.FromSeconds(sent),
        TimeSpan.FromSeconds(sent + answering));
}
