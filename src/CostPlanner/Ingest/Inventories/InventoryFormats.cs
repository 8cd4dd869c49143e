using System.Collections.Immutable;
using CostPlanner.Ingest.Inventories.LiveOptics;
using CostPlanner.Ingest.Inventories.NutanixCollector;
using CostPlanner.Ingest.Inventories.Plain;
using CostPlanner.Ingest.Inventories.Rvtools;
using CostPlanner.Ingest.Usage;
using CostPlanner.Model;

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
            KnownBy = Message.Of("rvtools.known-by"),
            Export = Message.Of("rvtools.export"),
            ExportAgain = RvtoolsWorkbook.ExportAgain,
            Workbook = new(RvtoolsWorkbook.Wanted, tables => !CollectorWorkbook.Wrote(tables) && RvtoolsWorkbook.Wrote(tables), RvtoolsWorkbook.Read),
            Text = new(text => RvtoolsCsv.SheetOf(text) is not null, RvtoolsCsv.ReadFile),
            Folder = new(folder => PlainInventory.In(folder) is null && !GwaInventory.IsOne(folder) && RvtoolsCsv.IsIn(folder), RvtoolsCsv.ReadFolder),
            Archive = RvtoolsCsv.Read,
        },
        new()
        {
            Name = "Live Optics",
            KnownBy = Message.Of("live-optics.known-by"),
            Export = Message.Of("live-optics.export"),
            ExportAgain = LiveOpticsWorkbook.ExportAgain,
            Workbook = new(LiveOpticsWorkbook.Wanted, tables => !CollectorWorkbook.Wrote(tables) && LiveOpticsWorkbook.Wrote(tables), LiveOpticsWorkbook.Read),
        },
        new()
        {
            Name = "Nutanix Collector",
            KnownBy = Message.Of("collector.known-by"),
            Export = Message.Of("collector.export"),
            ExportAgain = CollectorWorkbook.ExportAgain,
            Workbook = new(CollectorWorkbook.Wanted, CollectorWorkbook.Wrote, CollectorWorkbook.Read),
        },
        new()
        {
            Name = "vms.csv",
            KnownBy = Message.Of("plain.known-by"),
            Export = Message.Of("plain.export"),
            ExportAgain = PlainInventory.ExportAgain,
            Text = new(PlainInventory.IsOne, (path, _) => PlainInventory.Read(path)),
            Folder = new(folder => PlainInventory.In(folder) is not null, folder => PlainInventory.Read(PlainInventory.In(folder)!)),
        },
        new()
        {
            Name = "GWA-T-12",
            KnownBy = Message.Of("gwa.known-by"),
            Export = Message.Of("gwa.export"),
            ExportAgain = Message.Of("gwa.export"),
            Folder = new(folder => PlainInventory.In(folder) is null && GwaInventory.IsOne(folder), GwaInventory.Read),
        },
    ];

    /// <summary>The formats that have workbooks: RVTools, Live Optics or Nutanix Collector.</summary>
    public static Message OfWorkbooks => Named(All.Where(format => format.Workbook is not null));

    /// <summary>The formats that have CSV files of several sheets.</summary>
    public static Message OfTables => Named(All.Where(format => format.Archive is not null));

    /// <summary>How to get a file that is read, as the end of a finding.</summary>
    internal static Message ExportAgain => Message.Of("formats.export-again", ("format", All[0].Name), ("export", All[0].Export));

    /// <summary>The workbooks that are read, each with its sheets, as the end of a finding.</summary>
    internal static Message Workbooks
    {
        get
        {
            Message[] each = [.. All.Where(format => format.Workbook is not null).Select(Described)];
            return Message.Of("formats.workbooks", ("first", Message.List(each[..^1])), ("last", each[^1]));
        }
    }

    private static Message Described(InventoryFormat format) =>
        Message.Of("formats.workbook", ("format", format.Name), ("known-by", format.KnownBy), ("export", format.Export));

    private static Message Named(IEnumerable<InventoryFormat> formats)
    {
        string[] names = [.. formats.Select(format => format.Name)];
        return names.Length > 1
            ? Message.Of("names.or", ("names", Message.List(names[..^1])), ("last", names[^1]))
            : Message.Of("names.all", ("names", Message.List(names)));
    }
}
