using CostPlanner.Benchmarking.Comparisons;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Pages.Measurement;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Pages.Measurement;

/// <summary>Two runs side by side on a page.</summary>
public sealed class ComparisonPageTests
{
    private static readonly Page Drawn = Draw(Candidates.A, Candidates.B, new Money(18_000, Currency.Euro), new Money(24_000, Currency.Euro));

    [Fact]
    public void The_answer_counts_the_differences_and_the_rest() =>
        Assert.Contains("Of 12\u00a0measures that both have, B is higher in 2 and lower in 1; for the other 9 no difference is shown.", Drawn.Section("answer").Value, StringComparison.Ordinal);

    // 18,000 / 32 = 562.50 and 18,000 / 33 = 545.45; 24,000 / 40 = 600.00.
    [Fact]
    public void The_price_of_a_guest_is_drawn_and_said()
    {
        var front = Drawn.Section("answer").Value;

        Assert.Contains("EUR 562.50 (more than EUR 545.45)", front, StringComparison.Ordinal);
        Assert.Contains("B: EUR 24,000.00 a server, EUR 600.00 a guest at the knee", front, StringComparison.Ordinal);
        Assert.Empty(Draw(Candidates.A, Candidates.B).Section("answer").Descendants("svg"));
    }

    // 12 measures of both: a stroke of the value in each lane, 2 wide.
    [Fact]
    public void Each_measure_has_two_lanes_on_one_scale_with_the_verdict()
    {
        var charts = Drawn.Section("measures").Descendants("svg").ToList();

        Assert.Equal(24, charts.SelectMany(chart => chart.Descendants("line")).Count(line => (string?)line.Attribute("stroke-width") == "2"));
        Assert.Contains("B is lower by 2.1%", charts[0].Value, StringComparison.Ordinal);
        Assert.Equal(12, Page.Rows(Drawn.TablesOf("measures").Single(), "").Count());
    }

    // cpu-alu: A's interval ends at 0.975 and B's begins at 0.947; these are the ends of the scale, 6 % of 226 within 230 to 456.
    [Fact]
    public void The_scale_of_a_measure_holds_both_intervals()
    {
        var areas = Drawn.Section("measures").Descendants("svg").First().Descendants("rect").Take(2).ToList();

        Assert.Equal(442.44m, Number(areas[0], "x") + Number(areas[0], "width"));
        Assert.Equal(243.56m, Number(areas[1], "x"));
        Assert.True(Number(areas[1], "x") + Number(areas[1], "width") < Number(areas[0], "x"));
    }

    [Fact]
    public void Curves_of_both_sweeps_stand_in_one_chart()
    {
        var charts = Drawn.Section("load").Descendants("svg").ToList();

        Assert.Equal(2, charts.Count);
        Assert.All(charts, chart => Assert.Equal(2, chart.Descendants("polyline").Count()));
        Assert.DoesNotContain("id=\"load\"", HtmlReport.Render(Document(Candidates.A, SampleRuns.Valid)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_does_not_count_is_told_before_everything()
    {
        var page = Draw(Candidates.SelfTest, Candidates.B, new Money(18_000, Currency.Euro));

        Assert.Contains("Run try-1 does not count", page.Section("answer").Descendants("aside").Single().Value, StringComparison.Ordinal);
        Assert.Contains("no price per guest: run try-1 does not count", page.Section("answer").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_that_one_run_lacks_has_one_lane()
    {
        var page = Draw(SampleRuns.Valid, SampleRuns.Of("run-2", values: [SampleRuns.Value(Measures.SmtYield, 0.25, 0.2, 0.3)]));

        Assert.Contains("only A measured it", page.Section("measures").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_with_nothing_in_common_are_said_to_have_nothing() =>
        Assert.Contains("no measure in common", Draw(SampleRuns.Valid, SampleRuns.Of("run-2", values: [])).Section("answer").Value, StringComparison.Ordinal);

    private static ReportDocument Document(BenchmarkRun a, BenchmarkRun b, Money? priceA = null, Money? priceB = null) => ComparisonPage.Of(
        RunComparison.Of(a, b, 7), priceA is { } ofA ? GuestPrice.Of(a, ofA) : null, priceB is { } ofB ? GuestPrice.Of(b, ofB) : null);

    private static Page Draw(BenchmarkRun a, BenchmarkRun b, Money? priceA = null, Money? priceB = null) => new(HtmlReport.Render(Document(a, b, priceA, priceB)));

    private static decimal Number(System.Xml.Linq.XElement element, string name) => (decimal)element.Attribute(name)!;
}
