using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.NutanixCollector;

/// <summary>
/// Reads a workbook of Nutanix Collector 6, of an estate on ESXi or on AHV.
/// No file of a real estate has confirmed this reader: its columns are those that public importers name.
/// </summary>
internal static class CollectorWorkbook
{
    /// <summary>How a whole workbook is exported again.</summary>
    public static readonly Message ExportAgain = Message.Of("collector.export-again");

    private static readonly SheetLayout Vms = new("vmList", [.. CollectorColumns.Vms.All, CollectorColumns.VolumeGroupAttached]);
    private static readonly SheetLayout Hosts = new("vHosts", CollectorColumns.Hosts.All);

    /// <summary>The sheets read.</summary>
    public static readonly IReadOnlyList<SheetLayout> Wanted = [Vms, Hosts, CollectorClusters.Layout, CollectorMetadata.Layout];

    /// <summary>Whether Nutanix Collector wrote a workbook of those tables; it may have a sheet vInfo too, and may have lost Metadata.</summary>
    public static bool Wrote(WorkbookTables tables) =>
        tables.Find(Vms) is not null && (tables.Find(CollectorMetadata.Layout) is not null || !Rvtools.RvtoolsWorkbook.Wrote(tables));

    /// <summary>Reads the workbook.</summary>
    /// <param name="path">Its path, for the findings.</param>
    /// <param name="tables">Its sheets, with vmList.</param>
    public static Reading<Inventory> Read(string path, WorkbookTables tables) =>
        RequiredColumns.Refusal(path, tables.Find(Vms)!, CollectorColumns.Vms.Required, ExportAgain) ?? Inventory(Path.GetFileName(path), tables);

    private static Reading<Inventory> Inventory(string file, WorkbookTables tables)
    {
        var log = new ReadingLog();
        var table = tables.Find(Vms)!;
        var metadata = CollectorMetadata.Read(tables.Find(CollectorMetadata.Layout), table.Place, log);
        var hosts = HostTable.Read(tables.Find(Hosts), Hosts, CollectorColumns.Hosts, log);
        var (vms, unsized) = VmTable.Read(table, CollectorColumns.Vms, VmDetails.None, hosts, log);
        VolumeGroups(table, log);
        var draft = new Inventory
        {
            Files = [file],
            WrittenBy = metadata.WrittenBy,
            ExportedOn = metadata.ExportedOn,
            Platform = metadata.Platform,
            Vms = vms,
            UnsizedVms = unsized,
            Hosts = hosts,
            Clusters = [],
        };
        return WorkbookEstate.Of(
            draft,
            (estate, _) => estate with { Clusters = CollectorClusters.Read(tables.Find(CollectorClusters.Layout), log) },
            table,
            Hosts.Name,
            log,
            ExportAgain);
    }

    /// <summary>Several VMs may share a volume group, so its size cannot be added to each of them.</summary>
    private static void VolumeGroups(SheetTable table, ReadingLog log)
    {
        SheetRow[] rows = [.. table.Rows.Where(row => Cells.Flag(row.Raw(CollectorColumns.VolumeGroupAttached)) == true)];
        log.About(
            rows, CollectorColumns.VolumeGroupAttached, Severity.Warning, "volume-groups-left-out",
            Message.Of("volume-groups-left-out", ("vms", rows.Length), ("rows", ReadingWords.Rows(rows))),
            Message.Of("volume-groups-left-out.done"));
    }
}
