using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories;

/// <summary>Reads a workbook of any format the program knows; its sheets tell which.</summary>
internal static class WorkbookFile
{
    private static readonly SheetLayout[] Wanted = [.. InventoryFormats.All.SelectMany(format => format.Workbook?.Sheets ?? [])];

    /// <summary>Reads the workbook.</summary>
    /// <param name="path">Its path, for the findings.</param>
    /// <param name="stream">Its bytes, from the start.</param>
    public static Reading<Inventory> Read(string path, Stream stream)
    {
        var (found, problem) = InputFile.Tried(path, () => WorkbookTables.Read(stream, Path.GetFileName(path), Wanted));
        if (found is not { } tables)
        {
            return problem is { Code: "file-damaged" } ? Damaged(path) : new Reading<Inventory>(null, [problem!]);
        }

        return tables.SheetNames.Count == 0 ? Damaged(path)
            : InventoryFormats.All.FirstOrDefault(format => format.Workbook?.IsOne(tables) == true) is { Workbook: { } form } ? form.Read(path, tables)
            : Unknown(path, tables);
    }

    private static Reading<Inventory> Damaged(string path) => InputFile.Refused<Inventory>(
        path, "workbook-damaged", Message.Of("workbook-damaged"), Message.Of("workbook-damaged.mend"));

    private static Reading<Inventory> Unknown(string path, WorkbookTables tables) => InputFile.Refused<Inventory>(
        path, "sheet-missing", Message.Of("sheet-missing", ("sheets", Message.List(tables.SheetNames.Select(name => NameMask.Text(name)!)))),
        InventoryFormats.Workbooks);
}
