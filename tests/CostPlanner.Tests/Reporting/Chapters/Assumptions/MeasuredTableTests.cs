using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using CostPlanner.Benchmarking.Proposals;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Chapters.Assumptions;

/// <summary>The chapter that sets what is assumed beside what was measured.</summary>
public sealed class MeasuredTableTests
{
    private const int ValueUsed = 1;
    private const int Range = 2;
    private const int Measured = 4;

    private static readonly string Hash = new('b', 64);

    [Fact]
    public void Each_assumption_that_a_run_can_set_stands_in_the_first_table_and_says_what_would_measure_it()
    {
        var rows = Rows(SampleCase.Build()).ToList();

        Assert.Equal(MeasuredAssumption.Table.Select(row => $"assumption-{row.AssumptionId}"), rows.Select(row => (string?)row.Attribute("id")));
        Assert.All(rows, row => Assert.Equal("only assumed", Page.Text(row, Measured)));
        Assert.All(rows.Zip(MeasuredAssumption.Table), each => Assert.EndsWith(
            $"bench run --host user@server --plan standard measures it as {each.Second.Measure.Name}", each.First.Elements().ElementAt(Measured).Value, StringComparison.Ordinal));
        Assert.Contains("A run on a candidate server can set 5 of them; none was measured.", Page.Of(SampleCase.Build()).Section("assumptions").Value, StringComparison.Ordinal);
    }

