using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Hosts;

/// <summary>A plan cluster by cluster: hosts, how good the count is, how full they are, and what a failure leaves.</summary>
internal static class PlanTable
{
    public static Table Of(PlanGroup group)
    {
        var hasStorage = HasStorage(group.Plan);

        // Three shares leave no room for bars beside the figures.
        var share = hasStorage ? 8 : 12;
        return new Table
        {
            Caption = $"Plan {group.Letter}: {group.Names}",
            Columns =
            [
                new Column("Cluster", Width: 15), new Column("Today", true, 6), new Column("Needed", true, 7),
                new Column("How good is the count", Width: 21), new Column("CPU", true, share), new Column("Memory", true, share),
                .. hasStorage ? new[] { new Column("Storage", true, share) } : [],
                new Column("If hosts fail", Width: 27),
            ],
            Rows = [.. group.Plan.Clusters.Select(cluster => RowOf(cluster, hasStorage)), Sum(group.Plan, hasStorage)],
            Note = "CPU and memory: share used of what may be promised, over all hosts of the plan, all of them running. If hosts fail: each host, or "
                + "each pair, was taken away in turn, and its VMs were placed by name on the rest."
                + (group.Plan.Clusters.Any(cluster => (cluster.Used(Dimension.Iops) ?? cluster.Used(Dimension.Network)) is not null)
                    ? " Disk operations and network traffic were kept within what hosts can do, too." : "")
                + string.Concat(
                    group.Plan.Clusters.Where(cluster => cluster.Storage is not null).Take(MostPools).Select(
                        cluster => " " + PoolOf(cluster.Cluster, cluster.Storage!))),
            IsKept = true,
        };
    }

    public static Row RowOf(ClusterPlan cluster, bool hasStorage) => new(
    [
        new Cell(cluster.Cluster),
        Today(cluster.HostsToday),
        Needed(cluster),
        Quality(cluster),
        Use(cluster.Used(Dimension.Cpu), hasStorage),
        Use(cluster.Used(Dimension.Memory), hasStorage),
        .. hasStorage ? new[] { Use(cluster.Used(Dimension.LocalStorage), hasStorage) } : [],
        new Cell(Failover(cluster)),
    ]);

    private const int MostPools = 5;

    /// <summary>The storage pool of a cluster in a sentence, with the figures that decide how many hosts it needs.</summary>
    private static string PoolOf(string cluster, PoolUse pool) =>
        $"Storage pool of {cluster}: {Printed.Size(pool.Needed)} with all copies; {Printed.Count(pool.Hosts, "host")} hold {Printed.Size(pool.Raw)} raw"
        + (pool.Rule.Rebuild > 0 ? $", {Printed.Size(pool.Raw - pool.Largest)} with {Printed.Count(pool.Rule.Rebuild, "host")} lost," : "")
        + $" of which {Printed.Percent(pool.Rule.Fill)} may be filled. Its policy needs {Printed.Count(pool.Rule.LeastHosts, "host")}"
        + (pool.Rule.Rebuild > 0 ? $" and {Printed.Whole(pool.Rule.Rebuild)} more to rebuild on." : ".")
        + (pool.Rule.HasNoSpareToday ? " It has no host more than that today: no rebuild was planned." : "");

    private static Cell Today(int? hosts) => hosts is { } known ? new Cell(Printed.Whole(known)) : Cell.Missing("not known");

    private static bool HasStorage(EstatePlan plan) =>
        plan.Clusters.Any(cluster => cluster.Used(Dimension.LocalStorage) is { Value: > 0 });

    private static Cell Needed(ClusterPlan cluster)
    {
        var bought = cluster.Servers.Where(load => load.Server.Bought is not null).ToList();
        return new Cell(Printed.Whole(cluster.Servers.Length), Tone.Strong)
        {
            Below = bought.Count == 0 ? null : $"{Printed.Whole(bought.Count)} new",
        };
    }

    private static Cell Quality(ClusterPlan cluster)
    {
        if (!cluster.Misfits.IsEmpty)
        {
            return Cell.Missing($"{Printed.Count(cluster.Misfits.Length, "VM")} without a place");
        }

        if (cluster.Cost is { Gap: { } gap })
        {
            return new Cell(
                gap <= 0 ? "Proven the cheapest" : $"At most {Printed.Percent(gap)} above the cheapest possible") { Below = "licences of guests not counted" };
        }

        var more = cluster.Servers.Length - cluster.LowerBound;
        var text = cluster.IsProvenFewest
            ? "Proven the fewest"
            : $"At most {Printed.Whole(more)} more than the fewest possible";
        return new Cell(text) { Below = Sentences.Of(cluster.BoundBy) };
    }

    private static Cell Use(Fraction? used, bool isNarrow) => used is { } share
        ? new Cell(Printed.Percent(share.Value)) { Bar = isNarrow ? null : share.Value }
        : new Cell("–", Tone.Quiet);

    private static string Failover(ClusterPlan cluster)
    {
        var proof = cluster.Failover;
        if (proof is { Failures: 0, SitesTried: 0 })
        {
            return PoolWords.HasNone(cluster) ? Wording.Capital(PoolWords.NoFailover) + "." : "No failure is provided for.";
        }

        if (!proof.Holds)
        {
            return $"Not survived: without {string.Join(" and ", proof.WorstCase)} not every VM finds a place.";
        }

        var cases = proof.CasesTried - proof.SitesTried;
        var tried = proof.Failures switch
        {
            0 => "",
            1 => $"Any of {Printed.Count(cases, "host")} may fail.",
            _ => $"Any two hosts may fail; {Printed.Count(cases, "pair")} tried.",
        };
        var tightest = proof is { Tightest: { } dimension, TightestUse: { } use }
            ? $" Tightest: {Wording.Of(dimension)} {Printed.Percent(use.Value)} without {string.Join(" and ", proof.WorstCase)}."
            : "";
        string[] more =
        [
            proof.SitesTried > 0 ? $" Any of {Printed.Count(proof.SitesTried, "site")} may be lost." : "",
            cluster.KeptFree > 0 && !cluster.Servers.All(load => load.Vms.IsEmpty) ? $" {Printed.Count(cluster.KeptFree, "host")} kept free for that." : "",
            proof.CasesWithMoves > 0 ? $" In {Printed.Whole(proof.CasesWithMoves)} of these cases other VMs move to make room." : "",
            proof.GoDown.IsEmpty ? "" : $" {Printed.Count(proof.GoDown.Length, "VM")} tied to hosts may go down with them.",
        ];
        return (tried + string.Concat(more) + tightest).Trim();
    }

    private static Row Sum(EstatePlan plan, bool hasStorage) => new(
    [
        new Cell("All"),
        Today(plan.HostsToday),
        new Cell(Printed.Whole(plan.HostsUsed)),
        new Cell($"Fewest possible: {Printed.Whole(plan.LowerBound)}"),
        Cell.Empty,
        Cell.Empty,
        .. hasStorage ? new[] { Cell.Empty } : [],
        Cell.Empty,
    ],
    RowKind.Total);
}
