using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.LiveOptics;

/// <summary>Host Devices: the datastores, each once per host that mounts it.</summary>
internal static class DeviceSheet
{
    private const long MostMiB = 1L << 36; // 64 PiB
    private static readonly SheetColumn Server = new("Server Name");
    private static readonly SheetColumn Name = new("Device Name");
    private static readonly SheetColumn Type = new("Device Type");
    private static readonly SheetColumn Capacity = new("Capacity (GiB)") { Measure = NumberKind.Datastore(Unit.GiB) };
    private static readonly SheetColumn Free = new("Free Capacity (GiB)") { Measure = NumberKind.Datastore(Unit.GiB) };

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
            if (Of(row, log) is not { } datastore)
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

    private static Datastore? Of(SheetRow row, ReadingLog log)
    {
        if (log.Names.Name(row.Text(Name), "datastore") is not { } name)
        {
            log.SetAside(row, Name, "datastore-without-name", "The device has no name", "Enter its name, or export the inventory again");
            return null;
        }

        if (log.Value(row, Capacity) is not { } capacity || capacity is < 0 or > MostMiB)
        {
            log.SetAside(
                row, Capacity, "datastore-capacity-unusable", $"The capacity of device {name} is {NameMask.Shown(row.Raw(Capacity))}, not a size in GiB",
                "Enter its capacity in GiB, or export the inventory again");
            return null;
        }

        return new Datastore
        {
            Name = name,
            Type = log.Names.Words(row.Text(Type)),
            Capacity = ByteSize.FromMiB(capacity),
            Free = log.Size(row, Free, MostMiB),
            Origin = row.Place,
        };
    }
}
