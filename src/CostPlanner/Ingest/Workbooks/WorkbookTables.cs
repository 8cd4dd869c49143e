using System.Text;
using ExcelDataReader;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>The wanted sheets of a workbook.</summary>
/// <param name="SheetNames">The names of all its sheets, in the file's order.</param>
/// <param name="Tables">The wanted sheets that it has.</param>
internal sealed record WorkbookTables(IReadOnlyList<string> SheetNames, IReadOnlyDictionary<SheetLayout, SheetTable> Tables)
{
    // Needed by the reader of workbooks, also for .xlsx, before it can be asked for anything.
    static WorkbookTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The table of that sheet, or null where the workbook has none.</summary>
    public SheetTable? Find(SheetLayout layout) => Tables.GetValueOrDefault(layout);

    /// <summary>
    /// Streams through the sheets and keeps the wanted columns of rows that are not blank: a sheet may end at row 1,048,576.
    /// Any exception means that the file is not a sound workbook.
    /// </summary>
    public static WorkbookTables Read(Stream stream, string file, IReadOnlyList<SheetLayout> wanted)
    {
        using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        var names = new List<string>();
        var tables = new Dictionary<SheetLayout, SheetTable>();
        if (reader.ResultsCount == 0)
        {
            return new WorkbookTables(names, tables);
        }

        do
        {
            names.Add(reader.Name);
            CheckSize(reader);
            SheetLayout[] layouts = [.. wanted.Where(layout => layout.IsNamed(reader.Name) && !tables.ContainsKey(layout))];
            if (layouts.Length > 0)
            {
                foreach (var (layout, table) in layouts.Zip(ReadSheet(reader, file, layouts)))
                {
                    tables.Add(layout, table);
                }
            }
        }
        while (reader.NextResult());

        return new WorkbookTables(names, tables);
    }

    /// <summary>
    /// A sheet from its first cell to its last, before a row of it is read: the reader makes a row as wide as the last column, and an empty row
    /// for each that is missing above the last.
    /// </summary>
    private static void CheckSize(IExcelDataReader reader)
    {
        // Below 0 where the reader's own count ran over.
        if (reader.FieldCount is < 0 or > InputLimits.Columns || reader.RowCount is < 0 or > InputLimits.Rows)
        {
            throw new TooLargeException(FormattableString.Invariant(
                $"The sheet has a cell in row {(uint)reader.RowCount}, column {(uint)reader.FieldCount} or beyond; Excel's last are row {InputLimits.Rows} and column {InputLimits.Columns} (XFD)"))
            {
                Sheet = reader.Name,
            };
        }

        if ((long)reader.FieldCount * reader.RowCount > InputLimits.Cells)
        {
            throw new TooLargeException(FormattableString.Invariant($"The sheet spans {reader.RowCount} rows of {reader.FieldCount} columns; delete stray cells right of the table and below it"))
            {
                Sheet = reader.Name,
            };
        }
    }

    /// <summary>The first row that is not blank is the header. What stands right of the last header is no part of the table.</summary>
    private static SheetTable[] ReadSheet(IExcelDataReader reader, string file, SheetLayout[] layouts)
    {
        var number = 0;
        var width = reader.FieldCount;
        (SheetTable Table, int[] Positions)[]? tables = null;
        while (reader.Read())
        {
            number++;
            if (IsBlank(reader, width))
            {
                continue;
            }

            if (tables is null)
            {
                tables = Array.ConvertAll(layouts, layout => Header(reader, file, layout));
                width = tables[0].Table.Headers.Count;
                continue;
            }

            foreach (var (table, positions) in tables)
            {
                table.Add(number, Array.ConvertAll(positions, position => position < reader.FieldCount ? reader.GetValue(position) : null));
            }
        }

        return tables is null
            ? Array.ConvertAll(layouts, _ => new SheetTable(file, reader.Name, [], new Dictionary<Column, int>()))
            : Array.ConvertAll(tables, each => each.Table);
    }

    private static (SheetTable Table, int[] Positions) Header(IExcelDataReader reader, string file, SheetLayout layout)
    {
        var all = Enumerable.Range(0, reader.FieldCount).Select(i => Cells.Text(reader.GetValue(i)) ?? "").ToArray();
        var headers = all[..(Array.FindLastIndex(all, text => text.Length > 0) + 1)];
        var present = layout.Columns.Where(column => column.PositionIn(headers) is not null).ToArray();
        var slots = Enumerable.Range(0, present.Length).ToDictionary(i => present[i]);
        return (new SheetTable(file, reader.Name, headers, slots), Array.ConvertAll(present, column => column.PositionIn(headers)!.Value));
    }

    private static bool IsBlank(IExcelDataReader reader, int width)
    {
        for (var i = 0; i < Math.Min(width, reader.FieldCount); i++)
        {
            if (reader.GetValue(i) is { } value && Cells.Text(value) is not null)
            {
                return false;
            }
        }

        return true;
    }
}
