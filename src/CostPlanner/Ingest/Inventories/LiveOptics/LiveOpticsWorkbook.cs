using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.LiveOptics;

/// <summary>
/// Reads a workbook of Live Optics (Optical Prime): the one of a vSphere estate, or the general one, which has no sheet of hosts.
/// Its figures of load are peaks and averages of the days collected; VMs are sized as configured, as with every snapshot.
/// </summary>
internal static class LiveOpticsWorkbook
{
    /// <summary>How a whole workbook is exported again.</summary>
    public static readonly Message ExportAgain = Message.Of("live-optics.export-again");

    private static readonly SheetLayout Vms = new("VMs", LiveOpticsColumns.Vms.All);
    private static readonly SheetLayout Hosts = new("ESX Hosts", LiveOpticsColumns.Hosts.All) { OtherNames = ["Hosts"] };

    /// <summary>The sheets read.</summary>
    public static readonly IReadOnlyList<SheetLayout> Wanted = [Vms, Hosts, DeviceSheet.Layout, DetailsSheet.Layout];

    /// <summary>Whether Live Optics wrote a workbook of those tables.</summary>
    public static bool Wrote(WorkbookTables tables) =>
        tables.Find(Vms) is not null || tables.Find(Hosts) is { Name: var name } && Hosts.IsNamed(name, exactly: true);

    /// <summary>Reads the workbook.</summary>
    /// <param name="path">Its path, for the findings.</param>
    /// <param name="tables">Its sheets.</param>
    public static Reading<Inventory> Read(string path, WorkbookTables tables)
    {
        if (tables.Find(Vms) is not { } table)
        {
            return InputFile.Refused<Inventory>(
                path, "sheet-missing", Message.Of("sheet-missing.live-optics", ("sheets", Message.List(tables.SheetNames))), ExportAgain);
        }

        return RequiredColumns.Refusal(path, table, LiveOpticsColumns.Vms.Required, ExportAgain) ?? Inventory(Path.GetFileName(path), table, tables);
    }

    private static Reading<Inventory> Inventory(string file, SheetTable table, WorkbookTables tables)
    {
        var log = new ReadingLog();
        var exportedOn = DetailsSheet.Read(tables.Find(DetailsSheet.Layout), log);
        var hosts = HostTable.Read(tables.Find(Hosts), Hosts, LiveOpticsColumns.Hosts, log);
        if (tables.Find(Hosts) is null)
        {
            log.Add(
                Severity.Note, "platform-assumed", Message.Of("platform-assumed.workbook"), table.Place, Message.Of("platform-assumed.done"));
        }

        var (vms, unsized) = VmTable.Read(table, LiveOpticsColumns.Vms, VmDetails.None, hosts, log);
        var draft = new Inventory
        {
            Files = [file],
            WrittenBy = "Live Optics",
            ExportedOn = exportedOn,
            Platform = PlatformFamily.VSphere,
            Vms = vms,
            UnsizedVms = unsized,
            Hosts = hosts,
            Clusters = [],
            Datastores = DeviceSheet.Read(tables.Find(DeviceSheet.Layout), log),
        };
        return WorkbookEstate.Of(draft, (estate, _) => estate, table, Hosts.Name, log, ExportAgain);
    }
}
