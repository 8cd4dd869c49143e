using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The columns without which there is nothing to plan with.</summary>
internal static class RequiredColumns
{
    /// <summary>The refusal of a file whose sheet lacks some of them; null when all are there.</summary>
    public static Reading<Inventory>? Refusal(string path, SheetTable table, IEnumerable<SheetColumn> required, string mend)
    {
        var missing = required.Where(column => !table.Has(column)).Select(column => column.Header).ToArray();
        return missing.Length == 0 ? null : InputFile.Refused<Inventory>(
            path, "column-missing", $"Sheet {table.Name} has no column {string.Join(", no column ", missing)}; {Seen(table)}", mend);
    }

    /// <summary>The headers of a sheet, for a finding: "its headers are ...".</summary>
    public static string Seen(SheetTable table)
    {
        const int most = 12;
        string[] headers = [.. table.Headers.Where(header => header.Length > 0)];
        return headers.Length == 0 ? "the sheet is empty"
            : $"its headers are {string.Join(", ", headers.Take(most).Select(header => NameMask.Shown(header)))}"
                + $"{(headers.Length > most ? FormattableString.Invariant($" and {headers.Length - most} more") : "")}";
    }
}
