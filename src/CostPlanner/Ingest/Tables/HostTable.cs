using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>A sheet that has one row per host.</summary>
internal static class HostTable
{
    private const int MostSockets = 64;
    private const int MostCores = 8192;
    private const int MostVms = 1_000_000;
    private const long MostMiB = 1L << 30; // 1 PiB

    /// <summary>One host per row; a host listed twice counts once.</summary>
    public static ImmutableArray<Host> Read(SheetTable? table, SheetLayout layout, HostColumns columns, ReadingLog log)
    {
        if (table is null)
        {
            log.WhyHostsUnknown = Message.Of("no-hosts.sheet", ("sheet", layout.Name));
            return [];
        }

        if (!table.Has(columns.Name) && table.Rows.Count > 0)
        {
            log.CountRows(table, 0);
            log.WhyHostsUnknown = Message.Of("no-hosts.column", ("sheet", table.Name), ("column", columns.Name.Header));
            log.Add(
                Severity.Warning, "host-column-missing",
                Message.Of("host-column-missing", ("sheet", table.Name), ("column", columns.Name.Header), ("seen", RequiredColumns.Seen(table))),
                table.Place,
                Message.Of("host-column-missing.done", ("rows", table.Rows.Count)),
                Message.Of("host-column-missing.mend", ("column", columns.Name.Header)));
            return [];
        }

        foreach (var row in table.Rows)
        {
            log.Names.Hide(row.Text(columns.Serial));
            log.Names.Hide(row.Text(columns.ServiceTag));
        }

        TotalRow.SetAside(table, columns.Name, [columns.Sockets, columns.Cores, columns.Memory], log);
        log.LookForClusters(table, columns.Cluster);
        var hosts = new List<(SheetRow Row, Host Host)>();
        var alike = new Dictionary<string, List<(Host Host, string? Id)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            if (log.Names.Name(row.Text(columns.Name), "host") is not { } name)
            {
                log.SetAside(row, columns.Name, "host-without-name", Message.Of("host-without-name"), Message.Of("host-without-name.mend"));
            }
            else if (Of(row, name, columns, log) is { } host)
            {
                if (IsListed(host, row.Text(columns.Id)))
                {
                    log.SetAside(row, columns.Name, "host-twice", Message.Of("host-twice", ("host", name)), Message.Of("host-twice.mend"));
                    continue;
                }

                hosts.Add((row, host));
            }
        }

        log.CountRows(table, hosts.Count);
        if (hosts.Count == 0)
        {
            log.WhyHostsUnknown = Message.Of(table.Rows.Count == 0 ? "no-hosts.empty" : "no-hosts.rows", ("sheet", table.Name));
            return [];
        }

        var filled = HostTwins.Fill([.. hosts.Select(pair => pair.Host)], log);
        Unknowns([.. hosts.Zip(filled, (pair, host) => (pair.Row, host))], columns, log);
        return HostIds.Named([.. hosts.Zip(filled, (pair, host) => (host, pair.Row.Text(columns.Id)))]);

