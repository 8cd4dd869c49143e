using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>vMetaData: which RVTools wrote the file, and when.</summary>
/// <param name="WrittenBy">"RVTools 4.7.1.4", or null.</param>
/// <param name="ExportedOn">The day of the export, or null.</param>
internal sealed record MetaDataSheet(string? WrittenBy, DateOnly? ExportedOn)
{
    private static readonly SheetColumn Major = new("RVTools major version");
    private static readonly SheetColumn Version = new("RVTools version");
    private static readonly SheetColumn Created = new("xlsx creation datetime", "creation datetime", "xls creation datetime");

    /// <summary>The columns read; the server's address is not.</summary>
    public static readonly SheetLayout Layout = new("vMetaData", Major, Version, Created);

    /// <summary>Reads the first row; a merged file may have more.</summary>
    public static MetaDataSheet Read(SheetTable? table, ReadingLog log)
    {
        if (table is null)
        {
            return new MetaDataSheet(null, null);
        }

        return ExportFacts.Row(table, Version, log) is { } row ? Of(row, log) : new MetaDataSheet(null, null);
    }

    /// <summary>The version is text that may look like a number: 3.10 is not 3.1.</summary>
    private static MetaDataSheet Of(SheetRow row, ReadingLog log)
    {
        var version = row.Text(Version) ?? row.Text(Major);
        return new MetaDataSheet(version is null ? "RVTools" : $"RVTools {version}", ExportFacts.Day(row, Created, Message.Of("day-of.export"), log));
    }
}
