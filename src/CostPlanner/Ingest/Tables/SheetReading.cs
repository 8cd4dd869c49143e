namespace CostPlanner.Ingest.Tables;

/// <summary>Makes tables of the rows of one sheet, of a workbook or of a CSV file: finds the header, and keeps the wanted columns.</summary>
internal static class SheetReading
{
    /// <summary>How many rows that are not blank are looked at for the header: titles and remarks stand above it.</summary>
    public const int HeaderWithin = 20;

    /// <summary>One table for each layout, of the same rows.</summary>
    /// <param name="rows">The rows that are not blank, with their numbers as a spreadsheet counts them.</param>
    /// <param name="file">The file, for findings.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="layouts">The layouts that the sheet may be.</param>
    /// <param name="fits">Whether a row below the header is sound, by its number, its cells and the header's width; a row that is not is counted.</param>
    public static SheetTable[] Read(
        IEnumerable<(int Number, object?[] Cells)> rows, string file, string sheet, SheetLayout[] layouts, Func<int, object?[], int, bool>? fits = null)
    {
        using var source = rows.GetEnumerator();
        var first = new List<(int Number, object?[] Cells)>();
        while (first.Count < HeaderWithin && source.MoveNext())
        {
            first.Add(source.Current);
        }

        var header = HeaderAmong([.. first.Select(row => row.Cells)], layouts);
        var headers = header < 0 ? [] : Headers(first[header].Cells);
        var tables = Array.ConvertAll(layouts, layout => new SheetTable(file, sheet, headers, layout) { TitleRows = Math.Max(header, 0) });
        foreach (var row in first.Skip(header + 1))
        {
            Add(row);
        }

        while (source.MoveNext())
        {
            Add(source.Current);
        }

        return tables;

        void Add((int Number, object?[] Cells) row)
        {
            var isBlank = row.Cells.Take(headers.Length).All(cell => Cells.Text(cell) is null);
            var isSound = isBlank || fits is null || fits(row.Number, row.Cells, first[header].Cells.Length);
            foreach (var table in isBlank ? [] : tables)
            {
                if (isSound)
                {
                    table.Add(row.Number, [.. table.Positions.Select(position => position < row.Cells.Length ? row.Cells[position] : null)]);
                }
                else
                {
                    table.SkipUnreadable();
                }
            }
        }
    }

    /// <summary>The row with the most of the wanted columns, the first of equals; -1 where there is no row.</summary>
    public static int HeaderAmong(IReadOnlyList<object?[]> rows, IReadOnlyCollection<SheetLayout> layouts)
    {
        var scores = rows.Select(cells => Score(Headers(cells), layouts)).ToList();
        return scores.Count == 0 ? -1 : scores.IndexOf(scores.Max());
    }

    /// <summary>How many of the wanted columns of the best layout a row would have as a header.</summary>
    public static int Score(IReadOnlyList<string> headers, IReadOnlyCollection<SheetLayout> layouts) => headers.Count == 0 ? 0 : layouts.Max(
        layout => new HeaderRow(headers, layout.Name) is var row
            ? layout.Columns.Select(column => column.PositionIn(row)).OfType<int>().Distinct().Count()
            : 0);

    /// <summary>The trimmed texts up to the last that is not blank.</summary>
    public static string[] Headers(object?[] cells)
    {
        var all = Array.ConvertAll(cells, cell => Cells.Text(cell) ?? "");
        return all[..(Array.FindLastIndex(all, text => text.Length > 0) + 1)];
    }
}
