using System.Collections.Immutable;
using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>vCluster: the clusters and their failover policy.</summary>
internal static class ClusterSheet
{
    private const int MostHosts = 1024;
    private static readonly Column Name = new("Name", "Cluster");
    private static readonly Column HostCount = new("NumHosts");
    private static readonly Column HighAvailability = new("HA enabled");
    private static readonly Column FailoverLevel = new("Failover Level");

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vCluster", Name, HostCount, HighAvailability, FailoverLevel);

    /// <summary>The clusters of the sheet.</summary>
    public static ImmutableArray<Cluster> Read(SheetTable? table, ImmutableArray<Host> hosts, ClusterNames names, ReadingLog log)
    {
        var clusters = new List<Cluster>();
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table?.Rows ?? [])
        {
            if (log.Names.Name(row.Text(Name), "cluster") is not { } name)
            {
                log.SetAside(row, Name, "cluster-without-name", "The cluster has no name", "Enter its name, or export the inventory again");
            }
            else if (!listed.Add(name))
            {
                log.SetAside(row, Name, "cluster-twice", $"Cluster {name} is listed before", "Rename one of the two clusters if they are two");
            }
            else
            {
                CompareHostCount(row, name, hosts, names, log);
                clusters.AddRange(Of(row, name, names, log));
            }
        }

        if (table is not null)
        {
            log.CountRows(table, listed.Count);
        }

        return [.. clusters];
    }

    private static IEnumerable<Cluster> Of(SheetRow row, string name, ClusterNames names, ReadingLog log) =>
        names.Qualified(name).Select(each => new Cluster
        {
            Name = each.Name,
            Datacenter = each.Datacenter,
            HighAvailability = Cells.Flag(row.Raw(HighAvailability)),
            FailoverLevel = Level(row, log),
            Origin = row.Place,
        });

    /// <summary>A level of 0 is a level: no failure is reserved for.</summary>
    private static int? Level(SheetRow row, ReadingLog log)
    {
        if (row.Text(FailoverLevel) is null)
        {
            return null;
        }

        if (Cells.Whole(row.Raw(FailoverLevel)) is >= 0 and <= MostHosts and var level)
        {
            return (int)level;
        }

        log.TakeAsBlank(row, FailoverLevel);
        return null;
    }

    private static void CompareHostCount(SheetRow row, string name, ImmutableArray<Host> hosts, ClusterNames names, ReadingLog log)
    {
        var qualified = names.Qualified(name).Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        var listed = hosts.Count(host => host.Cluster is { } cluster && qualified.Contains(cluster));
        if (hosts.Length > 0 && log.Whole(row, HostCount, MostHosts) is { } said && said != listed)
        {
            log.Add(
                Severity.Warning, "cluster-hosts-disagree", FormattableString.Invariant($"Cluster {name} has {said} hosts by vCluster and {listed} by vHost"),
                row.PlaceOf(HostCount), "The hosts of vHost were used", "Export all sheets again at one time if hosts are missing");
        }
    }
}
