namespace CostPlanner.Model;

/// <summary>Where in an input something was read: a file, and as far as it has them a sheet, a row and a column.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Sheet">The sheet, or null where the format has none.</param>
/// <param name="Row">The row as a spreadsheet counts it, the first is 1; or null for the whole sheet.</param>
/// <param name="Column">The column's header, or the key of a scenario; or null for the whole row.</param>
public sealed record SourcePlace(string File, string? Sheet = null, int? Row = null, string? Column = null)
{
    /// <summary>The place as data and JSON name it: "estate.xlsx, vInfo, row 12, CPUs". What a user reads is made in Reporting.</summary>
    public override string ToString()
    {
        var row = Row is { } number ? FormattableString.Invariant($"row {number}") : null;
        return string.Join(", ", new[] { File, Sheet, row, Column }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
