using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>Reads a workbook that RVTools 3.x or 4.x wrote, also one that was edited or cut down by hand.</summary>
internal static class RvtoolsWorkbook
{
    private const string ExportAgain = "Export again with RVTools (File, Export all to Excel), all sheets, without renaming any";

    /// <summary>The sheets read.</summary>
    public static readonly IReadOnlyList<SheetLayout> Wanted =
    [
        VmColumns.Layout, VmDetails.MemoryLayout, VmDetails.DiskLayout, VmChecks.CpuLayout, VmChecks.ToolsLayout, HostSheet.Layout, ClusterSheet.Layout,
        DatastoreSheet.Layout, LicenceSheet.Layout, MetaDataSheet.Layout,
    ];

    /// <summary>Whether RVTools wrote a workbook of those tables.</summary>
    public static bool Wrote(WorkbookTables tables) => tables.Find(VmColumns.Layout) is not null;

    /// <summary>Reads the workbook.</summary>
    /// <param name="path">Its path, for the findings.</param>
    /// <param name="tables">Its sheets, with vInfo.</param>
    public static Reading<Inventory> Read(string path, WorkbookTables tables) => Problem(path, tables) ?? Inventory(Path.GetFileName(path), tables);

    private static Reading<Inventory>? Problem(string path, WorkbookTables tables)
    {
        var info = tables.Find(VmColumns.Layout)!;
        var mend = info.Headers.Any(header => header.StartsWith("vInfo", StringComparison.OrdinalIgnoreCase))
            ? "Export again without -DBColumnNames"
            : $"If the header was overwritten, write it back in row 1; otherwise: {ExportAgain}";
        return RequiredColumns.Refusal(path, info, VmColumns.Required, mend);
    }

    private static Reading<Inventory> Inventory(string file, WorkbookTables tables)
    {
        var log = new ReadingLog();
        var info = tables.Find(VmColumns.Layout)!;
        var written = MetaDataSheet.Read(tables.Find(MetaDataSheet.Layout), log);
        var hosts = HostSheet.Read(tables.Find(HostSheet.Layout), file, log);
        var rows = VmRows.Read(info, log);
        var vms = VmSheet.Read(info, tables, rows.Sized, hosts, log);
        hosts = HostHomes.Fill(hosts, vms, log);
        var names = ClusterNames.Of(hosts, vms);
        hosts = [.. hosts.Select(host => host with { Cluster = names.Unique(host.Cluster, host.Datacenter) })];
        vms = [.. vms.Select(vm => vm with { Cluster = names.Unique(vm.Cluster, vm.Datacenter) })];
        var inventory = new Inventory
        {
            Files = [file],
            WrittenBy = written.WrittenBy,
            ExportedOn = written.ExportedOn,
            Platform = PlatformFamily.VSphere,
            Vms = vms,
            UnsizedVms = rows.Unsized,
            Hosts = hosts,
            Clusters = ClusterSheet.Read(tables.Find(ClusterSheet.Layout), file, hosts, vms, names, log),
            Datastores = DatastoreSheet.Read(tables.Find(DatastoreSheet.Layout), log),
            Licences = LicenceSheet.Read(tables.Find(LicenceSheet.Layout), log),
        };
        VmChecks.SheetCounts(info, tables, log);
        EstateChecks.Check(info, HostSheet.Layout.Name, vms, hosts, log);
        return EstateChecks.Conclude(inventory, info, names, log, ExportAgain);
    }
}
