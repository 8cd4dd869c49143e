using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.LiveOptics;

/// <summary>Details: names and values below each other, the first of them "Project ID". Only the day is read; names of projects and people are not.</summary>
internal static class DetailsSheet
{
    private static readonly SheetColumn Key = new("Project ID");

    private static readonly SheetColumn Value = SheetColumn.RightOf(Key); // its header is the project's own id

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("Details", Key, Value);

    /// <summary>The day of the project, or null where the sheet does not surely say it.</summary>
    public static DateOnly? Read(SheetTable? table, ReadingLog log)
    {
        if (table is null)
        {
            return null;
        }

        log.CountRows(table, table.Rows.Count);
        if (table.Rows.FirstOrDefault(row => string.Equals(row.Text(Key), "Date", StringComparison.OrdinalIgnoreCase)) is not { } date)
        {
            return null;
        }

        return ExportFacts.Day(date, Value, Message.Of("day-of.project"), log);
    }
}
