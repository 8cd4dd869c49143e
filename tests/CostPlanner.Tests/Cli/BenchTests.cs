using System.Text.Json;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Cli;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>bench compare and bench apply on records made for it, with the committed assumptions and scenario.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string scenario;

    public BenchTests()
    {
        scenario = folder.At("mine.yaml");
        File.Copy(Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml"), scenario);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Apply_shows_assumed_beside_measured_and_the_difference_and_writes_it()
    {
        var before = File.ReadAllText(scenario);
        var run = Apply(SampleRuns.Valid);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"cpu-overcommit +vCPU per core +4 +3 to 6 +4 +3\.2 +3\.077 to 3\.438 +5 +taken", run.Out);
        Assert.Contains("+   cpu-overcommit: 3.2\n", run.Out, StringComparison.Ordinal);
        var text = File.ReadAllText(scenario);
        Assert.StartsWith(before.TrimEnd(), text, StringComparison.Ordinal);
        Assert.EndsWith(
            """

            assumptions:
              # measured by run run-1 on Test CPU (2026-10-01): 0.25, 0.2 to 0.3 share, n = 5; 0 before
              thread-yield: 0.25
              # measured by run run-1 on Test CPU (2026-10-01): 3.2, 3.077 to 3.438 vCPU per core, n = 5; 4 before; divided by 1 + 0.25, the thread yield, which the model adds itself
              cpu-overcommit: 3.2
              # measured by run run-1 on Test CPU (2026-10-01): 40, 36 to 44 MiB per VM, n = 5; 38 before
              qemu-overhead-base: 40
              # measured by run run-1 on Test CPU (2026-10-01): 8, 7 to 9 MiB per vCPU, n = 5; 8 before
              qemu-overhead-per-vcpu: 8
              # measured by run run-1 on Test CPU (2026-10-01): 0.001953, 0.001465 to 0.002441 share, n = 5; 0.001953125 before
              qemu-overhead-share: 0.001953

            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
        Assert.Equal(5, ScenarioFile.Read(scenario).Value!.Assumptions.Length);
        Assert.Equal(["mine.yaml", "run-1.json"], Directory.GetFiles(folder.Root).Select(Path.GetFileName).Order());
    }

    // The second time nothing changes but what was there before.
    [Fact]
    public void Applying_twice_keeps_one_entry_each()
    {
        Apply(SampleRuns.Valid);
        Assert.Equal(ExitCode.Done, Apply(SampleRuns.Valid).ExitCode);
        Assert.Equal(5, ScenarioFile.Read(scenario).Value!.Assumptions.Length);
        Assert.Equal(5, File.ReadAllText(scenario).Split("# measured by run").Length - 1);
    }

    [Fact]
    public void A_dry_run_shows_and_changes_nothing()
    {
        var before = File.ReadAllText(scenario);
        var run = Apply(SampleRuns.Valid, "--dry-run");
        Assert.Contains("+   cpu-overcommit: 3.2\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", run.Out, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, before), (run.ExitCode, File.ReadAllText(scenario)));
    }

    [Theory]
    [InlineData(HostClass.Nested, "standard", true, "it ran on a host of class nested, not hardware")]
    [InlineData(HostClass.Emulated, "standard", true, "it ran on a host of class emulated, not hardware")]
    [InlineData(HostClass.None, "standard", true, "it ran on a host of class none, not hardware")]
    [InlineData(HostClass.Hardware, "self-test", true, "it is a self-test, whose figures mean nothing")]
    [InlineData(HostClass.Hardware, "standard", false, "a check failed: guest-clock: 3 %, at most 1 %")]
    public void A_run_that_does_not_count_is_refused_and_nothing_is_written(HostClass hostClass, string plan, bool passed, string reason)
    {
        var before = File.ReadAllText(scenario);
        var run = Apply(SampleRuns.Of(
            conditions: SampleRuns.Conditions with { HostClass = hostClass, Plan = plan },
            checks: [ValidityCheck.Of(RejectReason.GuestClock, passed ? "0 %" : "3 %", "at most 1 %", passed)]));
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Equal($"error: nothing of run run-1 may be used: {reason}", run.Error.Trim());
        Assert.Contains("refused: the run does not count", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(scenario));
    }

    [Fact]
    public void What_is_wider_than_what_is_assumed_is_refused_and_the_rest_is_taken()
    {
        var run = Apply(SampleRuns.Of(values: SampleRuns.With(Measures.Overcommit, SampleRuns.Value(Measures.Overcommit, 4, 2, 8))));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("refused: its interval is", run.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["thread-yield", "qemu-overhead-base", "qemu-overhead-per-vcpu", "qemu-overhead-share"],
            ScenarioFile.Read(scenario).Value!.Assumptions.Select(each => each.Id));
    }

    [Fact]
    public void Where_nothing_is_left_each_reason_is_told()
    {
        var run = Apply(SampleRuns.Of(values: [SampleRuns.Value(Measures.Overcommit, 4, 2, 8)]));
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("cpu-overcommit: its interval is 6 wide, not narrower than what is assumed, a range of 3", run.Error, StringComparison.Ordinal);
        Assert.Contains("thread-yield: the run has no smt-yield", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_whose_layout_is_not_understood_is_left_alone_and_the_lines_are_told()
    {
        File.AppendAllText(scenario, "\nassumptions: {growth: 0.05}\n");
        var before = File.ReadAllText(scenario);
        var run = Apply(SampleRuns.Valid);
        Assert.Equal((ExitCode.YourInput, before), (run.ExitCode, File.ReadAllText(scenario)));
        Assert.Contains("was not changed: line", run.Error, StringComparison.Ordinal);
        Assert.Contains("  cpu-overcommit: 3.2   # measured by run run-1", run.Error, StringComparison.Ordinal);
        // A second block under a quoted key: the edit would make the key stand twice, which reading it again shows.
        File.WriteAllText(scenario, before.Replace("assumptions: {growth: 0.05}", "\"assumptions\":\n  growth: 0.05", StringComparison.Ordinal));
        Assert.Contains("was not changed: its layout is not understood", Apply(SampleRuns.Valid).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(scenario + ".part"));
    }

    [Fact]
    public void An_options_own_value_is_named_because_the_measured_one_does_not_reach_it()
    {
        File.WriteAllText(scenario, File.ReadAllText(scenario).Replace("    licences: [kvm-plain]\n", "    licences: [kvm-plain]\n    assumptions: {cpu-overcommit: 6}\n", StringComparison.Ordinal));
        var run = Apply(SampleRuns.Valid);
        Assert.Equal("warning: option kvm has a cpu-overcommit of its own, 6; the measured one does not reach it", run.Error.Trim());
        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    [Fact]
    public void Json_of_apply_says_the_same()
    {
        using var json = JsonDocument.Parse(Apply(SampleRuns.Valid, "--json").Out);
        var root = json.RootElement;
        Assert.True(root.GetProperty("written").GetBoolean());
        var overcommit = root.GetProperty("assumptions").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "cpu-overcommit");
        Assert.Equal((3m, 4m, 6m), (overcommit.GetProperty("assumed").GetProperty("low").GetDecimal(), overcommit.GetProperty("now").GetDecimal(), overcommit.GetProperty("assumed").GetProperty("high").GetDecimal()));
        Assert.Equal((3.2m, true), (overcommit.GetProperty("measured").GetDecimal(), overcommit.GetProperty("accepted").GetBoolean()));
        using var refused = JsonDocument.Parse(Apply(SampleRuns.Of(checks: []), "--json").Out);
        Assert.False(refused.RootElement.GetProperty("written").GetBoolean());
        Assert.Equal("nothing was checked", refused.RootElement.GetProperty("whyNotValid")[0].GetString());
    }

    [Fact]
    public void Compare_prints_both_intervals_p_and_verdict_and_the_price_of_a_guest()
    {
        var run = Compare("--price-a", "18000", "--price-b", "24000.50", "--currency", "USD");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"Guest against bare host: computing +ratio +0\.9 +0\.89 to 0\.91 +0\.97 +0\.96 to 0\.98 +0\.0079 +B is higher by 7\.8%", run.Out);
        Assert.Matches(@"Worth of a second thread +share +0\.25 +0\.2 to 0\.3 +0\.25 +0\.2 to 0\.3 +- +no difference shown", run.Out);
        Assert.Contains("A: USD 18,000.00 a server, USD 562.50 a guest at the knee (more than USD 545.45)", run.Out, StringComparison.Ordinal);
        Assert.Contains("B: USD 24,000.50 a server, USD 750.02 a guest at the knee (more than USD 727.29)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_as_json()
    {
        using var json = JsonDocument.Parse(Compare("--json", "--price-a", "18000").Out);
        var root = json.RootElement;
        Assert.Equal(562.50m, root.GetProperty("a").GetProperty("price").GetProperty("perGuest").GetDecimal());
        Assert.True(root.GetProperty("b").IsNull("price"));
        var alu = root.GetProperty("measures")[0];
        Assert.Equal(("cpu-alu", "higher", 0.97), (alu.GetProperty("name").GetString(), alu.GetProperty("verdict").GetString(), alu.GetProperty("b").GetProperty("value").GetDouble()));
    }

    [Fact]
    public void Compare_and_show_write_pages_beside_what_they_print()
    {
        var compared = Compare("--html", folder.At("both.html"));
        Assert.Equal((ExitCode.Done, $"Written to {folder.At("both.html")}"), (compared.ExitCode, compared.Out.TrimEnd().Split('\n')[^1].Trim()));
        Assert.Contains("B is higher by 7.8%", compared.Out, StringComparison.Ordinal);
        Assert.Contains("<h1>A: a, B: b</h1>", File.ReadAllText(folder.At("both.html")), StringComparison.Ordinal);
        var shown = Run.Of("bench", "show", folder.At("a.json"), "--html", folder.At("one.html"));
        Assert.Equal((ExitCode.Done, ""), (shown.ExitCode, shown.Error));
        Assert.Contains("<h1>Run a</h1>", File.ReadAllText(folder.At("one.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_says_whether_a_run_counts_and_prints_values_checks_and_rejections()
    {
        var shown = Run.Of("bench", "show", MeasurementRecord.Write(Candidates.SelfTest, folder.Root, Sentences.Of));
        Assert.Equal((ExitCode.Done, ""), (shown.ExitCode, shown.Error));
        Assert.Contains("SELF-TEST: its figures mean nothing and may not be used.", shown.Out, StringComparison.Ordinal);
        Assert.Matches(@"Disk operations, all guests +1/s +123460 +120000 to 126900 +6", shown.Out);
        Assert.Matches(@"foreign-load +31 % +at most 5 % +FAILED", shown.Out);
        Assert.Contains("rejected: guest-clock, guest 2: 11.34 s", shown.Out, StringComparison.Ordinal);
        Assert.Contains("17 replicates of 17 count", Run.Of("bench", "show", MeasurementRecord.Write(Candidates.A, folder.Root, Sentences.Of)).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.YourInput, Run.Of("bench", "show", folder.At("none.json")).ExitCode);
    }

    [Theory]
    [InlineData("--price-a", "dear", "--price-a must be a number")]
    [InlineData("--price-a", "0", "--price-a must be a number")]
    [InlineData("--price-b", "1,5", "--price-b must be a number")]
    [InlineData("--currency", "euro", "is not a currency code")]
    public void A_price_that_is_none_is_refused(string option, string value, string words)
    {
        var run = Compare(option, value);
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_not_there_or_none_is_the_users_input()
    {
        Assert.Equal(ExitCode.YourInput, Run.Of("bench", "compare", folder.At("a.json"), folder.At("b.json")).ExitCode);
        Assert.Equal(ExitCode.YourInput, Run.Of("bench", "apply", folder.Write("x.json", "{}"), scenario).ExitCode);
        Assert.Equal(ExitCode.YourInput, Run.Of("bench", "apply", MeasurementRecord.Write(SampleRuns.Valid, folder.Root, Sentences.Of), folder.At("no.yaml")).ExitCode);
    }

    private Run Apply(BenchmarkRun run, params string[] more) => Run.Of(["bench", "apply", MeasurementRecord.Write(run, folder.Root, Sentences.Of), scenario, .. more]);

    private Run Compare(params string[] more)
    {
        string Written(string id, params double[] figures) => MeasurementRecord.Write(
            SampleRuns.Of(id, values: [SampleRuns.Value(Measures.CpuAlu, figures[0], figures[0] - 0.01, figures[0] + 0.01), .. SampleRuns.Values], replicates: SampleRuns.Replicates("cpu-alu", figures)),
            folder.Root, Sentences.Of);
        return Run.Of(["bench", "compare", Written("a", 0.90, 0.91, 0.89, 0.90, 0.90), Written("b", 0.97, 0.96, 0.98, 0.97, 0.97), .. more]);
    }
}
