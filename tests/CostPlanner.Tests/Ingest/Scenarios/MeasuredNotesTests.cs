using CostPlanner.Benchmarking.Files;
using CostPlanner.Ingest;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

/// <summary>The comments of `bench apply`, read again, and the records in the data folder that they name.</summary>
public sealed class MeasuredNotesTests : IDisposable
{
    private const string Start =
        """
        title: T
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 1
        inventory: vms.csv
        failover: 0
        baseline: a
        options:
          - {id: a, name: A, platform: kvm}
        assumptions:

        """;

    private const string Note = "  # measured by run run-1 on Test CPU (2026-10-01): 3.2, 3.1 to 3.3 vCPU per core, n = 5; 4 before\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_comment_above_a_value_says_what_measured_it()
    {
        var reading = Read("  growth: 0.05\n" + Note + "  cpu-overcommit: 3.2   # ours\n");

        Assert.Empty(reading.Findings);
        Assert.Equal([null, "run-1"], reading.Value!.Assumptions.Select(each => each.Measured?.Run));
        Assert.Equal((3.1m, 3.3m, "Test CPU"), (reading.Value.Assumptions[1].Measured!.Low, reading.Value.Assumptions[1].Measured!.High, reading.Value.Assumptions[1].Measured!.Host));
    }

    [Fact]
    public void It_is_read_from_a_file_with_windows_line_ends_too() =>
        Assert.NotNull(ScenarioFile.Read(folder.Write("crlf.yaml", (Start + Note + "  cpu-overcommit: 3.2\n").ReplaceLineEndings("\r\n"))).Value!.Assumptions.Single().Measured);

    [Theory]
    [InlineData(Note + "  cpu-overcommit: 3.3\n", "measured-value-changed")]
    [InlineData("  # measured by run run-1, I think\n  cpu-overcommit: 3.2\n", "measured-note-unreadable")]
    public void A_comment_that_does_not_fit_is_told_and_the_value_counts_as_the_users(string lines, string code)
    {
        var reading = Read(lines);
        var finding = Assert.Single(reading.Findings);

        Assert.Equal((code, Severity.Warning, 12), (finding.Code, finding.Severity, finding.Place.Row));
        Assert.Null(reading.Value!.Assumptions.Single().Measured);
    }

    [Fact]
    public void A_comment_elsewhere_says_nothing() => Assert.Null(Read(Note + "  # agreed\n  cpu-overcommit: 3.2\n").Value!.Assumptions.Single().Measured);

    // The SHA-256 of the file's bytes, by the platform's own function.
    [Fact]
    public void A_record_of_the_data_folder_is_read_with_its_hash()
    {
        var data = Data();
        var record = MeasurementRecord.Write(SampleRuns.Valid, Path.Combine(data, "measurements"), Sentences.Of);
        var kept = Assert.Single(Case(data).Value!.Runs);

        Assert.Equal(("measurements/run-1.json", "run-1"), (kept.File, kept.Run.Id));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(record))), kept.Sha256);
    }

    [Fact]
    public void Without_a_record_the_case_goes_on() => Assert.Empty(Case(Data()).Value!.Runs);

    [Fact]
    public void A_record_that_does_not_count_stops_the_case()
    {
        var data = Data();
        MeasurementRecord.Write(SampleRuns.Of(conditions: SampleRuns.Conditions with { HostClass = HostClass.Emulated }), Path.Combine(data, "measurements"), Sentences.Of);
        var reading = Case(data);

        Assert.Null(reading.Value);
        var finding = Assert.Single(reading.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal("measurement-not-valid", finding.Code);
        Assert.Equal("cpu-overcommit: measured by run run-1, says the scenario, but the run does not count: it ran on a host of class emulated, not hardware.", finding.Message.Words());
    }

    [Fact]
    public void A_record_of_another_run_under_that_name_stops_the_case()
    {
        var data = Data();
        File.Move(MeasurementRecord.Write(SampleRuns.Of("run-2"), Path.Combine(data, "measurements"), Sentences.Of), Path.Combine(data, "measurements", "run-1.json"));

        Assert.Contains(Case(data).Findings, finding => finding.Code == "measurement-not-valid" && finding.Message.EndsWith("the record of that name is of run run-2.", StringComparison.Ordinal));
    }

    private Reading<Scenario> Read(string lines) => ScenarioFile.Read(folder.Write("scenario.yaml", Start + lines));

    private Reading<CaseInputs> Case(string data)
    {
        folder.Write("vms.csv", "name,vcpus,memory_mib\na,2,4096\n");
        return CaseFiles.Read(folder.Write("case.yaml", Start + Note + "  cpu-overcommit: 3.2\n"), data);
    }

    /// <summary>The committed prices, hosts and assumptions in a folder of its own.</summary>
    private string Data()
    {
        foreach (var part in new[] { "prices", "hosts", "assumptions" })
        {
            Directory.CreateDirectory(folder.At("data", part));
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Data, part)))
            {
                File.Copy(file, folder.At("data", part, Path.GetFileName(file)));
            }
        }

        return folder.At("data");
    }
}
