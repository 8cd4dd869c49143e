using CostPlanner.Model;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>The wanted columns of one sheet, its blank rows left out.</summary>
internal sealed class SheetTable(string file, string name, IReadOnlyList<string> headers, IReadOnlyDictionary<Column, int> slots)
{
    private readonly List<SheetRow> rows = [];

    /// <summary>The sheet's name as the file spells it.</summary>
    public string Name { get; } = name;

    /// <summary>All headers of the sheet, also those that are not wanted.</summary>
    public IReadOnlyList<string> Headers { get; } = headers;

    /// <summary>Rows below the header with at least one cell that is not blank.</summary>
    public IReadOnlyList<SheetRow> Rows => rows;

    /// <summary>Rows that are not blank and whose cells cannot be told apart; each has a finding.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The sheet as a whole.</summary>
    public SourcePlace Place => new(file, Name);

    /// <summary>Whether the sheet has that column.</summary>
    public bool Has(Column column) => slots.ContainsKey(column);

    /// <summary>Whether the sheet has that column and at least one value in it.</summary>
    public bool HasValues(Column column) => Has(column) && rows.Any(row => row.Text(column) is not null);

    /// <summary>Takes in a row; <paramref name="number"/> is counted as a spreadsheet does.</summary>
    public void Add(int number, object?[] cells) => rows.Add(new SheetRow(this, number, cells));

    /// <summary>Counts a row whose cells cannot be told apart.</summary>
    public void SkipUnreadable() => Unreadable++;

    /// <summary>The header that the file has for the column.</summary>
    public string HeaderOf(Column column) =>
        Headers.ElementAtOrDefault(column.PositionIn(Headers) ?? -1) ?? column.Header;

    internal object? Cell(object?[] cells, Column column) => slots.TryGetValue(column, out var slot) ? cells[slot] : null;
}
