using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>vDatastore: where the disks lie. Addresses are never read.</summary>
internal static class DatastoreSheet
{
    private const int MostHosts = 10_000;
    private static readonly SheetColumn Name = new("Name");
    private static readonly SheetColumn Type = new("Type");
    private static readonly SheetColumn Capacity = new("Capacity MiB", "Capacity") { Measure = NumberKind.Datastore(Unit.MiB) };
    private static readonly SheetColumn Free = new("Free MiB", "Free", "Free Space") { Measure = NumberKind.Datastore(Unit.MiB) };
    private static readonly SheetColumn InUse = new("In Use MiB", "In Use") { Measure = NumberKind.Datastore(Unit.MiB) };
    private static readonly SheetColumn HostCount = new("# Hosts");
    private static readonly SheetColumn Hosts = new("Hosts");
    private static readonly SheetColumn ObjectId = new("Object ID");
    private static readonly DatastoreColumns Columns = new(Name, Type, Capacity, Free);
    private static readonly ManagerColumns Manager = VmColumns.Info.Manager;

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vDatastore", [Name, Type, Capacity, Free, InUse, HostCount, Hosts, ObjectId, .. Manager.All])
    {
        Signature = [Name, Type, Capacity, Free],
    };

    /// <summary>One datastore per row.</summary>
    public static ImmutableArray<Datastore> Read(SheetTable? table, ReadingLog log)
    {
        if (table is null)
        {
            return [];
        }

        var seen = new HashSet<(string?, string)>();
        var datastores = ImmutableArray.CreateBuilder<Datastore>();
        foreach (var row in table.Rows)
        {
            if (row.Text(ObjectId) is { } id && !seen.Add((log.Managers.Of(row, Manager), id)))
            {
                log.SetAside(row, ObjectId, "datastore-twice", Message.Of("datastore-twice"), Message.Of("datastore-twice.mend"));
            }
            else if (Of(row, log) is { } datastore)
            {
                datastores.Add(datastore);
            }
        }

        log.CountRows(table, datastores.Count);
        return datastores.ToImmutable();
    }

    /// <summary>Columns that say MB hold MiB.</summary>
    private static Datastore? Of(SheetRow row, ReadingLog log)
    {
        var hosts = (row.Text(Hosts) ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Columns.Read(row, Message.Of("datastore.datastore"), log) is { } datastore
            ? datastore with
            {
                VCenter = log.Managers.Of(row, Manager),
                InUse = log.Size(row, InUse, DatastoreColumns.MostMiB),
                Hosts = [.. hosts.Select(host => log.Names.Name(host, "host")!)],
                HostCount = log.Whole(row, HostCount, MostHosts) ?? (hosts.Length > 0 ? hosts.Length : null),
            }
            : null;
    }
}
