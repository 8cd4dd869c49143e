using CostPlanner.Model;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>The columns without which there is nothing to plan with.</summary>
internal static class RequiredColumns
{
    /// <summary>The refusal of a file whose sheet lacks some of them; null when all are there.</summary>
    public static Reading<Inventory>? Refusal(string path, SheetTable table, IEnumerable<Column> required, string mend)
    {
        var missing = required.Where(column => !table.Has(column)).Select(column => column.Header).ToArray();
        var first = table.Headers.Count == 0 ? "the sheet is empty" : $"the first header is {NameMask.Shown(table.Headers[0])}";
        return missing.Length == 0 ? null : InputFile.Refused<Inventory>(
            path, "column-missing", $"Sheet {table.Name} has no column {string.Join(", no column ", missing)}; {first}", mend);
    }
}
