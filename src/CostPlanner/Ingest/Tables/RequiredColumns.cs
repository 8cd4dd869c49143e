using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The columns without which there is nothing to plan with.</summary>
internal static class RequiredColumns
{
    /// <summary>The refusal of a file whose sheet lacks some of them; null when all are there.</summary>
    public static Reading<Inventory>? Refusal(string path, SheetTable table, IEnumerable<SheetColumn> required, Message mend)
    {
        var missing = required.Where(column => !table.Has(column)).Select(column => column.Header).ToArray();
        return missing.Length == 0 ? null : InputFile.Refused<Inventory>(
            path, "column-missing",
            Message.Of("column-missing", ("sheet", table.Name), ("columns", Message.List(missing.Select(NoColumn))), ("seen", Seen(table))), mend);
    }

    /// <summary>The headers of a sheet, for a finding: "its headers are ...".</summary>
    public static Message Seen(SheetTable table)
    {
        const int most = 12;
        string[] headers = [.. table.Headers.Where(header => header.Length > 0)];
        var first = Message.List(headers.Take(most).Select(header => NameMask.Shown(header)));
        return headers.Length == 0 ? Message.Of("headers-seen.none")
            : headers.Length > most ? Message.Of("headers-seen.first", ("headers", first), ("more", headers.Length - most))
            : Message.Of("headers-seen.all", ("headers", first));
    }

    private static Message NoColumn(string column) => Message.Of("no-column", ("column", column));
}
