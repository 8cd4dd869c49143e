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
            .Select(table => FormattableString.Invariant($"{table.Name} {table.Rows.Count}"))
            .ToArray();
        if (others.Length > 0)
        {
            log.Add(
                Severity.Warning, "sheets-disagree", FormattableString.Invariant(
                    $"vInfo lists {info.Rows.Count} VMs, but {string.Join(" and ", others)}"), info.Place,
                "The VMs of vInfo were used", "Export all sheets again at one time if rows of vInfo were removed by mistake", onFirstPage: true);
        }
    }
}
