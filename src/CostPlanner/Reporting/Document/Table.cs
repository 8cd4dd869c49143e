using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document;

/// <summary>A table with a caption that names its units.</summary>
public sealed record Table : Block
{
    /// <summary>What the table shows, and in what unit.</summary>
    public required string Caption { get; init; }

    /// <summary>The columns.</summary>
    public required ImmutableArray<Column> Columns { get; init; }

    /// <summary>The rows; each has a cell for every column.</summary>
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>What the reader must know beside the figures, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it should stand on one page.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether it has so many columns that it is set smaller.</summary>
    public bool IsDense { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsFigure">Whether it holds figures, which stand to the right.</param>
/// <param name="Width">Its share of the table's width in per cent, or null to take what it needs.</param>
public sealed record Column(string Title, bool IsFigure = false, int? Width = null)
{
    /// <summary>A title that it shares with its neighbours, printed above theirs, or null.</summary>
    public string? Over { get; init; }
}

/// <summary>What a row is among its neighbours.</summary>
public enum RowKind
{
    /// <summary>A row like the others.</summary>
    Plain,

    /// <summary>The title of the rows that follow; its first cell spans the table.</summary>
    Group,

    /// <summary>The sum of the rows of a group.</summary>
    Subtotal,

    /// <summary>The sum of all rows.</summary>
    Total,
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell for every column; a group's title has one.</param>
/// <param name="Kind">What it is among its neighbours.</param>
/// <param name="Anchor">The name by which links find it, or null.</param>
public sealed record Row(ImmutableArray<Cell> Cells, RowKind Kind = RowKind.Plain, string? Anchor = null);
