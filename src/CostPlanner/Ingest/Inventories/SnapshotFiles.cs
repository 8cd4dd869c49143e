using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories;

/// <summary>Reads the same estate as it was on several days.</summary>
public static partial class SnapshotFiles
{
    /// <summary>
    /// The inventories with their days, and the estate of the case among them where its day is known: the day that the file says it was exported on,
    /// else a date in its name ("RVTools_export_all_2026-03-01.xlsx").
    /// </summary>
    /// <param name="paths">Files, or folders whose workbooks are all read.</param>
    /// <param name="today">The estate of the case.</param>
    public static Reading<SnapshotSeries> Read(IEnumerable<string> paths, Inventory today)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var files = paths.SelectMany(FilesOf).Distinct(StringComparer.Ordinal).ToList();
        var found = files.Select(file => One(file, findings)).OfType<EstateSnapshot>().ToList();
        if (files.Count > 0 && DayOf(today, today.Files[0]) is { } day && found.All(each => each.Day != day))
        {
            found.Add(new EstateSnapshot(day, today.Files[0], today));
        }

        foreach (var twice in found.GroupBy(each => each.Day).SelectMany(each => each.Skip(1).Select(other => (Kept: each.First(), Other: other))))
        {
            findings.Add(new Finding(
                Severity.Warning,
                "snapshot-same-day",
                Message.Of("snapshot-same-day", ("day", twice.Other.Day), ("kept", twice.Kept.File)),
                new SourcePlace(twice.Other.File), Message.Of("snapshot-same-day.done", ("kept", twice.Kept.File)), Message.Of("snapshot-same-day.mend")));
        }

        return Reading<SnapshotSeries>.From(findings, () => new SnapshotSeries([.. found.DistinctBy(each => each.Day)]));
    }

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path) && InFolder(path) is { Count: > 0 } files ? files : [path];

    private static List<string> InFolder(string path) =>
    [
        .. Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file).ToUpperInvariant() is ".XLSX" or ".XLS").Order(StringComparer.Ordinal),
    ];

    private static EstateSnapshot? One(string path, ImmutableArray<Finding>.Builder findings)
    {
        var reading = InventoryFile.Read(path);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        findings.AddRange(reading.Findings.Where(finding => finding.Severity == Severity.Error));
        if (reading.Value is not { } inventory)
        {
            return null;
        }

        if (inventory.Findings.Count(finding => finding.Severity == Severity.Warning) is > 0 and var remarks)
        {
            findings.Add(new Finding(
                Severity.Note, "snapshot-remarks", Message.Of("snapshot-remarks", ("warnings", remarks)), new SourcePlace(name),
                null, Message.Of("snapshot-remarks.mend")));
        }

        if (DayOf(inventory, name) is not { } day)
        {
            findings.Add(new Finding(
                Severity.Error, "snapshot-undated", Message.Of("snapshot-undated"), new SourcePlace(name), null, Message.Of("snapshot-undated.mend")));
            return null;
        }

        return new EstateSnapshot(day, name, inventory);
    }

    private static DateOnly? DayOf(Inventory inventory, string file) => inventory.ExportedOn ?? DayIn(file);

    /// <summary>The last date in a name: year, month, day, with or without hyphens, underscores or points between them.</summary>
    private static DateOnly? DayIn(string name) => DateInName().Matches(name)
        .Select(match => DateOnly.TryParseExact(
            $"{match.Groups[1].Value}{match.Groups[2].Value}{match.Groups[3].Value}",
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day)
                ? day
                : (DateOnly?)null)
        .LastOrDefault(day => day is not null);

    [GeneratedRegex(@"(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")]
    private static partial Regex DateInName();
}
