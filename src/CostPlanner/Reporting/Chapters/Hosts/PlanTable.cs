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
            Caption = Words.Of("hosts.plan.plan", ("letter", group.Letter), ("names", group.Names)),
            Columns =
            [
                new Column(Words.Of("common.cluster"), Width: 15),
                new Column(Words.Of("hosts.plan.today"), true, 6),
                new Column(Words.Of("hosts.plan.needed"), true, 7),
                new Column(Words.Of("hosts.plan.columns"), Width: 21),
                new Column("CPU", true, share),
                new Column(Words.Of("common.memory"), true, share),
                .. hasStorage ? new[] { new Column(Words.Of("hosts.plan.storage"), true, share) } : [],
                new Column(Words.Of("hosts.plan.if-hosts-fail"), Width: 27),
            ],
            Rows = [.. group.Plan.Clusters.Select(cluster => RowOf(cluster, hasStorage)), Sum(group.Plan, hasStorage)],
            Note = Words.Of(
                "hosts.plan.note-cpu-and-memory",
                ("any", group.Plan.Clusters.Any(cluster => (cluster.Used(Dimension.Iops) ?? cluster.Used(Dimension.Network)) is not null)
                    ? Words.Of("hosts.plan.note") : ""),
                ("take", string.Concat(
                    group.Plan.Clusters.Where(cluster => cluster.Storage is not null).Take(MostPools).Select(
                        cluster => " " + PoolOf(cluster.Cluster, cluster.Storage!))))),
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
        Words.Of(
            "hosts.plan.pool-storage-pool-of",
            ("cluster", cluster),
            ("needed", Printed.Size(pool.Needed)),
            ("hosts", pool.Hosts),
            ("raw", Printed.Size(pool.Raw)),
            (
                "rebuild",
                pool.Rule.Rebuild > 0 ? Words.Of("hosts.plan.with-lost", ("raw", Printed.Size(pool.Raw - pool.Largest)), ("rebuild", pool.Rule.Rebuild)) : ""),
            ("fill", Printed.Percent(pool.Rule.Fill)),
            ("least-hosts", pool.Rule.LeastHosts),
            ("rebuild-2", pool.Rule.Rebuild > 0 ? Words.Of("hosts.plan.pool", ("rebuild", Printed.Whole(pool.Rule.Rebuild))) : "."),
            ("has-no-spare-today", pool.Rule.HasNoSpareToday ? Words.Of("hosts.plan.pool-it-has-no") : ""));

    private static Cell Today(int? hosts) => hosts is { } known ? new Cell(Printed.Whole(known)) : Cell.Missing(Words.Of("common.not-known"));

    private static bool HasStorage(EstatePlan plan) =>
        plan.Clusters.Any(cluster => cluster.Used(Dimension.LocalStorage) is { Value: > 0 });

    private static Cell Needed(ClusterPlan cluster)
    {
        var bought = cluster.Servers.Where(load => load.Server.Bought is not null).ToList();
        return new Cell(Printed.Whole(cluster.Servers.Length), Tone.Strong)
        {
            Below = bought.Count == 0 ? null : Words.Of("hosts.plan.new", ("bought", Printed.Whole(bought.Count))),
        };
    }

    private static Cell Quality(ClusterPlan cluster)
    {
        if (!cluster.Misfits.IsEmpty)
        {
            return Cell.Missing(Words.Of("hosts.plan.without-a-place", ("misfits", cluster.Misfits.Length)));
        }

        if (cluster.Cost is { Gap: { } gap })
        {
            return new Cell(
                gap <= 0 ? Words.Of("hosts.plan.proven-the-cheapest") : Words.Of("hosts.plan.quality", ("gap", Printed.Percent(gap))))
                {
                    Below = Words.Of("hosts.plan.below"),
                };
        }

        var more = cluster.Servers.Length - cluster.LowerBound;
        var text = cluster.IsProvenFewest
            ? Words.Of("hosts.plan.proven-the-fewest")
            : Words.Of("hosts.plan.text", ("more", Printed.Whole(more)));
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
            return PoolWords.HasNone(cluster) ? Wording.Capital(PoolWords.NoFailover) + "." : Words.Of("hosts.plan.failover");
        }

        if (!proof.Holds)
        {
            return Words.Of("hosts.plan.failover-not-survived-without", ("worst-case", Phrase.And(proof.WorstCase)));
        }

        var cases = proof.CasesTried - proof.SitesTried;
        var tried = proof.Failures switch
        {
            0 => "",
            1 => Words.Of("hosts.plan.any-of-may-fail", ("cases", cases)),
            _ => Words.Of("hosts.plan.tried", ("cases", cases)),
        };
        var tightest = proof is { Tightest: { } dimension, TightestUse: { } use }
            ? Words.Of(
                "hosts.plan.tightest-without",
                ("dimension", Wording.Of(dimension)),
                ("use", Printed.Percent(use.Value)),
                ("worst-case", Phrase.And(proof.WorstCase)))
            : "";
        string[] more =
        [
            proof.SitesTried > 0 ? Words.Of("hosts.plan.more", ("sites-tried", proof.SitesTried)) : "",
            cluster.KeptFree > 0 && !cluster.Servers.All(load => load.Vms.IsEmpty) ? Words.Of(
                "hosts.plan.kept-free-for-that",
                ("kept-free", cluster.KeptFree)) : "",
            proof.CasesWithMoves > 0 ? Words.Of("hosts.plan.more-in-of-these", ("cases-with-moves", Printed.Whole(proof.CasesWithMoves))) : "",
            proof.GoDown.IsEmpty ? "" : Words.Of("hosts.plan.more-tied-to-hosts", ("go-down", proof.GoDown.Length)),
        ];
        return (tried + string.Concat(more) + tightest).Trim();
    }

    private static Row Sum(EstatePlan plan, bool hasStorage) => new(
    [
        new Cell(Words.Of("common.all")),
        Today(plan.HostsToday),
        new Cell(Printed.Whole(plan.HostsUsed)),
        new Cell(Words.Of("hosts.plan.fewest-possible", ("lower-bound", Printed.Whole(plan.LowerBound)))),
        Cell.Empty,
        Cell.Empty,
        .. hasStorage ? new[] { Cell.Empty } : [],
        Cell.Empty,
    ],
    RowKind.Total);
}
