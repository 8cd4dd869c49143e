using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The wanted columns of one sheet, its blank rows left out.</summary>
internal sealed class SheetTable
{
    private readonly string file;
    private readonly List<SheetRow> rows = [];
    private readonly Dictionary<SheetColumn, (int Slot, int Position)> columns = [];

    /// <summary>A table without rows, with those of the wanted columns that its header has.</summary>
    /// <param name="file">The file, for findings.</param>
    /// <param name="name">The sheet's name as the file spells it.</param>
    /// <param name="headers">The headers, the first column's first.</param>
    /// <param name="layout">The columns wanted.</param>
    public SheetTable(string file, string name, IReadOnlyList<string> headers, SheetLayout layout)
    {
        (this.file, Name, Headers) = (file, name, headers);
        var row = new HeaderRow(headers, layout.Name);
        foreach (var column in layout.Columns)
        {
            if (column.PositionIn(row) is { } position && !columns.ContainsKey(column))
            {
                columns.Add(column, (columns.Count, position));
            }
        }

        if (layout.Attributes is { } between && between.After.PositionIn(row) is { } after && between.Before.PositionIn(row) is { } before)
        {
            var taken = columns.Values.Select(each => each.Position).ToHashSet();
            for (var position = after + 1; position < before; position++)
            {
                if (headers[position].Length > 0 && !taken.Contains(position))
                {
                    columns.Add(SheetColumn.Attribute(headers[position]), (columns.Count, position));
                }
            }
        }

        Positions = [.. columns.Values.OrderBy(each => each.Slot).Select(each => each.Position)];
    }

    /// <summary>The sheet's name as the file spells it.</summary>
    public string Name { get; }

    /// <summary>All headers of the sheet, also those that are not wanted.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The wanted columns that the sheet has.</summary>
    public IEnumerable<SheetColumn> Columns => columns.Keys;

    /// <summary>Where the cells of a row of the file stand that make a row of the table, in its order.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>How many rows that are not blank stand above the header.</summary>
    public int TitleRows { get; init; }

    /// <summary>Rows below the header with at least one cell that is not blank.</summary>
    public IReadOnlyList<SheetRow> Rows => rows;

    /// <summary>Rows that are not blank and are no row of the table: their cells cannot be told apart, or they are totals; each has a finding.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The sheet as a whole.</summary>
    public SourcePlace Place => new(file, Name);

    /// <summary>Whether the sheet has that column.</summary>
    public bool Has(SheetColumn column) => columns.ContainsKey(column);

    /// <summary>Whether the sheet has that column and at least one value in it.</summary>
    public bool HasValues(SheetColumn column) => Has(column) && rows.Any(row => row.Text(column) is not null);

    /// <summary>The custom attributes that the sheet has.</summary>
    public IReadOnlyList<SheetColumn> Attributes => [.. columns.OrderBy(each => each.Value.Slot).Select(each => each.Key).Where(column => column.IsAttribute)];

    /// <summary>Takes in a row; <paramref name="number"/> is counted as a spreadsheet does.</summary>
    public void Add(int number, object?[] cells) => rows.Add(new SheetRow(this, number, cells));

    /// <summary>Takes rows out again that have a finding and describe nothing, such as a total; they count as read.</summary>
    public void Remove(IReadOnlyCollection<SheetRow> without)
    {
        rows.RemoveAll(without.Contains);
        Unreadable += without.Count;
    }

    /// <summary>Counts a row whose cells cannot be told apart.</summary>
    public void SkipUnreadable() => Unreadable++;

    /// <summary>The header that the file has for the column.</summary>
    public string HeaderOf(SheetColumn column) =>
        columns.TryGetValue(column, out var place) ? Headers[place.Position] : column.Header;

    internal object? Cell(object?[] cells, SheetColumn column) => columns.TryGetValue(column, out var place) ? cells[place.Slot] : null;
}
