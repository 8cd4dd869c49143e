namespace CostPlanner.Ingest.Workbooks;

/// <summary>A column that is wanted, by its header in the newest version of a format, with the headers of older versions and of hand-edited files.</summary>
internal sealed class Column(string header, params string[] otherHeaders)
{
    /// <summary>Stands for a column that a format does not have.</summary>
    public static readonly Column None = new("");

    private Column? left;

    /// <summary>The header in the newest version.</summary>
    public string Header { get; } = header;

    /// <summary>The column right of another, whatever its header.</summary>
    public static Column RightOf(Column left) => new("") { left = left };

    /// <summary>Where the column is, or null. The standard header wins over the others, the first column over its duplicates.</summary>
    public int? PositionIn(IReadOnlyList<string?> headers)
    {
        if (left is not null)
        {
            return left.PositionIn(headers) + 1 is { } position && position < headers.Count ? position : null;
        }

        foreach (var name in otherHeaders.Prepend(Header))
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (string.Equals(headers[i], name, StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }

        return null;
    }
}
