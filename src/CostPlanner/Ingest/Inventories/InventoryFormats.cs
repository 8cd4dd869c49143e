using System.Collections.Immutable;
using CostPlanner.Ingest.Inventories.LiveOptics;
using CostPlanner.Ingest.Inventories.NutanixCollector;
using CostPlanner.Ingest.Inventories.Plain;
using CostPlanner.Ingest.Inventories.Rvtools;
using CostPlanner.Ingest.Usage;

namespace CostPlanner.Ingest.Inventories;

/// <summary>The one list of the formats of inventories that are read; what reads files, its messages, the command line and the guides follow from it.</summary>
/// <remarks>A file is of the first format that knows it as its own, so a form that could know another's asks for that first.</remarks>
public static class InventoryFormats
{
    /// <summary>Every format, the one that most users have first.</summary>
    public static ImmutableArray<InventoryFormat> All { get; } =
    [
        new()
        {
            Name = "RVTools",
            KnownBy = "the sheet vInfo",
            Export = "File, Export all to Excel",
            Workbook = new(RvtoolsWorkbook.Wanted, tables => !CollectorWorkbook.Wrote(tables) && RvtoolsWorkbook.Wrote(tables), RvtoolsWorkbook.Read),
            Text = new(text => RvtoolsCsv.SheetOf(text) is not null, RvtoolsCsv.ReadFile),
            Folder = new(folder => PlainInventory.In(folder) is null && !GwaInventory.IsOne(folder) && RvtoolsCsv.IsIn(folder), RvtoolsCsv.ReadFolder),
            Archive = RvtoolsCsv.Read,
        },
        new()
        {
            Name = "Live Optics",
            KnownBy = "the sheet VMs",
            Export = "Export the project as Excel; the workbook ends in _VMWARE",
            Workbook = new(LiveOpticsWorkbook.Wanted, tables => !CollectorWorkbook.Wrote(tables) && LiveOpticsWorkbook.Wrote(tables), LiveOpticsWorkbook.Read),
        },
        new()
        {
            Name = "Nutanix Collector",
            KnownBy = "the sheets vmList and Metadata",
            Export = "Export as Excel, all sheets",
            Workbook = new(CollectorWorkbook.Wanted, CollectorWorkbook.Wrote, CollectorWorkbook.Read),
        },
        new()
        {
            Name = "vms.csv",
            KnownBy = "the columns name, vcpus and memory_mib",
            Export = "Write it from any source; hosts.csv beside it, where there are hosts",
            Text = new(PlainInventory.IsOne, (path, _) => PlainInventory.Read(path)),
            Folder = new(folder => PlainInventory.In(folder) is not null, folder => PlainInventory.Read(PlainInventory.In(folder)!)),
        },
        new()
        {
            Name = "GWA-T-12",
            KnownBy = "the header of every file of the folder",
            Export = "Download the traces; one file for each VM",
            Folder = new(folder => PlainInventory.In(folder) is null && GwaInventory.IsOne(folder), GwaInventory.Read),
        },
    ];

    /// <summary>The formats that have workbooks, as printed: "RVTools, Live Optics or Nutanix Collector".</summary>
    public static string OfWorkbooks => Named(All.Where(format => format.Workbook is not null));

    /// <summary>The formats that have CSV files of several sheets, as printed: "RVTools".</summary>
    public static string OfTables => Named(All.Where(format => format.Archive is not null));

    /// <summary>How to get a file that is read, as the end of a finding.</summary>
    internal static string ExportAgain => $"Give the .xlsx file that {All[0].Name} writes ({All[0].Export})";

    /// <summary>The workbooks that are read, each with its sheets, as the end of a finding.</summary>
    internal static string Workbooks
    {
        get
        {
            var each = All.Where(format => format.Workbook is not null).Select(format => $"{format.Name}, with {format.KnownBy} ({format.Export})");
            return $"Give a workbook of {Listed(each, "; ")}; rename no sheet";
        }
    }

    private static string Named(IEnumerable<InventoryFormat> formats) => Listed(formats.Select(format => format.Name), ", ");

    private static string Listed(IEnumerable<string> each, string between) =>
        each.ToList() is var words && words.Count > 1 ? $"{string.Join(between, words[..^1])} or {words[^1]}" : words[0];
}
