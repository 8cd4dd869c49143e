using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.NutanixCollector;

/// <summary>vCluster: the clusters, by name alone.</summary>
internal static class CollectorClusters
{
    private static readonly SheetColumn Name = new("Cluster Name", "Cluster", "Name");

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vCluster", Name);

    /// <summary>One cluster per row; one listed twice counts once.</summary>
    public static ImmutableArray<Cluster> Read(SheetTable? table, ReadingLog log)
    {
        if (table is null)
        {
            return [];
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var clusters = ImmutableArray.CreateBuilder<Cluster>();
        foreach (var row in table.Rows)
        {
            if (log.Names.Name(row.Text(Name), "cluster") is not { } name)
            {
                log.SetAside(row, Name, "cluster-without-name", Message.Of("cluster-without-name"), Message.Of("cluster-without-name.mend"));
            }
            else if (!seen.Add(name))
            {
                log.SetAside(row, Name, "cluster-twice", Message.Of("cluster-twice", ("cluster", name)), Message.Of("cluster-twice.mend"));
            }
            else
            {
                clusters.Add(new Cluster { Name = name, Origin = row.Place });
            }
        }

        log.CountRows(table, clusters.Count);
        return clusters.ToImmutable();
    }
}
