using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>A row of a sheet.</summary>
internal sealed class SheetRow(SheetTable table, int number, object?[] cells)
{
    /// <summary>The sheet.</summary>
    public SheetTable Table { get; } = table;

    /// <summary>The row as a spreadsheet counts it, the first is 1.</summary>
    public int Number { get; } = number;

    /// <summary>The whole row.</summary>
    public SourcePlace Place => Table.Place with { Row = Number };

    /// <summary>One cell of it.</summary>
    public SourcePlace PlaceOf(SheetColumn column) => Place with { Column = Table.HeaderOf(column) };

    /// <summary>The cell as the file holds it; null when blank or when there is no such column.</summary>
    public object? Raw(SheetColumn column) => Table.Cell(cells, column);

    /// <summary>The cell as trimmed text; null when blank or when there is no such column.</summary>
    public string? Text(SheetColumn column) => Cells.Text(Raw(column));
}
