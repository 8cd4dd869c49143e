using System.Collections.Immutable;
using CostPlanner.Model;
using ExcelDataReader.Exceptions;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>Reads a workbook that RVTools 3.x or 4.x wrote, also one that was edited or cut down by hand.</summary>
internal static class RvtoolsWorkbook
{
    private const string ExportAgain = "Export again with RVTools (File, Export all to Excel), all sheets, without renaming any";

    private static readonly SheetLayout[] Wanted =
    [
        VmColumns.Layout, VmDetails.MemoryLayout, VmDetails.DiskLayout, VmChecks.CpuLayout, VmChecks.ToolsLayout, HostSheet.Layout, ClusterSheet.Layout,
        DatastoreSheet.Layout, LicenceSheet.Layout, MetaDataSheet.Layout,
    ];

    /// <summary>Reads the workbook.</summary>
    /// <param name="path">Its path, for the findings.</param>
    /// <param name="stream">Its bytes, from the start.</param>
    public static Reading<Inventory> Read(string path, Stream stream)
    {
        WorkbookTables tables;
        try
        {
            tables = WorkbookTables.Read(stream, Path.GetFileName(path), Wanted);
        }
        catch (InvalidPasswordException)
        {
            return InputFile.Refused<Inventory>(path, "workbook-protected", "The workbook is protected by a password", "Open it in Excel, remove the password, and save an unprotected copy");
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Only the workbook library ran; on a damaged file it throws almost anything.
            return Damaged(path);
        }

        return tables.SheetNames.Count == 0 ? Damaged(path) : Problem(path, tables) ?? Inventory(Path.GetFileName(path), tables);
    }

    private static Reading<Inventory> Damaged(string path) => InputFile.Refused<Inventory>(
        path, "workbook-damaged", "The workbook is cut short or damaged", "Copy it again, whole, or open it in Excel and save it anew");

    private static Reading<Inventory>? Problem(string path, WorkbookTables tables)
    {
        if (tables.Find(VmColumns.Layout) is not { } info)
        {
            var sheets = string.Join(", ", tables.SheetNames);
            return InputFile.Refused<Inventory>(path, "sheet-missing", $"The workbook has no sheet vInfo; its sheets are: {sheets}", $"Give a workbook that RVTools wrote, with its sheet vInfo. {ExportAgain}");
        }

        var missing = VmColumns.Required.Where(column => !info.Has(column)).Select(column => column.Header).ToArray();
        if (missing.Length == 0)
        {
            return null;
        }

        var mend = info.Headers.Any(header => header.StartsWith("vInfo", StringComparison.OrdinalIgnoreCase))
            ? "Export again without -DBColumnNames"
            : $"If the header was overwritten, write it back in row 1; otherwise: {ExportAgain}";
        var first = info.Headers.Count == 0 ? "the sheet is empty" : $"the first header is {NameMask.Shown(info.Headers[0])}";
        return InputFile.Refused<Inventory>(
            path, "column-missing", $"Sheet {info.Name} has no column {string.Join(", no column ", missing)}; {first}", mend);
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
        VmChecks.Check(info, tables, vms, hosts, log);
        Conclude(file, info, names, vms, log);
        var findings = log.Findings;
        return new Reading<Inventory>(vms.IsEmpty ? null : inventory with { Rows = log.Sheets, Findings = findings }, findings);
    }

    private static void Conclude(string file, SheetTable info, ClusterNames names, ImmutableArray<VirtualMachine> vms, ReadingLog log)
    {
        if (vms.IsEmpty)
        {
            log.Add(Severity.Error, "vms-none", "vInfo has no row that describes a VM", info.Place, "Nothing was read", ExportAgain);
        }

        if (!names.Shared.IsEmpty)
        {
            log.Add(
                Severity.Warning, "cluster-names-shared", $"{Wording.Plural(names.Shared.Length, "cluster name")} {Wording.Verb(names.Shared.Length, "occurs", "occur")} in more than one data centre: {Wording.List(names.Shared)}",
                new SourcePlace(file), "They were read as separate clusters, named with their data centre");
        }

        if (log.Names.Masked > 0)
        {
            var kinds = string.Join(", ", log.Names.CountByKind.Select(pair => $"{pair.Key} {pair.Value}"));
            log.Add(
                Severity.Note, "addresses-masked", $"{Wording.Plural(log.Names.Masked, "name")} {Wording.Verb(log.Names.Masked, "is or holds an IP address", "are or hold IP addresses")} ({kinds})", new SourcePlace(file),
                "Each address was given an alias, such as masked-host-01, and was not kept");
        }
    }
}
