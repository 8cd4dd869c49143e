using CostPlanner.Demand;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Runway;

namespace CostPlanner.Reporting.Chapters.Runway;

/// <summary>What is said of runways, on a terminal and on a page.</summary>
public static class RunwayWords
{
    /// <summary>The headers of the table of a study.</summary>
    public static IReadOnlyList<string> Headers { get; } = [
        "cluster",
        "hosts",
        Words.Of("runway.headers-growth-by"),
        Words.Of("runway.headers-per-year"),
        Words.Of("runway.full-in"),
        "P10",
        "P90",
        "limit",
        Words.Of("runway.one-more-host"),
        "gains",
    ];

    private static string NoMonth => Words.Of("runway.no-month");

    /// <summary>A pool's rows of that table, one for each growth.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(RunwayStudy study, ClusterRunway cluster) => cluster.Outlooks.IsEmpty
        ? [
            [
                cluster.Cluster,
                cluster.Hosts == 0 ? Words.Of("common.not-known") : Printed.Whole(cluster.Hosts),
                "",
                "",
                Words.Of("common.no-answer"),
                "",
                "",
                "",
                "",
                "",
            ],
        ]
        : cluster.Outlooks.Select(each => (IReadOnlyList<string>)
        [
            cluster.Cluster, Printed.Whole(cluster.Hosts), Of(each.Growth.Source), GrowthOf(each),
            When(study, each.Ends.Middle), When(study, each.Ends.Early), When(study, each.Ends.Late),
            each.Limit is { } limit ? Wording.Of(limit) : "", When(study, each), Gain(study, each),
        ]);

    /// <summary>When it ends: "month 14 (2027-12)", "today", "after month 60".</summary>
    public static string When(RunwayStudy study, int? month) => month switch
    {
        null => Words.Of("runway.after", ("month", Month(study.Months))),
        0 => Words.Of("runway.today"),
        { } end => $"{Month(end)} ({Printed.ShortDay(study.From.AddMonths(end))[..7]})",
    };

    private static string Until(RunwayStudy study, int? month) => month is null ? Words.Of("runway.beyond", ("month", Month(study.Months))) : Words.Of(
        "runway.to",
        ("when", When(study, month)));

    /// <summary>Whose hosts are looked at: those of today, or those that an option plans.</summary>
    public static string Whose(RunwayStudy study) =>
        study.PlannedFrom is null ? Words.Of("runway.whose-today") : Words.Of("runway.whose-planned", ("option", study.Option.Name));

    /// <summary>What growth is known from.</summary>
    public static string Of(GrowthSource source) => source == GrowthSource.Rate ? Words.Of("runway.rate-2") : Words.Of("runway.snapshots-2");

    /// <summary>The yearly growth of what fills the hosts, with its range.</summary>
    public static string GrowthOf(RunwayOutlook outlook)
    {
        var growth = outlook.Growth.Growths.FirstOrDefault(each => each.Dimension == outlook.Limit) ?? outlook.Growth.Growths[0];
        return growth.Low == growth.High
            ? Printed.Percent(growth.Middle)
            : Words.Of(
                "runway.growth-to",
                ("middle", Printed.Percent(growth.Middle)),
                ("low", Printed.Percent(growth.Low)),
                ("high", Printed.Percent(growth.High)));
    }

    /// <summary>
    /// The months that the next host adds to the middle: "14 months", "at least 30 months", "no month"; empty where there is nothing to add to.
    /// </summary>
    /// <remarks>What holds in the last month looked at fails in the month after it at the earliest.</remarks>
    public static string Gain(RunwayStudy study, RunwayOutlook outlook) => (outlook.Ends.Middle, outlook.Next) switch
    {
        ({ } without, { Ends.Middle: { } with }) => with > without ? Printed.Count(with - without, "month") : NoMonth,
        ({ } without, { Ends.Middle: null }) => Words.Of("runway.at-least", ("months", study.Months + 1 - without)),
        _ => "",
    };

    /// <summary>A pool in a sentence.</summary>
    public static string Sentence(RunwayStudy study, ClusterRunway cluster) => cluster.Planned switch
    {
        null => Words.Of("runway.no-answer", ("cluster", cluster.Cluster), ("why-none", cluster.WhyNone!)),
        { Ends.Middle: 0 } now => Words.Of(
            "runway.sentence",
            ("cluster", cluster.Cluster),
            ("hosts", cluster.Hosts),
            ("lost", Lost(cluster)),
            ("reason", Reason(now))),
        { Ends.Middle: null,
            Ends.Early: null } => Words.Of(
                "runway.sentence-its-last-beyond",
                ("cluster", cluster.Cluster),
                ("hosts", cluster.Hosts),
                ("month", Month(study.Months))),
        { Ends.Middle: null } fast => Words.Of(
            "runway.sentence-its-last-beyond-where-growth-is",
            ("cluster", cluster.Cluster),
            ("hosts", cluster.Hosts),
            ("month", Month(study.Months)),
            ("until", Until(study, fast.Ends.Early))),
        { } then => Words.Of(
            "runway.sentence-from-on-its",
            ("cluster", cluster.Cluster),
            ("when", When(study, then.Ends.Middle)),
            ("hosts", cluster.Hosts),
            ("lost", Lost(cluster)),
            ("when-2", When(study, then.Ends.Early)),
            ("when-3", When(study, then.Ends.Late)),
            ("reason", Reason(then))),
    };

    /// <summary>What the next host buys, in a sentence; null where there is nothing to say.</summary>
    public static string? NextSentence(RunwayStudy study, ClusterRunway cluster) =>
        cluster.Planned is { Next: { } next } outlook && Gain(study, outlook) is { Length: > 0 } gain
        ? Words.Of(
            "runway.next-sentence-one-more-host",
            ("cluster", cluster.Cluster),
            ("host", next.Host),
            ("value", next.Price is { } price ? $", {Printed.Amount(price)}" : ""),
            ("gain", gain),
            ("middle", next.Ends.Middle == 0 ? Words.Of("runway.next-sentence") : Words.Of(
                "runway.they-last",
                ("until", Until(study, next.Ends.Middle)))),
            ("when", When(study, next.Ends.Early)),
            ("when-2", When(study, next.Ends.Late)))
        : null;

    /// <summary>What CPU is counted in.</summary>
    public static string Of(CpuUnit unit) => unit == CpuUnit.VCpus ? Words.Of("runway.vcpus") : Words.Of("common.busy-cores");

    private static string When(RunwayStudy study, RunwayOutlook outlook) => outlook.Next is { } next ? When(study, next.Ends.Middle) : "";

    private static string Month(int month) => Words.Of("runway.month-month", ("month", Printed.Whole(month)));

    private static string Lost(ClusterRunway cluster) => cluster.Failures == 0 ? "" : Words.Of(
        "runway.with-lost",
        ("failures", Printed.Whole(cluster.Failures)));

    private static string Reason(RunwayOutlook outlook) => outlook.Why is { } why ? $"; {Sentences.Of(why).TrimEnd('.')}" : "";
}
