using System.Text.Json;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Reporting.Pages.BreakEvens;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting;

public sealed class UncertaintyReportTests
{
    private static JsonElement Json(CaseStudy result) => JsonDocument.Parse(ResultJson.Render(result)).RootElement.GetProperty("uncertainty");

    private static string Text(CaseStudy result) => Page.Of(result).Section("uncertainty").Value.Replace('\u00a0', ' ');

    [Fact]
    public void Where_nobody_asked_there_is_no_chapter_and_the_JSON_says_null()
    {
        var sample = SampleCase.Build();
        Assert.DoesNotContain(Page.Of(sample).Elements("section"), each => (string?)each.Attribute("id") is "uncertainty" or "drawn");
        Assert.Equal(JsonValueKind.Null, Json(sample).ValueKind);
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void A_pool_of_very_many_VMs_is_said_to_be_placed_less_thoroughly(int vms, bool said)
    {
        var plan = Plan.Of(1, (Estate.Server("h"), [.. Enumerable.Range(1, vms).Select(i => Estate.Vm($"vm{i}"))]));
        Assert.Equal(said, UncertaintyWords.OfVeryMany([plan]).Replace('\u00a0', ' ').Contains("In a pool of more than 1,000 VMs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_chapter_follows_the_others_and_the_first_page_points_to_it()
    {
        var page = Page.Of(SampleUncertainty.Build());
        Assert.Equal("10", page.Section("uncertainty").Descendants("span").First().Value);
        Assert.Contains("how sure it is stands in section 10", page.Section("answer").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lead_answers_in_plain_words_with_the_figures_of_the_trials()
    {
        var result = SampleUncertainty.Build();
        var trials = result.Uncertainty!.Result;
        var saving = trials.Main!.Saving;
        var lead = Page.Of(result).Section("uncertainty").Descendants("p").First().Value.Replace('\u00a0', ' ');
        var kvm = result.Options[SampleUncertainty.Kvm(result)].Option.Name;
        Assert.StartsWith(
            FormattableString.Invariant($"Against {result.Baseline.Option.Name}, {kvm} saves EUR {Whole(saving.P10)} to EUR {Whole(saving.P90)} in money of today (P10 to P90: four of five trials lie between), EUR {Whole(saving.P50)} in the middle one; below 0 it costs more. "),
            lead, StringComparison.Ordinal);
        Assert.Contains($"KVM ({kvm}) saves at least 60 % of all costs of {result.Baseline.Option.Name} in ", lead, StringComparison.Ordinal);
        Assert.EndsWith(" of the trials. ", lead, StringComparison.Ordinal);

        static string Whole(Estimate amount) => CostPlanner.Reporting.Text.Printed.Whole(amount.Value);
    }

    [Fact]
    public void Nothing_uncertain_is_said_and_not_drawn()
    {
        var result = SampleUncertainty.Build();
        var certain = Simulated.Run(new SimulationPlan([], [], 7, SampleUncertainty.Baseline(result)), Simulated.Case(_ => [.. result.Options.Select(_ => (decimal?)1)]));
        var text = Text(result with { Uncertainty = result.Uncertainty! with { Result = certain, Causes = null } });
        Assert.Contains("Nothing in this case is a range", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_without_a_total_is_listed_with_how_often()
    {
        var result = SampleUncertainty.Build();
        var unranked = result.Options.Single(option => !option.IsRanked).Option.Name;
        var row = Page.Rows(Page.Of(result).TablesOf("uncertainty").First(), "").Single(each => Page.Text(each, 0) == unranked);
        Assert.Contains("no total in 400 of 400 trials: it lacks a price", row.Value.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    // Totals, savings and shares each have four figures of their spread, and totals and savings one probability, shares two.
    [Fact]
    public void Every_figure_of_the_trials_stands_with_its_standard_error()
    {
        var result = SampleUncertainty.Build();
        var tables = Page.Of(result).TablesOf("uncertainty").Take(3).ToList();
        var kvm = result.Options[SampleUncertainty.Kvm(result)].Option.Name;
        Assert.Equal([5, 5, 6], tables.Select(table => Page.Rows(table, "").Single(row => Page.Text(row, 0) == kvm).Value.Count(letter => letter == '±')));
        Assert.All(tables, table => Assert.Contains("P10P50P90Mean", table.Value, StringComparison.Ordinal));
        Assert.Contains("Pays back within 5 years", tables[2].Value.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trials_tell_why_they_stopped_and_how_many_placements_they_took()
    {
        var text = Text(SampleUncertainty.Build());
        Assert.Contains("400 trials, each drawing 3 inputs anew", text, StringComparison.Ordinal);
        Assert.Contains("They stopped at the most that were asked for. They took 17 distinct placements", text, StringComparison.Ordinal);
        Assert.Contains("by 10.0 %", text, StringComparison.Ordinal);
    }

    // The baseline costs 1,250,000 and the option on KVM 500,000 and the value, so that it loses above 750,000; 3,000,000 is never cheaper.
    [Fact]
    public void A_break_even_says_where_and_who_wins_on_either_side_and_never_says_the_range()
    {
        var result = SampleUncertainty.Build();
        var text = Text(result);
        var kvm = result.Options[SampleUncertainty.Kvm(result)].Option.Name;
        Assert.Matches($"at 75\\d,\\d\\d\\d|at 7(49|50),\\d\\d\\d", text);
        Assert.Contains($"below it {kvm} is the cheaper, above it {result.Baseline.Option.Name}", text, StringComparison.Ordinal);
        Assert.Contains($"never in range (0 to 1,000,000): {result.Baseline.Option.Name} is the cheaper", text, StringComparison.Ordinal);
        Assert.Contains("not known: one of the two lacks a total at every value looked at", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_of_ranges_tornado_variance_and_map_are_there_and_what_does_nothing_has_no_bar()
    {
        var charts = Page.Of(SampleUncertainty.Build()).Section("uncertainty").Descendants("svg").Select(svg => (string)svg.Attribute("aria-label")!).ToList();
        Assert.Equal(4, charts.Count);
        Assert.Contains("label of move", charts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("label of idle", charts[1], StringComparison.Ordinal);
        Assert.Contains("all other inputs (1) together", charts[2], StringComparison.Ordinal);
        Assert.Contains("of 6 cells", charts[3], StringComparison.Ordinal);
    }

    // All likely, the baseline costs 1,500,000 and moving 500,000 and 500,000: 500,000 are saved, 0.50 on an axis of million EUR.
    [Fact]
    public void Figures_in_charts_are_in_the_unit_of_the_axis_and_stand_on_paper_where_lines_would_run_through_them()
    {
        var charts = Page.Of(SampleUncertainty.Build()).Section("uncertainty").Descendants("svg").ToList();
        Assert.Contains(charts[1].Descendants("text"), text => text.Value == "all likely: 0.50");

        var figures = charts[0].Descendants("text").Where(text => text.Value.Contains("median ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, text => Assert.Equal("paper", (string?)text.ElementsBeforeSelf().Last().Attribute("class")));
    }

    [Theory]
    [InlineData("share per year", 0.2, "20.0 % per year")]
    [InlineData("share", 0.95, "95.0 %")]
    [InlineData("vCPU per core", 4, "4 vCPU per core")]
    [InlineData("", 3, "3")]
    public void A_share_is_told_as_per_cent(string unit, double value, string words) =>
        Assert.Equal(words, UncertaintyWords.ValueWithUnit(unit, (decimal)value).Replace('\u00a0', ' '));

    [Fact]
    public void A_unit_that_the_label_ends_with_is_said_once()
    {
        var result = SampleUncertainty.Build();
        var growth = (NumberKey)CaseKeys.Find(result.Inputs, AssumptionIds.Growth)!;
        Assert.Equal("Growth per year", BreakEvenWords.Axis(growth with { Label = "Growth per year", Unit = "share per year" }));
        Assert.Equal("Growth, per year", BreakEvenWords.Axis(growth with { Label = "Growth", Unit = "share per year" }));
    }

    [Fact]
    public void What_was_drawn_stands_with_range_shape_and_source()
    {
        var rows = Page.Rows(Page.Of(SampleUncertainty.Build()).TablesOf("drawn").Single(), "").ToList();
        Assert.Equal(["label of price.vvf", "1,000,000", "1,500,000", "2,000,000", "USD", "uniform", "made for the test"], Enumerable.Range(0, 7).Select(column => Page.Text(rows[0], column)));
    }

    [Fact]
    public void The_JSON_has_the_figures_of_trials_causes_break_evens_and_map()
    {
        var result = SampleUncertainty.Build();
        var json = Json(result);
        var main = json.GetProperty("differences").EnumerateArray().Single(each => each.GetProperty("option").GetString() == json.GetProperty("main")[0].GetProperty("option").GetString());
        Assert.Equal(decimal.Round(result.Uncertainty!.Result.Main!.Saving.P50.Value, 6), main.GetProperty("saving").GetProperty("p50").GetProperty("value").GetDecimal());
        Assert.Equal((400, "mostTrials", 17), (json.GetProperty("trials").GetInt32(), json.GetProperty("stoppedBy").GetString(), json.GetProperty("placements").GetInt32()));
        Assert.Equal(3, json.GetProperty("inputs").GetArrayLength());
        Assert.All(json.GetProperty("options").EnumerateArray(), each => Assert.Equal(
            each.GetProperty("lacking").GetInt32() == 0 ? null : "lacks a price: XenServer 8 Premium", each.GetProperty("why").GetString()));
        Assert.Equal(6, json.GetProperty("map").GetProperty("cells").GetArrayLength());
        Assert.Equal(result.Options.Length * (result.Options.Length - 1) / 2, json.GetProperty("breakEvens")[0].GetProperty("pairs").GetArrayLength());
        Assert.Contains(json.GetProperty("causes").GetProperty("variance").GetProperty("factors").EnumerateArray(), each => each.GetProperty("keys")[0].GetString() == "move");
    }
}
