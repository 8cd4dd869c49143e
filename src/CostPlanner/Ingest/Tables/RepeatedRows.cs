using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Recognises a sheet without ids that holds every row several times, as happens when an export is pasted twice. Single rows that are equal are kept:
/// without ids they may be two VMs, and one VM too few is worse than one too many.
/// </summary>
internal static class RepeatedRows
{
    /// <summary>Takes the repetitions out of the table, with one finding.</summary>
    public static void SetAside(SheetTable table, VmFields fields, ReadingLog log)
    {
        if (table.Rows.Count < 2 || table.HasValues(fields.Id) || table.HasValues(fields.Uuid))
        {
            return;
        }

        var groups = table.Rows.GroupBy(row => string.Join('\u001F', table.Columns.Select(row.Text)), StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToList();
        if (groups.Count < 2 || groups[0].Length < 2 || groups.Any(group => group.Length != groups[0].Length))
        {
            return;
        }

        SheetRow[] repeated = [.. groups.SelectMany(group => group.Skip(1)).OrderBy(row => row.Number)];
        log.About(
            repeated, fields.Name, Severity.Warning, "rows-repeated",
            Message.Of(
                "rows-repeated",
                ("sheet", table.Name), ("different", groups.Count), ("times", groups[0].Length), ("rows", ReadingWords.Rows(repeated))),
            Message.Of("rows-repeated.done"), Message.Of("rows-repeated.mend"));
        table.Remove(repeated);
    }
}
