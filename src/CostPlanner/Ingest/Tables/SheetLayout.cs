namespace CostPlanner.Ingest.Tables;

/// <summary>A sheet that is wanted, and the columns wanted of it. What is not named here is never kept: keys, serials, addresses.</summary>
internal sealed class SheetLayout(string name, params SheetColumn[] columns)
{
    /// <summary>The sheet's name.</summary>
    public string Name { get; } = name;

    /// <summary>The columns wanted.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; } = columns;

    /// <summary>Names that versions and people give the sheet.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Columns that tell the sheet from all others of its format, for a CSV file whose name does not say which it is.</summary>
    public IReadOnlyList<SheetColumn> Signature { get; init; } = [];

    /// <summary>Whether those headers are of this sheet, whatever its name.</summary>
    public bool Has(IReadOnlyList<string> headers) =>
        Signature.Count > 0 && new HeaderRow(headers, Name) is var row && Signature.All(column => column.PositionIn(row) is not null);

    /// <summary>Two columns between which the format puts custom attributes and tags, each a column of the user's own; null where it does not.</summary>
    public (SheetColumn After, SheetColumn Before)? Attributes { get; init; }

    /// <summary>Whether a sheet of that name is meant; old workbooks of RVTools and its CSV exports put "tab" or "RVTools_tab" before it.</summary>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="exactly">Whether <see cref="OtherNames"/> do not count.</param>
    public bool IsNamed(string? sheet, bool exactly = false)
    {
        var trimmed = sheet?.Trim() ?? "";
        return (exactly ? [Name] : OtherNames.Prepend(Name)).SelectMany(name => new[] { name, "tab" + name, "RVTools_tab" + name })
            .Any(name => string.Equals(trimmed, name, StringComparison.OrdinalIgnoreCase));
    }
}
