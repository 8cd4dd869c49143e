using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>Whether the sheets about VMs agree.</summary>
internal static class VmChecks
{
    /// <summary>Rows deleted by hand in one sheet show in the others.</summary>
    public static void SheetCounts(SheetTable info, WorkbookTables tables, ReadingLog log)
    {
        var others = new[] { VmColumns.CpuLayout, VmColumns.MemoryLayout, VmColumns.ToolsLayout }
            .Select(tables.Find).OfType<SheetTable>()
            .Where(table => table.Rows.Count > 0 && table.Rows.Count != info.Rows.Count)
            .Select(table => Message.Of("sheets-disagree.sheet", ("sheet", table.Name), ("rows", table.Rows.Count)))
            .ToArray();
        if (others.Length > 0)
        {
            log.Add(
                Severity.Warning, "sheets-disagree",
                Message.Of("sheets-disagree", ("vms", info.Rows.Count), ("others", Message.List(others))), info.Place,
                Message.Of("sheets-disagree.done"), Message.Of("sheets-disagree.mend"), onFirstPage: true);
        }
    }
}
