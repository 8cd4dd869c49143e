using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>vHost: the physical servers. Serials, service tags and licence keys are never read.</summary>
internal static class HostSheet
{
    private const int MostSockets = 64;
    private const int MostCores = 8192;
    private const long MostMiB = 1L << 30; // 1 PiB
    private static readonly Column Name = new("Host");
    private static readonly Column Datacenter = new("Datacenter");
    private static readonly Column Cluster = new("Cluster");
    private static readonly Column Maintenance = new("in Maintenance Mode");
    private static readonly Column CpuModel = new("CPU Model");
    private static readonly Column HtActive = new("HT Active");
    private static readonly Column Sockets = new("# CPU");
    private static readonly Column CoresPerSocket = new("Cores per CPU");
    private static readonly Column Cores = new("# Cores");
    private static readonly Column Memory = new("# Memory");
    private static readonly Column Version = new("ESX Version");
    private static readonly Column Vendor = new("Vendor");
    private static readonly Column Model = new("Model");

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new(
        "vHost", Name, Datacenter, Cluster, Maintenance, CpuModel, HtActive, Sockets, CoresPerSocket, Cores, Memory, Version, Vendor, Model);

    /// <summary>One host per row; a host listed twice counts once.</summary>
    public static ImmutableArray<Host> Read(SheetTable? table, string file, ReadingLog log)
    {
        if (table is null)
        {
            log.Add(
                Severity.Warning, "hosts-none", "The workbook has no sheet vHost", new SourcePlace(file), "The estate is read without hosts",
                "Export all sheets again if today's hosts, their licences or their reuse matter");
            return [];
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var hosts = new List<(SheetRow Row, Host Host)>();
        foreach (var row in table.Rows)
        {
            if (log.Names.Name(row.Text(Name), "host") is not { } name)
            {
                log.SetAside(row, Name, "host-without-name", "The host has no name", "Enter its name, or export the inventory again");
            }
            else if (!seen.Add(name))
            {
                log.SetAside(row, Name, "host-twice", $"Host {name} is listed before", "Remove one of the two rows, or rename the host if they are two");
            }
            else
            {
                hosts.Add((row, Of(row, name, log)));
            }
        }

        log.CountRows(table, hosts.Count);
        Unknowns(hosts, log);
        return [.. hosts.Select(pair => pair.Host)];
    }

    /// <summary>"# Memory" is in MiB though the header does not say so.</summary>
    private static Host Of(SheetRow row, string name, ReadingLog log)
    {
        var sockets = log.Whole(row, Sockets, MostSockets);
        var perSocket = log.Whole(row, CoresPerSocket, MostCores);
        var cores = log.Whole(row, Cores, MostCores);
        if (sockets * perSocket is { } product && cores is { } given && product != given)
        {
            log.Add(
                Severity.Warning, "host-cores-disagree", FormattableString.Invariant($"Host {name} has {sockets} x {perSocket} cores, but # Cores says {given}"),
                row.PlaceOf(Cores), FormattableString.Invariant($"Read as {given} cores"), "Correct the row, or export the inventory again");
        }

        return new Host
        {
            Name = name,
            Cluster = log.Names.Name(row.Text(Cluster), "cluster"),
            Datacenter = log.Names.Name(row.Text(Datacenter), "datacenter"),
            CpuModel = NameMask.Text(row.Text(CpuModel)),
            Sockets = sockets,
            Cores = cores ?? (sockets * perSocket is { } all and <= MostCores ? all : null),
            HyperThreading = Cells.Flag(row.Raw(HtActive)),
            Memory = log.SizeInMiB(row, Memory, MostMiB) is { Bytes: > 0 } memory ? memory : null,
            InMaintenance = Cells.Flag(row.Raw(Maintenance)) == true,
            Model = NameMask.Text(string.Join(' ', new[] { row.Text(Vendor), row.Text(Model) }.OfType<string>())) is { Length: > 0 } model ? model : null,
            Version = NameMask.Text(row.Text(Version)),
            Origin = row.Place,
        };
    }

    private static void Unknowns(List<(SheetRow Row, Host Host)> hosts, ReadingLog log)
    {
        About(host => host.Sockets is null, Sockets, "host-sockets-unknown", "CPU sockets", "Licences counted by CPU cannot be worked out for them");
        About(host => host.Cores is null, Cores, "host-cores-unknown", "Cores", "What they can carry, and licences counted by core, cannot be worked out for them");
        About(host => host.Memory is null, Memory, "host-memory-unknown", "Memory", "What they can carry cannot be worked out for them");

        void About(Func<Host, bool> isUnknown, Column column, string code, string what, string meaning)
        {
            SheetRow[] rows = [.. hosts.Where(pair => isUnknown(pair.Host)).Select(pair => pair.Row)];
            var why = rows.Length > 0 && !rows[0].Table.Has(column) ? $", for the sheet has no column {column.Header}" : "";
            log.About(
                rows, column, Severity.Warning, code, $"{what} of {Wording.Plural(rows.Length, "host")} not known{why}",
                meaning, $"Export again with all columns of vHost, or enter them in a column {column.Header}");
        }
    }
}
