using CostPlanner.Reporting.Templates;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Tests.Reporting.Templates;

public sealed class ScenarioEditTests
{
    private static readonly AssumptionLine Overcommit = new("cpu-overcommit", "4.2", "# measured by run r2 (2026-10-01): 4.1 to 4.3");
    private static readonly AssumptionLine Yield = new("thread-yield", "0.25", "# measured by run r2 (2026-10-01): 0.2 to 0.3");

    [Fact]
    public void A_scenario_without_assumptions_gets_them_at_its_end() => Assert.Equal(
        """
        title: a   # mine
        # assumptions:
        #   cpu-overcommit: 5
        options: []

        assumptions:
          # measured by run r2 (2026-10-01): 4.1 to 4.3
          cpu-overcommit: 4.2
          # measured by run r2 (2026-10-01): 0.2 to 0.3
          thread-yield: 0.25

        """.ReplaceLineEndings("\n"),
        Edited("title: a   # mine\n# assumptions:\n#   cpu-overcommit: 5\noptions: []\n\n\n", Overcommit, Yield));

    [Fact]
    public void Values_are_put_among_the_users_own_and_comments_stay() => Assert.Equal(
        """
        assumptions:          # ours
            # agreed in May
            growth: 0.05      # a year
            # measured by run r2 (2026-10-01): 4.1 to 4.3
            cpu-overcommit: 4.2   # was a guess
            # measured by run r2 (2026-10-01): 0.2 to 0.3
            thread-yield: 0.25

        # the options
        options:
          - id: kvm
            assumptions:
              cpu-overcommit: 9
        """.ReplaceLineEndings("\n"),
        Edited(
            """
            assumptions:          # ours
                # agreed in May
                growth: 0.05      # a year
                cpu-overcommit: 5   # was a guess

            # the options
            options:
              - id: kvm
                assumptions:
                  cpu-overcommit: 9
            """.ReplaceLineEndings("\n"),
            Overcommit,
            Yield));

    [Fact]
    public void The_comment_of_an_earlier_run_is_replaced_and_a_users_is_not()
    {
        var once = Edited("assumptions:\n  # think of Monday\n  \"cpu-overcommit\": 5\n", new AssumptionLine("cpu-overcommit", "4", "# measured by run r1 (2026-09-01): 3.9 to 4.1"));
        Assert.Equal("assumptions:\n  # think of Monday\n  # measured by run r1 (2026-09-01): 3.9 to 4.1\n  \"cpu-overcommit\": 4\n", once);
        Assert.Equal("assumptions:\n  # think of Monday\n  # measured by run r2 (2026-10-01): 4.1 to 4.3\n  \"cpu-overcommit\": 4.2\n", Edited(once, Overcommit));
        Assert.Equal(Edited(once, Overcommit), Edited(Edited(once, Overcommit), Overcommit));
    }

    [Fact]
    public void An_empty_block_is_filled_and_line_ends_stay_as_they_are() =>
        Assert.Equal("assumptions:\r\n  # measured by run r2 (2026-10-01): 4.1 to 4.3\r\n  cpu-overcommit: 4.2\r\noptions: []\r\n", Edited("assumptions:\r\noptions: []\r\n", Overcommit));

    [Theory]
    [InlineData("title: a\nassumptions: {growth: 0.05}\n")]
    [InlineData("title: a\nassumptions: &a\n  growth: 0.05\n")]
    public void A_layout_that_is_not_understood_is_left_alone(string text)
    {
        var edit = ScenarioEdit.Of(text, [Overcommit]);
        Assert.Null(edit.Text);
        Assert.Equal("line 2, assumptions, has its values on the same line; give each a line of its own", edit.Problem);
    }

    [Fact]
    public void The_difference_shows_what_goes_and_comes_with_a_little_around()
    {
        var old = string.Join('\n', Enumerable.Range(1, 20).Select(each => $"line {each}"));
        var now = old.Replace("line 5\n", "line five\n", StringComparison.Ordinal) + "\nline 21";
        Assert.Equal(
            ["  line 3", "  line 4", "- line 5", "+ line five", "  line 6", "  line 7", "...", "  line 19", "  line 20", "+ line 21"],
            LineDiff.Of(old, now));
        Assert.Empty(LineDiff.Of(old, old));
        Assert.Empty(LineDiff.Of("a\r\nb", "a\nb"));
        Assert.Equal(["- a", "+ b"], LineDiff.Of("a", "b"));
    }

    private static string? Edited(string? text, params AssumptionLine[] lines) => ScenarioEdit.Of(text!, lines).Text;
}
