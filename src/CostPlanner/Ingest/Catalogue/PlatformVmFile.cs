using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>The VMs that are part of a platform: hosts/platform-vms.csv, one row for each way in which one is known.</summary>
public static class PlatformVmFile
{
    /// <summary>The file below the data folder.</summary>
    internal const string Name = "hosts/platform-vms.csv";

    /// <summary>How many patterns are kept: some times those of the table.</summary>
    private const int MostKnown = 500;

    private const char Separator = ';';
    private const string Today = "today";

    private static readonly ImmutableArray<string> Columns =
    [
        "role", "platforms", "products", "name", "guest_os", "annotation", "takes_capacity", "guest_paid", "elsewhere", "source", "source_date", "grade",
    ];

    private static readonly ImmutableSortedDictionary<string, PlatformFamily> Families = new Dictionary<string, PlatformFamily>
    {
        ["vsphere"] = PlatformFamily.VSphere,
        ["kvm"] = PlatformFamily.Kvm,
        ["xen"] = PlatformFamily.Xen,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, bool> Answers =
        new Dictionary<string, bool> { ["yes"] = true, ["no"] = false }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Patterns that were read before. One takes milliseconds to understand, the table has dozens, and a process may read it for each question.
    /// </summary>
    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    /// <summary>Reads the table; an error for each row that cannot be used.</summary>
    public static Reading<PlatformVmTable> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!File.Exists(Path.Combine(dataFolder, Name)))
        {
            var missing = new Finding(
                Severity.Warning, "platform-vms-missing", Message.Of("platform-vms-missing"), new SourcePlace(Name),
                Message.Of("platform-vms-missing.done"), Message.Of("platform-vms-missing.mend"));
            return new Reading<PlatformVmTable>(PlatformVmTable.Empty, [missing]);
        }

        ImmutableArray<PlatformMark> marks = [.. DataFile.Rows(dataFolder, Name, Columns, findings).Select(Mark).OfType<PlatformMark>()];
        return Reading<PlatformVmTable>.From(findings, () => new PlatformVmTable(marks));
    }

    private static PlatformMark? Mark(DataRow row)
    {
        var (name, guest, annotation) = (Pattern(row, "name"), Pattern(row, "guest_os"), Pattern(row, "annotation"));
        var role = new PlatformRole(
            row.Text("role"),
            Platforms(row),
            List(row, "products"),
            row.OneOf("takes_capacity", Answers),
            row.OneOf("guest_paid", Answers),
            row.Text("elsewhere"),
            row.Provenance())
        {
            IsOfToday = List(row, "platforms").Contains(Today),
        };
        if (row.IsSound && name is null && annotation is null)
        {
            row.Refuse("name", "csv-blank", Message.Of("csv-blank.pattern"), Message.Of("csv-blank.pattern.mend"));
        }

        return row.IsSound ? new PlatformMark(role, name, guest, annotation) : null;
    }

    private static Regex Understood(string pattern) => new(pattern, PlatformMark.Options);

    private static ImmutableArray<PlatformFamily> Platforms(DataRow row)
    {
        var words = List(row, "platforms").Remove(Today);
        foreach (var word in words.Where(word => !Families.ContainsKey(word)))
        {
            row.Refuse(
                "platforms",
                "csv-word",
                Message.Of("csv-word.platform", ("word", word)),
                Message.Of("csv-word.platform.mend", ("platforms", Message.List(Families.Keys)), ("today", Today), ("separator", $"{Separator}")));
        }

        return [.. words.Where(Families.ContainsKey).Select(word => Families[word])];
    }

    private static ImmutableArray<string> List(DataRow row, string column) =>
        [.. (row.OptionalText(column) ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static Regex? Pattern(DataRow row, string column)
    {
        if (row.OptionalText(column) is not { } text)
        {
            return null;
        }

        try
        {
            return Known.Count < MostKnown ? Known.GetOrAdd(text, Understood) : Understood(text);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            row.Refuse(
                column,
                "csv-pattern",
                Message.Of("csv-pattern", ("why", failure.Message)),
                Message.Of("csv-pattern.mend"));
            return null;
        }
    }
}
