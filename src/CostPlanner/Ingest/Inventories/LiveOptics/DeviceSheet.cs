using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.LiveOptics;

/// <summary>Host Devices: the datastores, each once per host that mounts it.</summary>
internal static class DeviceSheet
{
    private static readonly SheetColumn Server = new("Server Name");
    private static readonly SheetColumn Name = new("Device Name");
    private static readonly SheetColumn Type = new("Device Type");
    private static readonly SheetColumn Capacity = new("Capacity (GiB)") { Measure = NumberKind.Datastore(Unit.GiB) };
    private static readonly SheetColumn Free = new("Free Capacity (GiB)") { Measure = NumberKind.Datastore(Unit.GiB) };

    private static readonly DatastoreColumns Columns = new(Name, Type, Capacity, Free);

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("Host Devices", Server, Name, Type, Capacity, Free);

    /// <summary>One datastore per device name, with the hosts of all its rows: a shared one is listed once for each host.</summary>
    public static ImmutableArray<Datastore> Read(SheetTable? table, ReadingLog log)
    {
        if (table is null)
        {
            return [];
        }

        var devices = new Dictionary<string, (Datastore Datastore, List<string> Hosts)>(StringComparer.OrdinalIgnoreCase);
        var used = 0;
        foreach (var row in table.Rows)
        {
            if (Columns.Read(row, Message.Of("datastore.device"), log) is not { } datastore)
            {
                continue;
            }

            used++;
            devices.TryAdd(datastore.Name, (datastore, []));
            if (log.Names.Name(row.Text(Server), "host") is { } host)
            {
                devices[datastore.Name].Hosts.Add(host);
            }
        }

        log.CountRows(table, used);
        return [
            .. devices.Values.Select(
                each => each.Datastore with { Hosts = [.. each.Hosts.Distinct(StringComparer.OrdinalIgnoreCase)], HostCount = Count(each.Hosts) }),
        ];
    }

    private static int? Count(List<string> hosts) => hosts.Count == 0 ? null : hosts.Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
