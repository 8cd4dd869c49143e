using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;
using Writer = CostPlanner.Benchmarking.Files.MeasurementRecord;

namespace CostPlanner.Tests.Ingest.Measurements;

/// <summary>A record of a run that was damaged, edited or is none: refused with its place, never taken for measured.</summary>
public sealed class MeasurementFileTests : IDisposable
{
    private static readonly string Whole = Writer.Text(SampleRuns.Valid, Sentences.Of);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("\"costplanner/measurement/1\"", "\"costplanner/measurement/2\"", "measurement-schema", null)]
    [InlineData("\"costplanner/measurement/1\"", "7", "not-a-measurement", null)]
    [InlineData("\"schema\"", "\"scheme\"", "not-a-measurement", null)]
    [InlineData("\"toolVersion\"", "\"tool\"", "measurement-damaged", "")]
    [InlineData("\"valid\": true,\n  \"tool", "\"valid\": 1,\n  \"tool", "measurement-damaged", "valid")]
    [InlineData("\"hostClass\": \"hardware\"", "\"hostClass\": \"hard\"", "measurement-damaged", "conditions.hostClass")]
    [InlineData("\"seed\": 7", "\"seed\": 7.5", "measurement-damaged", "conditions.seed")]
    [InlineData("\"seed\": 7", "\"seed\": 7, \"sead\": 8", "measurement-damaged", "conditions.sead")]
    [InlineData("\"seed\": 7", "\"seed\": null", "measurement-damaged", "conditions.seed")]
    [InlineData("\"2026-10-01T12:00:00.0000000Z\"", "\"2026-10-01 12:00\"", "measurement-damaged", "started")]
    [InlineData("\"2026-10-01T12:00:00.0000000Z\"", "\"2026-10-01T12:00:00.0000000+02:00\"", "measurement-damaged", "started")]
    [InlineData("\"number\": 2,", "\"number\": \"2\",", "measurement-damaged", "replicates[2].number")]
    [InlineData("\"rejected\": null", "\"rejected\": {\"reason\": \"bored\", \"words\": \"\"}", "measurement-damaged", "replicates[1].rejected.reason")]
    [InlineData("\"p99-ms\": 0.04", "\"p99-ms\": \"NaN\"", "measurement-damaged", "replicates[1].samples[1].readings.p99-ms")]
    [InlineData("\"p99-ms\": 0.04", "\"p99-ms\": 1e999", "measurement-damaged", "replicates[1].samples[1].readings.p99-ms")]
    [InlineData("\"low\": 0.2", "\"low\": 0.26", "measurement-damaged", "values[1]")]
    [InlineData("\"command\": \"cpu 1 30\"", "\"command\": \"\\ud800\"", "json-damaged", null)]
    [InlineData("\"command\": \"cpu 1 30\"", "\"\\ud800\": 1", "json-damaged", null)]
    [InlineData("\"id\": \"run-1\"", "\"id\": \"run-1\", \"id\": \"run-2\"", "json-damaged", null)]
    [InlineData("\"id\": \"run-1\"", "\"id\": \"../run-1\"", "measurement-damaged", "")]
    [InlineData("\"passed\": true", "\"passed\": true,", "json-damaged", null)]
    [InlineData("\"argv\": [\n", "\"argv\": [\n 7,", "measurement-damaged", "conditions.argv[1]")]
    public void A_damaged_record_is_refused_with_its_place(string old, string now, string code, string? place)
    {
        var reading = Read(Changed(old, now));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, each => each.Severity == Severity.Error && each.Code == code && (place is null || each.Place.Column == place));
    }

    [Fact]
    public void An_unknown_schema_is_refused_in_words() => Assert.Equal(
        "run.json: The record is not of the schema costplanner/measurement/1, the only one that this version reads. Nothing was read. Read it with the version that wrote it, or measure again.",
        Read(Changed("measurement/1", "measurement/2")).Findings.Single().Line());

    // Whoever turns a failed check or another class into a valid run by hand must turn every stamp; and then the rest says otherwise.
    [Theory]
    [InlineData("\"hostClass\": \"hardware\"", "\"hostClass\": \"emulated\"")]
    [InlineData("\"plan\": \"standard\"", "\"plan\": \"self-test\"")]
    [InlineData("\"passed\": true", "\"passed\": false")]
    public void A_record_that_calls_itself_valid_and_is_not_is_refused(string old, string now)
    {
        var finding = Read(Changed(old, now)).Findings.Single();
        Assert.Equal("valid", finding.Place.Column);
        Assert.StartsWith("The record says that it is valid, and it is not: ", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_calls_itself_valid_in_a_run_that_is_not_is_refused()
    {
        var text = Writer.Text(SampleRuns.Of(conditions: SampleRuns.Conditions with { HostClass = HostClass.Emulated }), Sentences.Of);
        var at = text.LastIndexOf("\"valid\": false", StringComparison.Ordinal);
        var finding = Read(text[..at] + "\"valid\": true" + text[(at + "\"valid\": false".Length)..]).Findings.Single();
        Assert.Equal("values[7].valid", finding.Place.Column);
    }

    [Fact]
    public void What_is_no_record_is_refused()
    {
        Assert.Equal("json-damaged", Read(Whole[..^20]).Findings.Single().Code);
        Assert.Equal("not-a-measurement", Read("[]").Findings.Single().Code);
        Assert.Equal("file-empty", Read("").Findings.Single().Code);
        Assert.Equal("json-damaged", Read(new string('[', 10_000)).Findings.Single().Code);
        Assert.Equal("file-missing", MeasurementFile.Find("no-such-run", folder.Root).Findings.Single().Code);
        Assert.Equal("file-is-directory", MeasurementFile.Find(folder.Root, folder.Root).Findings.Single().Code);
    }

    [Fact]
    public void Every_mistake_is_found_at_once()
    {
        var text = Whole.Replace("\"seed\": 7", "\"seed\": \"x\"", StringComparison.Ordinal).Replace("\"number\": 3,", "\"number\": [],", StringComparison.Ordinal);
        Assert.Equal(["conditions.seed", "replicates[3].number"], Read(text).Findings.Select(each => each.Place.Column!).Where(each => each.Length > 0));
    }

    private Reading<BenchmarkRun> Read(string text) => MeasurementFile.Read(folder.Write("run.json", text));

    /// <summary>The record with the first occurrence of a text changed.</summary>
    private static string Changed(string old, string now)
    {
        var at = Whole.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the record does not hold {old}");
        return Whole[..at] + now + Whole[(at + old.Length)..];
    }
}
