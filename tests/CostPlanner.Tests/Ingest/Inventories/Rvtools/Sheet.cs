namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>A sheet to be written: its rows by their number, the first is 1.</summary>
/// <remarks>A cell is null, text, a number, a bool, a DateTime (a serial with a date style), or one of the texts below.</remarks>
public sealed record Sheet(string Name, IReadOnlyList<(int Number, IReadOnlyList<object?> Cells)> Rows)
{
    /// <summary>A sheet whose header is row 1 and whose rows follow without gaps.</summary>
    public static Sheet Of(string name, IReadOnlyList<string> headers, params IReadOnlyList<object?>[] rows) =>
        new(name, [.. rows.Prepend(headers).Select((cells, i) => (i + 1, cells))]);

    /// <summary>The sheet with one more row, at that number.</summary>
    public Sheet With(int number, params object?[] cells) => this with { Rows = [.. Rows, (number, cells)] };
}

/// <summary>Text held in the cell itself (t="inlineStr").</summary>
public sealed record InlineText(string Value);

/// <summary>Text as the result of a formula (t="str").</summary>
public sealed record FormulaText(string Value);