    // Assumed 2 to 6, used 3.2: 4 vCPUs per core at the knee over 1 + 0.25.
    [Fact]
    public void A_measured_value_has_its_interval_run_day_host_and_record()
    {
        var page = Page.Of(Applied(SampleRuns.Valid, true));
        var row = Row(page, AssumptionIds.CpuOvercommit);

        Assert.Equal(("3.2", "2 to 6"), (Page.Text(row, ValueUsed), Page.Text(row, Range)));
        Assert.Equal("3.2, 3.077 to 3.438", Page.Text(row, Measured));
        Assert.EndsWith("n = 5, run run-1, 2026-10-01, Test CPU", row.Elements().ElementAt(Measured).Value, StringComparison.Ordinal);
        Assert.Contains("measured; was 4", row.Elements().First().Value, StringComparison.Ordinal);
        var run = Assert.Single(Page.Rows(page.TablesOf("assumptions").ElementAt(1), ""));
        Assert.Equal("run-run-1", (string?)run.Attribute("id"));
        Assert.Equal(("measurements/run-1.json", "measurements/run-1.json" + Hash), (Page.Text(run, 4), run.Elements().ElementAt(4).Value));
        Assert.Contains("A run on a candidate server can set 5 of them; 5 were measured.", page.Section("assumptions").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_record_is_not_there_the_scenario_is_believed_and_the_report_says_so()
    {
        var page = Page.Of(Applied(SampleRuns.Valid, false));

        Assert.Equal("3.2, 3.077 to 3.438", Page.Text(Row(page, AssumptionIds.CpuOvercommit), Measured));
        Assert.StartsWith("none of that id", Page.Text(Page.Rows(page.TablesOf("assumptions").ElementAt(1), "").Single(), 4), StringComparison.Ordinal);
    }

    // The record has another knee than the scenario says: 5 over 1.25 is 4.
    [Fact]
    public void A_record_that_does_not_bear_out_the_scenario_is_told()
    {
        var other = SampleRuns.Of(values: SampleRuns.With(Measures.Overcommit, SampleRuns.Value(Measures.Overcommit, 5, 5, 5.125)));
        var row = Row(Page.Of(Applied(SampleRuns.Valid, true, other)), AssumptionIds.CpuOvercommit);

        Assert.Contains("its record gives 4, 3.846 to 4.271", row.Elements().ElementAt(Measured).Value, StringComparison.Ordinal);
    }

    // The knee of 4 over 1.25 is 3.2; with a yield of 0.3 set by hand, 3.2 × 1.3 = 4.16 would promise more than was measured.
    [Fact]
    public void Another_thread_yield_than_the_runs_is_told_beside_the_overcommit()
    {
        var sample = Applied(SampleRuns.Valid, true);
        var own = sample.Inputs.Scenario.Assumptions.Select(each => each.Id == AssumptionIds.ThreadYield ? Own(each.Id, 0.3m, null) : each);
        var row = Row(Page.Of(With(sample, sample.Inputs.Scenario with { Assumptions = [.. own] }, sample.Inputs.Runs)), AssumptionIds.CpuOvercommit);

        Assert.Contains("thread yield, 0.25, and 0.3 is used: apply the run again", row.Elements().ElementAt(Measured).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_sets_by_hand_is_not_called_measured()
    {
        var sample = SampleCase.Build();
        var scenario = sample.Inputs.Scenario with { Assumptions = [Own(AssumptionIds.CpuOvercommit, 5, null)] };
        var row = Row(Page.Of(With(sample, scenario, [])), AssumptionIds.CpuOvercommit);

        Assert.Equal(("5", "set by the scenario, not measured"), (Page.Text(row, ValueUsed), Page.Text(row, Measured)));
        Assert.Contains("changed by the scenario; was 4", row.Elements().First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_has_the_same()
    {
        using var json = JsonDocument.Parse(ResultJson.Render(Applied(SampleRuns.Valid, true)));
        var all = json.RootElement.GetProperty("assumptions").EnumerateArray().ToDictionary(each => each.GetProperty("id").GetString()!);
        var overcommit = all[AssumptionIds.CpuOvercommit];
        var measured = overcommit.GetProperty("measured");

        Assert.Equal("overcommit-ratio", overcommit.GetProperty("measure").GetString());
        Assert.Equal((3.2m, 3.077m, 3.438m, 5), (Figure("value"), Figure("low"), Figure("high"), measured.GetProperty("n").GetInt32()));
        Assert.Equal(("run-1", "Test CPU", "2026-10-01", "measurements/run-1.json", Hash), (Text("run"), Text("host"), Text("day"), Text("record"), Text("sha256")));
        Assert.True(measured.IsNull("doubt"));
        Assert.Equal((true, true), (all[AssumptionIds.Growth].IsNull("measure"), all[AssumptionIds.Growth].IsNull("measured")));

        decimal Figure(string name) => measured.GetProperty(name).GetDecimal();
        string? Text(string name) => measured.GetProperty(name).GetString();
    }

    /// <summary>The sample after `bench apply` of a run; with its record in the data folder, or another one of the same id.</summary>
    private static CaseStudy Applied(BenchmarkRun run, bool isKept, BenchmarkRun? kept = null)
    {
        var sample = SampleCase.Build();
        var assumptions = SampleAssumptions.Build();
        var own = RunProposals.Of(run, assumptions, [])
            .Select(proposal => Own(proposal.Assumed.Id, proposal.Measured!.Value, MeasuredNote.Of(MeasuredWords.Line(run, proposal).Comment)));
        return With(sample, sample.Inputs.Scenario with { Assumptions = [.. own] }, isKept ? [new StoredRun("measurements/run-1.json", Hash, kept ?? run)] : []);
    }

    private static AssumptionOverride Own(string id, decimal value, MeasuredNote? note) =>
        new(id, value, new Provenance("set in the scenario", "", Grade.A, "leave-vsphere.yaml, row 14")) { Measured = note };

    private static CaseStudy With(CaseStudy sample, Scenario scenario, ImmutableArray<StoredRun> runs) => sample with
    {
        Inputs = sample.Inputs with { Scenario = scenario, Runs = runs },
        Assumptions = sample.Inputs.Assumptions.With(scenario.Assumptions),
    };

    private static IEnumerable<XElement> Rows(CaseStudy result) => Page.Rows(Page.Of(result).TablesOf("assumptions").First(), "");

    private static XElement Row(Page page, string id) =>
        Page.Rows(page.TablesOf("assumptions").First(), "").Single(row => (string?)row.Attribute("id") == $"assumption-{id}");
}
