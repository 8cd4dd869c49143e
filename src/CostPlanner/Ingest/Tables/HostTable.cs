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
            log.WhyHostsUnknown = $"the file has no sheet {layout.Name}";
            return [];
        }

        if (!table.Has(columns.Name) && table.Rows.Count > 0)
        {
            log.CountRows(table, 0);
            log.WhyHostsUnknown = $"{table.Name} has no column {columns.Name.Header}";
            log.Add(
                Severity.Warning, "host-column-missing",
                $"{table.Name} has no column {columns.Name.Header}; {RequiredColumns.Seen(table)}", table.Place,
                $"All its {ReadingWords.Plural(table.Rows.Count, "row")} were set aside, and the estate is read without hosts",
                $"Name the column of the hosts' names {columns.Name.Header}, or export the inventory again");
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
                log.SetAside(row, columns.Name, "host-without-name", "The host has no name", "Enter its name, or export the inventory again");
            }
            else if (Of(row, name, columns, log) is { } host)
            {
                if (IsListed(host, row.Text(columns.Id)))
                {
                    log.SetAside(
                        row, columns.Name, "host-twice", $"Duplicate host \"{name}\"", "Remove one of the two rows, or rename the host if they are two");
                    continue;
                }

                hosts.Add((row, host));
            }
        }

        log.CountRows(table, hosts.Count);
        if (hosts.Count == 0)
        {
            log.WhyHostsUnknown = table.Rows.Count == 0 ? $"{table.Name} is empty" : $"no row of {table.Name} names a host";
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
                Severity.Warning, "host-cores-disagree", FormattableString.Invariant(
                    $"Host {name} has {sockets} x {perSocket} cores, but {columns.Cores.Header} says {given}"),
                row.PlaceOf(columns.Cores), FormattableString.Invariant($"Read as {given} cores"), "Correct the row, or export the inventory again");
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
        About(host => host.Sockets is null, columns.Sockets, "host-sockets-unknown", "CPU sockets", "Licences counted by CPU cannot be worked out for them");
        About(
            host => host.Cores is null,
            columns.Cores,
            "host-cores-unknown",
            "Cores",
            "What they can carry, and licences counted by core, cannot be worked out for them");
        About(host => host.Memory is null, columns.Memory, "host-memory-unknown", "Memory", "What they can carry cannot be worked out for them");

        void About(Func<Host, bool> isUnknown, SheetColumn column, string code, string what, string meaning)
        {
            SheetRow[] rows = [.. hosts.Where(pair => isUnknown(pair.Host)).Select(pair => pair.Row)];
            var why = rows.Length > 0 && !rows[0].Table.Has(column) ? $", for the sheet has no column {column.Header}" : "";
            log.About(
                rows, column, Severity.Warning, code, $"{what} of {ReadingWords.Plural(rows.Length, "host")} not known{why}",
                meaning, $"Export again with all columns of {hosts[0].Row.Table.Name}, or enter them in a column {column.Header}");
        }
    }
}
