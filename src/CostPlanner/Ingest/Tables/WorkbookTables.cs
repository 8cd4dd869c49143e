using System.Text;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;
using ExcelDataReader;

namespace CostPlanner.Ingest.Tables;

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
                foreach (var (layout, table) in layouts.Zip(SheetReading.Read(Rows(reader), file, reader.Name, layouts)))
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
            throw new TooLargeException(Message.Of(
                "too-large.sheet-beyond",
                ("row", (uint)reader.RowCount), ("column", (uint)reader.FieldCount), ("rows", InputLimits.Rows), ("columns", InputLimits.Columns)))
            {
                Sheet = reader.Name,
            };
        }

        if ((long)reader.FieldCount * reader.RowCount > InputLimits.Cells)
        {
            throw new TooLargeException(Message.Of("too-large.sheet", ("rows", reader.RowCount), ("columns", reader.FieldCount)))
            {
                Sheet = reader.Name,
            };
        }
    }

    private static IEnumerable<(int Number, object?[] Cells)> Rows(IExcelDataReader reader)
    {
        for (var number = 1; reader.Read(); number++)
        {
            if (!IsBlank(reader, reader.FieldCount))
            {
                yield return (number, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }
        }
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
