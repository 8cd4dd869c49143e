namespace CostPlanner.Ingest.Workbooks;

/// <summary>A sheet that is wanted, and the columns wanted of it. What is not named here is never kept: keys, serials, addresses.</summary>
internal sealed class SheetLayout(string name, params Column[] columns)
{
    /// <summary>The sheet's name.</summary>
    public string Name { get; } = name;

    /// <summary>The columns wanted.</summary>
    public IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>Whether a sheet of that name is meant; old workbooks of RVTools and its CSV exports put "tab" or "RVTools_tab" before it.</summary>
    public bool IsNamed(string? sheet)
    {
        var trimmed = sheet?.Trim() ?? "";
        return string.Equals(trimmed, Name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(trimmed, "tab" + Name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(trimmed, "RVTools_tab" + Name, StringComparison.OrdinalIgnoreCase);
    }
}
