using System.Collections.Immutable;
using System.Security.Cryptography;
using CostPlanner.Model;

namespace CostPlanner.Ingest;

/// <summary>What every file that a case is computed from holds, as hashes: two cases with the same ones were asked about the same.</summary>
public static class InputHashes
{
    private static readonly string[] NotOfACase = ["inventories", "scenarios", "measurements"];
    private static readonly string[] Series = [".csv", ".csv.gz"];

    /// <summary>The hashes of a scenario's files, by name.</summary>
    /// <param name="scenarioFile">The scenario.</param>
    /// <param name="inputs">What was read of it; the records of runs carry their hashes.</param>
    /// <param name="dataFolder">The data folder.</param>
    public static ImmutableArray<InputHash> Of(string scenarioFile, CaseInputs inputs, string dataFolder)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        IEnumerable<InputHash> all =
        [
            new("scenario", Hash(scenarioFile)),
            .. Below("inventory", CaseFiles.Beside(scenarioFile, inputs.Scenario.InventoryFile)),
            .. inputs.Scenario.UsageFile is { } usage ? Below("usage", CaseFiles.Beside(scenarioFile, usage)) : [],
            .. Data(dataFolder),
            .. inputs.Runs.Select(run => new InputHash($"data/{run.File}", run.Sha256)),
        ];
        return [.. all.OrderBy(each => each.Name, StringComparer.Ordinal)];
    }

    /// <summary>A file, or the files of a folder that are read of it.</summary>
    private static IEnumerable<InputHash> Below(string name, string path) => !Directory.Exists(path)
        ? [new InputHash(name, Hash(path))]
        : Directory.EnumerateFiles(path)
            .Where(file => Series.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Select(file => new InputHash($"{name}/{Path.GetFileName(file)}", Hash(file)));

    private static IEnumerable<InputHash> Data(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
        where !NotOfACase.Contains(name.Split('/')[0], StringComparer.Ordinal)
        select new InputHash($"data/{name}", Hash(file));

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
