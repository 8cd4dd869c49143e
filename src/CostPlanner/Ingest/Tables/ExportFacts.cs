using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>What a workbook says of itself: the one row that tells who wrote it, and when.</summary>
internal static class ExportFacts
{
    /// <summary>The first row; a merged file may have more, and they are set aside. Null where the sheet has none.</summary>
    /// <param name="table">The sheet.</param>
    /// <param name="version">The column at which that is told.</param>
    /// <param name="log">Takes the findings and the counts.</param>
    public static SheetRow? Row(SheetTable table, SheetColumn version, ReadingLog log)
    {
        foreach (var other in table.Rows.Skip(1))
        {
            log.SetAside(
                other,
                version,
                "metadata-second",
                Message.Of("metadata-second"),
                Message.Of("metadata-second.mend"));
        }

        log.CountRows(table, Math.Min(table.Rows.Count, 1));
        return table.Rows.Count > 0 ? table.Rows[0] : null;
    }

    /// <summary>The day of that row; null, with a finding, where it can be read in more than one way or not at all.</summary>
    /// <param name="row">The row; null where there is none.</param>
    /// <param name="column">The column of the day.</param>
    /// <param name="called">What happened on it: an export, a collection.</param>
    /// <param name="log">Takes the finding.</param>
    public static DateOnly? Day(SheetRow? row, SheetColumn column, Message called, ReadingLog log)
    {
        var day = Dates.Day(row?.Raw(column));
        if (day is null && row?.Text(column) is not null)
        {
            log.Add(
                Severity.Note,
                "export-date-unclear",
                Message.Of("export-date-unclear", ("called", called), ("value", NameMask.Shown(row.Raw(column)))),
                row.PlaceOf(column), Message.Of("export-date-unclear.done"));
        }

        return day;
    }
}
