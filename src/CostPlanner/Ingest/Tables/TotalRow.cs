using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Recognises a row of totals that someone wrote below a sheet: it is named so, and a figure in it is the sum or the count of the rows above it.
/// </summary>
internal static class TotalRow
{
    private static readonly string[] Words =
    [
        "total",
        "totals",
        "grandtotal",
        "sum",
        "sums",
        "subtotal",
        "summe",
        "summen",
        "gesamt",
        "gesamtsumme",
        "gesamtergebnis",
        "insgesamt",
        "totaal",
        "totale",
        "somme", "totalgénéral", "totalgeneral", "suma", "soma", "razem", "summa", "totalt", "合計", "总计",
    ];

    // A sheet with more rows of such names has machines called so.
    private const int Most = 20;

    /// <summary>Takes the rows of totals out of the table, each with a finding.</summary>
    /// <param name="table">The sheet.</param>
    /// <param name="name">The column of names.</param>
    /// <param name="figures">Columns that may be summed.</param>
    /// <param name="log">Takes the findings.</param>
    public static void SetAside(SheetTable table, SheetColumn name, IReadOnlyList<SheetColumn> figures, ReadingLog log)
    {
        var named = table.Rows.Select((row, i) => (Row: row, Above: i)).Where(each => IsNamedSo(each.Row.Text(name))).Take(Most + 1).ToList();
        SheetRow[] totals = named.Count > Most
            ? []
            : [.. named.Where(each => Sums([.. table.Rows.Take(each.Above)], each.Row, figures)).Select(each => each.Row)];
        foreach (var row in totals)
        {
            log.SetAside(
                row, name, "total-row", Message.Of("total-row", ("name", NameMask.Shown(row.Raw(name)))), Message.Of("total-row.mend"));
        }

        table.Remove(totals);
    }

    private static bool IsNamedSo(string? name) =>
        HeaderText.Plain(name).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } plain
        && Words.Any(word => plain == word || plain == word + "vms" || plain == word + "hosts");

    /// <summary>Numbers are compared as they stand, before their notation is decided, for a total would disturb that.</summary>
    private static bool Sums(SheetRow[] above, SheetRow row, IReadOnlyList<SheetColumn> figures)
    {
        var counts = new HashSet<decimal?> { above.Length };
        return above.Length > 0 && figures.Any(column => Number(row, column) is > 0 and var stated
            && (counts.Contains(stated) || above.Sum(each => Number(each, column) ?? 0) == stated));
    }

    private static decimal? Number(SheetRow row, SheetColumn column) =>
        row.Raw(column) is string text ? NumberText.Of(text)?.Value(SeparatorRole.Group, SeparatorRole.Group) : Cells.Number(row.Raw(column));
}
