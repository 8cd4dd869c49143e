using System.Collections.Immutable;
using System.Xml.Linq;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Pages.Measurement;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Pages.Measurement;

/// <summary>One run on a page.</summary>
public sealed class RunPageTests
{
    private static readonly string Html = HtmlReport.Render(RunPage.Of(Candidates.SelfTest));
    private static readonly Page Drawn = new(Html);

    [Fact]
    public void A_self_test_says_so_first_and_gives_every_reason()
    {
        var front = Drawn.Section("answer");

        Assert.StartsWith("SELF-TEST", front.Elements("p").Single(each => (string?)each.Attribute("class") == "verdict").Value, StringComparison.Ordinal);
        Assert.Equal(
            ["It ran on a host of class emulated, not hardware.", "It is a self-test, whose figures mean nothing.", "A check failed: foreign-load: 31 %, at most 5 %."],
            front.Descendants("li").Select(each => each.Value));
        Assert.All(front.Descendants("p").Where(each => (string?)each.Attribute("class") == "label"), label => Assert.EndsWith("not valid", label.Value, StringComparison.Ordinal));
        Assert.StartsWith("SELF-TEST", Drawn.Section("values").Descendants("p").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_on_hardware_with_a_failed_check_is_not_valid_either() =>
        Assert.Contains("NOT VALID", RunPage.Verdict(SampleRuns.Of(checks: [ValidityCheck.Of(RejectReason.GuestClock, "3 %", "at most 1 %", false)])), StringComparison.Ordinal);

    // 6 replicates of the CPU and 11 of the sweep.
    [Fact]
    public void A_valid_run_has_no_warning()
    {
        var page = new Page(HtmlReport.Render(RunPage.Of(Candidates.A)));

        Assert.DoesNotContain("aside", page.Section("answer").Descendants().Select(each => each.Name.LocalName));
        Assert.Contains("2\u00a0checks passed, 17\u00a0replicates of 17 count", page.Section("answer").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_checks_replicates_and_conditions_are_all_there()
    {
        Assert.Equal(Candidates.SelfTest.Values.Length, Rows("values").Length);
        Assert.Equal(["passed", "passed", "failed"], Rows("checks").Select(row => Page.Text(row, 3)));
        var rejected = Rows("replicates")[^1];
        Assert.Equal((18, "rejected: guest-clock"), (Rows("replicates").Length, Page.Text(rejected, 3)));
        Assert.Contains("11.34 s where the host saw 30.02 s", rejected.Value, StringComparison.Ordinal);
        Assert.Contains("q35,accel=kvm -sandbox on", Drawn.Section("conditions").Value, StringComparison.Ordinal);
        Assert.Contains(new string('a', 64), Drawn.Section("conditions").Value, StringComparison.Ordinal);
    }

    // cpu-alu and boot-median are the two figures of the 6 replicates of the CPU; the rejected one has none.
    [Fact]
    public void Each_replicate_that_counts_is_a_dot_beside_its_interval() =>
        Assert.Equal(2 * 6, Drawn.Section("values").Descendants("circle").Count());

    // 11 replicates of the sweep in each of two charts, and a dot in each legend; the knee of 32 guests at 3,200 events of an axis to 5,000.
    [Fact]
    public void The_sweep_is_drawn_from_its_samples()
    {
        var charts = Drawn.Section("load").Descendants("svg").ToList();

        Assert.Equal([12, 12], charts.Select(chart => chart.Descendants("circle").Count()));
        Assert.All(charts, chart => Assert.Contains(chart.Descendants("line"), line => (string?)line.Attribute("stroke-dasharray") == "1.5 2.5" && (string?)line.Attribute("x1") == "446.56"));
        Assert.Contains("try-1, up to 48\u00a0guests; dotted: the knee, 32 guests", charts[0].Value, StringComparison.Ordinal);
    }

    // A second sweep under the names of a variant: its own knee of 16 guests at 1,600 events, and its values in the same chart as the others of the knee.
    [Fact]
    public void Another_sweep_has_its_own_knee()
    {
        var other = Candidates.A.Replicates.Where(each => each.Experiment == "density").Select(each => each with { Number = each.Number + 100, Experiment = "density-10" });
        var run = SampleRuns.Of(values: [.. Candidates.A.Values, new("guests-at-knee-10", 16, 16, 17, 5, "guests", "made up")], replicates: [.. Candidates.A.Replicates, .. other]);
        var page = new Page(HtmlReport.Render(RunPage.Of(run)));

        Assert.Equal(
            ["446.56", "446.56", "253.28", "253.28"],
            page.Section("load").Descendants("line").Where(line => (string?)line.Attribute("stroke-dasharray") == "1.5 2.5").Select(line => (string?)line.Attribute("x1")));
        Assert.Contains("Guests at the knee, at 10 %", page.Section("values").Elements("figure").Last().Value, StringComparison.Ordinal);
        Assert.Equal("Density", page.Section("values").Elements("figure").Last().Element("figcaption")!.Value);
    }

    [Fact]
    public void A_run_without_a_sweep_has_no_such_chapter() => Assert.DoesNotContain("id=\"load\"", HtmlReport.Render(RunPage.Of(SampleRuns.Valid)), StringComparison.Ordinal);

    [Fact]
    public void The_page_needs_no_script_and_no_network_and_is_the_same_each_time()
    {
        Assert.DoesNotContain("<script", Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"(?!#)|url\\(|@import|<link|<img|<iframe", Html);
        Assert.Equal(Html, HtmlReport.Render(RunPage.Of(Candidates.SelfTest)));
    }

    // What a host says of itself is not trusted.
    [Fact]
    public void Names_with_markup_are_printed_as_they_are()
    {
        var run = SampleRuns.Of(conditions: SampleRuns.Conditions with { Facts = [new("cpu-model", "<b>&\"'</style>")] });
        var html = HtmlReport.Render(RunPage.Of(run));

        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Single(html.Split("</style>")[1..]);
    }

    [Theory]
    [InlineData(1e300, -1e300, 1.7e308)]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(-5e-324, -5e-324, 5e-324)]
    [InlineData(3.0, null, null)]
    public void Any_finite_value_can_be_drawn(double value, double? low, double? high)
    {
        var odd = new MeasuredValue("made-up", value, low, high, 1, "x", "made up");
        var page = new Page(HtmlReport.Render(RunPage.Of(SampleRuns.Of(values: [odd], replicates: SampleRuns.Replicates("made-up", value, -1.7e308, 1.7e308)))));

        Assert.Equal(3, page.Section("values").Descendants("circle").Count());
    }

    [Fact]
    public void A_run_that_came_to_nothing_has_a_page_too() => Assert.Contains(
        "not measured", HtmlReport.Render(RunPage.Of(SampleRuns.Of(values: [], checks: [], replicates: [], conditions: SampleRuns.Conditions with { Facts = [] }))), StringComparison.Ordinal);

    private static ImmutableArray<XElement> Rows(string section) => [.. Page.Rows(Drawn.TablesOf(section).First(), "")];
}
