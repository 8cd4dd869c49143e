using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Plain;

/// <summary>
/// Reads an inventory of our own plain format: a folder with <c>vms.csv</c> and, where there are hosts today, <c>hosts.csv</c>.
/// </summary>
/// <remarks>
/// <para>
/// Both are text with a header row, separated by commas (semicolons, tabs and bars are understood too); columns may stand in any order, and those not
/// named here are not read. Sizes are in MiB unless the header or the field names another unit, rates in MHz. A blank field is not known.
/// </para>
/// <list type="bullet">
/// <item>
/// <c>vms.csv</c>: <c>name</c>, <c>vcpus</c> and <c>memory_mib</c> are needed; <c>id</c> (tells VMs of one name apart), <c>cluster</c>, <c>host</c>,
/// <c>datacenter</c>, <c>vcenter</c> (or another manager, whose names and ids these are), <c>cpu_mhz</c> (what all its vCPUs may use at once), <c>disk_mib</c>,
/// <c>disk_in_use_mib</c>, <c>power</c> (on, off,
/// suspended), <c>template</c> (true, false), <c>guest_os</c>, <c>platform</c> (vsphere, kvm, xen; the same in all rows).
/// </item>
/// <item>
/// <c>hosts.csv</c>: <c>name</c> is needed; <c>id</c>, <c>cluster</c> (blank for a host that stands alone), <c>datacenter</c>, <c>vcenter</c>, <c>cpu</c> (its
/// model in words), <c>core_mhz</c> (one core),
/// <c>sockets</c>, <c>cores</c> and <c>threads</c> (of the whole host), <c>memory_mib</c>, <c>maintenance</c>, <c>vendor</c>, <c>model</c>, <c>version</c>.
/// Without the file all hosts are bought new.
/// </item>
/// </list>
/// </remarks>
internal static class PlainInventory
{
    private const string VmsFile = "vms.csv";
    private const string HostsFile = "hosts.csv";

    /// <summary>Where the columns are told.</summary>
    public static readonly Message ExportAgain = Message.Of("plain.export-again");

    private static readonly SheetLayout Vms = new(VmsFile, [.. PlainColumns.Vms.All, PlainColumns.Platform]);
    private static readonly SheetLayout Hosts = new(HostsFile, PlainColumns.Hosts.All);

    /// <summary>The vms.csv of a folder, or null where it has none.</summary>
    public static string? In(string folder) => Path.Combine(folder, VmsFile) is var file && File.Exists(file) ? file : null;

    /// <summary>Whether a text file is a vms.csv, whatever its name.</summary>
    public static bool IsOne(CsvText csv) => new HeaderRow(csv.Headers([Vms]), "") is var headers
        && PlainColumns.Vms.Required.All(column => column.PositionIn(headers) is not null);

    /// <summary>Reads the file of the VMs, and the file of the hosts beside it where that is there.</summary>
    /// <param name="path">The path of vms.csv.</param>
    public static Reading<Inventory> Read(string path)
    {
        var log = new ReadingLog();
        return Table(path, Vms, log) is not { } table
            ? new Reading<Inventory>(null, log.Findings)
            : RequiredColumns.Refusal(path, table, PlainColumns.Vms.Required, ExportAgain) ?? Inventory(path, table, log);
    }

    /// <summary>A file as a table; null, with an error, when it cannot be read at all.</summary>
    private static SheetTable? Table(string path, SheetLayout layout, ReadingLog log)
    {
        if (InputFile.Problem(path, InputLimits.CsvBytes) is { } problem)
        {
            return Refused(problem);
        }

        var (text, unread) = InputFile.Tried(path, () => CsvText.At(path));
        if (text is null)
        {
            return Refused(unread!);
        }

        if (ForeignFormat.NameOf(text) is { } name)
        {
            return Refused(InputFile.Refusal(
                path, "format-unread", Message.Of("format-unread.file", ("file", text.Name), ("format", name)),
                Message.Of("format-unread.file.mend", ("export", ExportAgain))));
        }

        var (table, broken) = InputFile.Tried(path, () => CsvTable.Read(text, layout, log));
        return table ?? Refused(broken!);

        SheetTable? Refused(Finding finding)
        {
            log.Add(finding.Severity, finding.Code, finding.Message, new SourcePlace(FolderOf(path), Path.GetFileName(path)), finding.Done, finding.Mend);
            return null;
        }
    }

    private static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";

    private static Reading<Inventory> Inventory(string path, SheetTable table, ReadingLog log)
    {
        var hostsFile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", HostsFile);
        var beside = File.Exists(hostsFile);
        log.Managers.Learn(table, PlainColumns.Vms.Manager);
        var hosts = beside ? HostsOf(hostsFile, log) : [];
        if (!beside)
        {
            log.WhyHostsUnknown = Message.Of("no-hosts.beside", ("file", HostsFile), ("vms", table.Name));
        }

        var (vms, unsized) = VmTable.Read(table, PlainColumns.Vms, VmDetails.None, hosts, log);
        var draft = new Inventory
        {
            Files = beside ? [table.Name, HostsFile] : [table.Name],
            WrittenBy = null,
            Platform = PlatformOf(table, log),
            Vms = vms,
            UnsizedVms = unsized,
            Hosts = hosts,
            Clusters = [],
        };
        return log.Findings.Any(finding => finding.Severity == Severity.Error)
            ? new Reading<Inventory>(null, log.Findings)
            : WorkbookEstate.Of(draft, (estate, _) => estate, table, HostsFile, log, ExportAgain);
    }

    private static ImmutableArray<Host> HostsOf(string path, ReadingLog log)
    {
        if (Table(path, Hosts, log) is not { } table)
        {
            return [];
        }

        if (!table.Has(PlainColumns.Hosts.Name))
        {
            log.Add(
                Severity.Error, "column-missing",
                Message.Of("column-missing.hosts", ("sheet", table.Name), ("column", PlainColumns.Hosts.Name.Header)), table.Place,
                Message.Of("nothing-read"), ExportAgain);
            return [];
        }

        return HostTable.Read(table, Hosts, PlainColumns.Hosts, log);
    }

    private static PlatformFamily PlatformOf(SheetTable table, ReadingLog log)
    {
        var words = table.Rows.Where(row => row.Text(PlainColumns.Platform) is not null)
            .DistinctBy(row => row.Text(PlainColumns.Platform), StringComparer.OrdinalIgnoreCase).ToList();
        if (words is [var only] && Word(only) is { } platform)
        {
            return platform;
        }

        if (words.Count == 0)
        {
            log.Add(
                Severity.Note,
                "platform-assumed",
                Message.Of("platform-assumed.file", ("file", table.Name)),
                table.Place,
                Message.Of("platform-assumed.done"),
                Message.Of("platform-assumed.file.mend"));
        }
        else
        {
            var wrong = words.FirstOrDefault(row => Word(row) is null) ?? words[1];
            log.Add(
                Severity.Error,
                "platform-unclear",
                Message.Of("platform-unclear", ("value", NameMask.Shown(wrong.Raw(PlainColumns.Platform)))),
                wrong.PlaceOf(PlainColumns.Platform), Message.Of("nothing-read"), Message.Of("platform-unclear.mend"));
        }

        return PlatformFamily.VSphere;

        static PlatformFamily? Word(SheetRow row) => row.Text(PlainColumns.Platform)?.ToUpperInvariant() switch
        {
            "VSPHERE" => PlatformFamily.VSphere,
            "KVM" => PlatformFamily.Kvm,
            "XEN" => PlatformFamily.Xen,
            _ => null,
        };
    }
}