        bool IsListed(Host host, string? id)
        {
            if (!alike.TryGetValue(host.Name, out var before))
            {
                alike.Add(host.Name, before = []);
            }

            var listed = before.Any(other => HostIds.IsOne(other.Host, other.Id, host, id));
            before.Add((host, id));
            return listed;
        }
    }

    private static Host Of(SheetRow row, string name, HostColumns columns, ReadingLog log)
    {
        var sockets = log.Whole(row, columns.Sockets, MostSockets);
        var perSocket = log.Whole(row, columns.CoresPerSocket, MostCores);
        var cores = log.Whole(row, columns.Cores, MostCores);
        if (sockets * perSocket is { } product && cores is { } given && product != given)
        {
            log.Add(
                Severity.Warning, "host-cores-disagree",
                Message.Of(
                    "host-cores-disagree",
                    ("host", name), ("sockets", sockets!.Value), ("per-socket", perSocket!.Value), ("column", columns.Cores.Header), ("cores", given)),
                row.PlaceOf(columns.Cores), Message.Of("host-cores-disagree.done", ("cores", given)), Message.Of("host-cores-disagree.mend"));
        }

        return new Host
        {
            Name = name,
            VCenter = log.Managers.Of(row, columns.Manager),
            Cluster = log.Names.Name(row.Text(columns.Cluster), "cluster"),
            Datacenter = log.Names.Name(row.Text(columns.Datacenter), "datacenter"),
            CpuModel = log.Names.Words(row.Text(columns.CpuModel)),
            Sockets = sockets,
            Cores = cores ?? (sockets * perSocket is { } all and <= MostCores ? all : null),
            CoreSpeed = log.MHz(row, columns.CoreMHz),
            HyperThreading = Threading(row, columns, cores ?? sockets * perSocket, log),
            Memory = log.Size(row, columns.Memory, MostMiB) is { Bytes: > 0 } memory ? memory : null,
            InMaintenance = log.Flag(row, columns.Maintenance) == true,
            MovesRunningVms = log.Flag(row, columns.MovesRunningVms),
            Model = log.Names.Words(string.Join(' ', new[] { row.Text(columns.Vendor), row.Text(columns.Model) }.OfType<string>())) is { Length: > 0 } model
                ? model
                : null,
            Version = log.Names.Words(row.Text(columns.Version)),
            Stated = Load(row, columns, log),
            Origin = row.Place,
        };
    }

    /// <summary>What the sheet says runs on the host; 0 is a figure here. Null where it says nothing.</summary>
    private static StatedLoad? Load(SheetRow row, HostColumns columns, ReadingLog log)
    {
        var load = new StatedLoad(Count(columns.Vms), Count(columns.VmsPoweredOn), Count(columns.VCpus), log.Size(row, columns.VmMemory, MostMiB));
        return load == new StatedLoad(null, null, null, null) ? null : load;

        int? Count(SheetColumn column) =>
            row.Text(column) is not null && log.Value(row, column) is >= 0 and <= MostVms and var count && decimal.IsInteger(count) ? (int)count : null;
    }

    /// <summary>Threads that are neither once nor twice the cores say nothing.</summary>
    private static bool? Threading(SheetRow row, HostColumns columns, int? cores, ReadingLog log) =>
        log.Flag(row, columns.HyperThreading)
        ?? (cores is { } count && log.Whole(row, columns.Threads, MostCores) is { } threads
            ? threads == 2 * count ? true : threads == count ? false : null
            : null);

    private static void Unknowns(List<(SheetRow Row, Host Host)> hosts, HostColumns columns, ReadingLog log)
    {
        About(host => host.Sockets is null, columns.Sockets, "host-sockets-unknown", Message.Of("host.sockets"), Message.Of("host-sockets-unknown.done"));
        About(host => host.Cores is null, columns.Cores, "host-cores-unknown", Message.Of("host.cores"), Message.Of("host-cores-unknown.done"));
        About(host => host.Memory is null, columns.Memory, "host-memory-unknown", Message.Of("host.memory"), Message.Of("host-memory-unknown.done"));

        void About(Func<Host, bool> isUnknown, SheetColumn column, string code, Message what, Message meaning)
        {
            SheetRow[] rows = [.. hosts.Where(pair => isUnknown(pair.Host)).Select(pair => pair.Row)];
            var why = rows.Length > 0 && !rows[0].Table.Has(column) ? Message.Of("host-figure-unknown.no-column", ("column", column.Header)) : Message.None;
            log.About(
                rows, column, Severity.Warning, code,
                Message.Of("host-figure-unknown", ("what", what), ("hosts", rows.Length), ("why", why), ("rows", ReadingWords.Rows(rows))),
                meaning, Message.Of("host-figure-unknown.mend", ("sheet", hosts[0].Row.Table.Name), ("column", column.Header)));
        }
    }
}
