using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>vCluster: the clusters and their failover policy.</summary>
internal static class ClusterSheet
{
    private const int MostHosts = 1024;
    private const int MostCores = 1_000_000;
    private const long MostMemoryMiB = 1L << 28; // 256 TiB
    private static readonly SheetColumn Name = new("Name", "Cluster");
    private static readonly SheetColumn HostCount = new("NumHosts");
    private static readonly SheetColumn CoreCount = new("NumCpuCores");
    private static readonly SheetColumn TotalMemory = new("TotalMemory");
    private static readonly SheetColumn TotalCpu = new("TotalCpu"); // MHz
    private static readonly SheetColumn HighAvailability = new("HA enabled", "HAEnabled", "vSphere HA");
    private static readonly SheetColumn BalancesLoad = new("DRS enabled", "DrsEnabled", "vSphere DRS");
    private static readonly SheetColumn FailoverLevel = new("Failover Level");
    private static readonly ManagerColumns Manager = VmColumns.Info.Manager;

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new(
        "vCluster", [Name, HostCount, CoreCount, TotalMemory, TotalCpu, HighAvailability, BalancesLoad, FailoverLevel, .. Manager.All])
    {
        Signature = [Name, HostCount],
    };

    /// <summary>The clusters of the sheet.</summary>
    public static ImmutableArray<Cluster> Read(SheetTable? table, ClusterNames names, ReadingLog log)
    {
        var clusters = new List<Cluster>();
        var listed = new HashSet<(string Name, string? VCenter)>();
        foreach (var row in table?.Rows ?? [])
        {
            if (log.Names.Name(row.Text(Name), "cluster") is not { } name)
            {
                log.SetAside(row, Name, "cluster-without-name", Message.Of("cluster-without-name"), Message.Of("cluster-without-name.mend"));
            }
            else if (!listed.Add((name.ToUpperInvariant(), log.Managers.Of(row, Manager))))
            {
                log.SetAside(row, Name, "cluster-twice", Message.Of("cluster-twice", ("cluster", name)), Message.Of("cluster-twice.mend"));
            }
            else
            {
                clusters.AddRange(Of(row, name, names, log));
            }
        }

        if (table is not null)
        {
            log.CountRows(table, listed.Count);
        }

        return [.. clusters];
    }

    private static IEnumerable<Cluster> Of(SheetRow row, string name, ClusterNames names, ReadingLog log)
    {
        var qualified = names.Qualified(name, log.Managers.Of(row, Manager)).ToList();
        var isOne = qualified.Count == 1; // a name that two clusters share has the figures of one of them
        return qualified.Select(each => new Cluster
        {
            Name = each.Name,
            NameInSource = name,
            Datacenter = each.Datacenter,
            VCenter = each.VCenter,
            HighAvailability = log.Flag(row, HighAvailability),
            BalancesLoad = log.Flag(row, BalancesLoad),
            FailoverLevel = Level(row, log),
            StatedHosts = isOne ? log.Whole(row, HostCount, MostHosts) : null,
            StatedCores = isOne ? log.Whole(row, CoreCount, MostCores) : null,
            StatedMemory = isOne ? Memory(row, log) : null,
            StatedCpu = isOne ? log.MHz(row, TotalCpu) : null,
            Origin = row.Place,
        });
    }

    /// <summary>MiB; what would be more than 256 TiB in MiB is in bytes, as the internal name of the column has it.</summary>
    private static ByteSize? Memory(SheetRow row, ReadingLog log) =>
        Cells.Number(row.Raw(TotalMemory)) is > MostMemoryMiB and <= long.MaxValue / 2 and var bytes
        ? ByteSize.FromBytes((long)bytes)
        : log.Size(row, TotalMemory, MostMemoryMiB) is { Bytes: > 0 } size ? size : null;

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
}
