using System.Collections.Immutable;
using System.Security.Cryptography;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Measurements;

/// <summary>The records, in the data folder, of the runs that a scenario names as the source of its values.</summary>
/// <param name="Found">Those that are there, by id. One that is not there is no error: the scenario was applied elsewhere, and the report says so.</param>
/// <param name="Findings">What is wrong with them; a run that does not count is an error, because what it measured must not reach a case.</param>
internal sealed record StoredRuns(ImmutableArray<StoredRun> Found, ImmutableArray<Finding> Findings)
{
    public static StoredRuns Of(Scenario scenario, string scenarioFile, string dataFolder)
    {
        var found = ImmutableArray.CreateBuilder<StoredRun>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var named = scenario.Assumptions.Where(each => each.Measured is not null).ToLookup(each => each.Measured!.Run, StringComparer.Ordinal);
        foreach (var values in named.OrderBy(group => group.Key, StringComparer.Ordinal).Where(
            group => File.Exists(MeasurementFile.Kept(group.Key, dataFolder))))
        {
            var reading = MeasurementFile.Read(MeasurementFile.Kept(values.Key, dataFolder));
            findings.AddRange(reading.Findings);
            if (reading.Value is not { } run)
            {
                continue;
            }

            if (Problem(run, values.Key) is { } problem)
            {
                findings.Add(new Finding(
                    Severity.Error,
                    "measurement-not-valid",
                    Message.Of(
                        "measurement-not-valid",
                        ("assumptions", Message.List(values.Select(each => each.Id))), ("run", values.Key), ("problem", problem)),
                    new SourcePlace(scenarioFile),
                    null,
                    Message.Of("measurement-not-valid.mend")));
            }

            found.Add(new StoredRun(MeasurementFile.NameOf(values.Key), Hash(MeasurementFile.Kept(values.Key, dataFolder)), run));
        }

        return new StoredRuns(found.ToImmutable(), findings.ToImmutable());
    }

    private static Message? Problem(BenchmarkRun run, string id) => 0 switch
    {
        _ when run.Id != id => Message.Of("measurement-not-valid.other-run", ("run", run.Id)),
        _ when !run.IsValid => Message.Of("measurement-not-valid.why", ("why", run.WhyNotValid[0])),
        _ => null,
    };

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
