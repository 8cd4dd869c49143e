namespace CostPlanner.Ingest.Rvtools;

/// <summary>A column that is wanted, by its header in RVTools 4.x, with the headers of older versions and of hand-edited files.</summary>
internal sealed class Column(string header, params string[] otherHeaders)
{
    /// <summary>The header in RVTools 4.x.</summary>
    public string Header { get; } = header;

    /// <summary>Where the column is, or null. The standard header wins over the others, the first column over its duplicates.</summary>
    public int? PositionIn(IReadOnlyList<string?> headers)
    {
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
