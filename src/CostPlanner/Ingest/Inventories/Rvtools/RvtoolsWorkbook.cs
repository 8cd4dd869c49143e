using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>Reads a workbook that RVTools 3.x or 4.x wrote, also one that was edited or cut down by hand.</summary>
internal static class RvtoolsWorkbook
{
    /// <summary>How a whole workbook is exported again.</summary>
    public static readonly Message ExportAgain = Message.Of("rvtools.export-again");

    /// <summary>The sheets read.</summary>
    public static readonly IReadOnlyList<SheetLayout> Wanted =
    [
        VmColumns.InfoLayout,
        VmColumns.MemoryLayout,
        VmColumns.DiskLayout,
        VmColumns.PartitionLayout,
        VmColumns.CpuLayout,
        VmColumns.ToolsLayout,
        HostSheet.Layout,
        ClusterSheet.Layout, PoolSheet.Layout, DatastoreSheet.Layout, LicenceSheet.Layout, MetaDataSheet.Layout,
    ];

    /// <summary>Whether RVTools wrote a workbook of those tables.</summary>
    public static bool Wrote(WorkbookTables tables) => tables.Find(VmColumns.InfoLayout) is not null;

    /// <summary>Reads the workbook.</summary>
    /// <param name="path">Its path, for the findings.</param>
    /// <param name="tables">Its sheets, with vInfo.</param>
    public static Reading<Inventory> Read(string path, WorkbookTables tables) => Read(path, tables, new ReadingLog());

    /// <summary>Reads the tables, whatever they were made of.</summary>
    /// <param name="path">The path of the file or folder, for the findings.</param>
    /// <param name="tables">Its sheets, with vInfo.</param>
    /// <param name="log">Holds what was said before, and takes the findings.</param>
    public static Reading<Inventory> Read(string path, WorkbookTables tables, ReadingLog log) =>
        Problem(path, tables) ?? Inventory(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), tables, log);

    private static Reading<Inventory>? Problem(string path, WorkbookTables tables)
    {
        var info = tables.Find(VmColumns.InfoLayout)!;
        return RequiredColumns.Refusal(path, info, VmColumns.Required(tables), Message.Of("rvtools.header-or-export", ("export", ExportAgain)));
    }

    private static Reading<Inventory> Inventory(string file, WorkbookTables tables, ReadingLog log)
    {
        var info = tables.Find(VmColumns.InfoLayout)!;
        var written = MetaDataSheet.Read(tables.Find(MetaDataSheet.Layout), log);
        log.Managers.Learn(info, VmColumns.Info.Manager);
        log.Managers.Learn(tables.Find(HostSheet.Layout), VmColumns.Info.Manager);
        var hosts = HostSheet.Read(tables.Find(HostSheet.Layout), log);
        var (vms, unsized) = VmTable.Read(info, VmColumns.Info, VmColumns.Details(tables), hosts, log);
        var draft = new Inventory
        {
            Files = [file],
            WrittenBy = written.WrittenBy,
            ExportedOn = written.ExportedOn,
            Platform = PlatformFamily.VSphere,
            Vms = vms,
            UnsizedVms = unsized,
            Hosts = hosts,
            Clusters = [],
        };
        return WorkbookEstate.Of(draft, Others, info, HostSheet.Layout.Name, log, ExportAgain);

        Inventory Others(Inventory estate, ClusterNames names)
        {
            var whole = estate with
            {
                Clusters = ClusterSheet.Read(tables.Find(ClusterSheet.Layout), names, log),
                Datastores = DatastoreSheet.Read(tables.Find(DatastoreSheet.Layout), log),
                Licences = LicenceSheet.Read(tables.Find(LicenceSheet.Layout), log),
            };
            VmChecks.SheetCounts(info, tables, log);
            PoolSheet.Check(tables.Find(PoolSheet.Layout), whole, names, info.Name, log);
            return whole;
        }
    }
}
