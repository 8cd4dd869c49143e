using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Measurements;

/// <summary>
/// Reads the record of a benchmark run (schema costplanner/measurement/1, described where it is written: Benchmarking/Files/MeasurementRecord); strict.
/// </summary>
public static class MeasurementFile
{
    private const string Folder = "measurements";

    /// <summary>The record that the user names: a file, or the id of one in the data folder's measurements/.</summary>
    public static Reading<BenchmarkRun> Find(string named, string dataFolder) =>
        !File.Exists(named) && BenchmarkRun.IsId(named) && File.Exists(Kept(named, dataFolder)) ? Read(Kept(named, dataFolder)) : Read(named);

    /// <summary>Where the data folder has the record of a run, or would have it.</summary>
    internal static string Kept(string id, string dataFolder) => Path.Combine(dataFolder, NameOf(id));

    /// <summary>The record's name in the data folder.</summary>
    internal static string NameOf(string id) => $"{Folder}/{id}.json";

    /// <summary>The run of a file, or null with every error found.</summary>
    public static Reading<BenchmarkRun> Read(string path)
    {
        if (InputFile.Problem(path, InputLimits.JsonBytes) is { } problem)
        {
            return new Reading<BenchmarkRun>(null, [problem]);
        }

        var (bytes, unreadable) = InputFile.Tried(path, () => File.ReadAllBytes(path));
        return bytes is null ? new Reading<BenchmarkRun>(null, [unreadable!]) : Of(path, bytes);
    }

    /// <summary>The run of a record that came another way than by a file: from another host.</summary>
    /// <param name="name">What it is called in findings.</param>
    /// <param name="text">The record's text, UTF-8.</param>
    public static Reading<BenchmarkRun> Of(string name, byte[] text)
    {
        var (parsed, problem) = InputFile.Tried(name, () => JsonFile.Parsed(text));
        using var document = parsed;
        return document is null ? new Reading<BenchmarkRun>(null, [problem!]) : Read(name, document.RootElement);
    }

    private static Reading<BenchmarkRun> Read(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.String)
        {
            return InputFile.Refused<BenchmarkRun>(
                path, "not-a-measurement", Message.Of("not-a-measurement"), Message.Of("not-a-measurement.mend"));
        }

        if (!schema.ValueEquals(BenchmarkRun.Schema))
        {
            return InputFile.Refused<BenchmarkRun>(
                path,
                "measurement-schema",
                Message.Of("measurement-schema", ("schema", BenchmarkRun.Schema)),
                Message.Of("measurement-schema.mend"));
        }

        var findings = ImmutableArray.CreateBuilder<Finding>();
        var run = RunReader.Of(new JsonMap(root, Path.GetFileName(path), "", findings));
        return Reading<BenchmarkRun>.From(findings, () => run!);
    }
}
