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
        "growth by",
        "per year",
        "full in",
        "P10",
        "P90",
        "limit",
        "one more host",
        "gains",
    ];

    private const string NoMonth = "no month";

    /// <summary>A pool's rows of that table, one for each growth.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(RunwayStudy study, ClusterRunway cluster) => cluster.Outlooks.IsEmpty
        ? [[cluster.Cluster, cluster.Hosts == 0 ? "not known" : Printed.Whole(cluster.Hosts), "", "", "no answer", "", "", "", "", ""]]
        : cluster.Outlooks.Select(each => (IReadOnlyList<string>)
        [
            cluster.Cluster, Printed.Whole(cluster.Hosts), Of(each.Growth.Source), GrowthOf(each),
            When(study, each.Ends.Middle), When(study, each.Ends.Early), When(study, each.Ends.Late),
            each.Limit is { } limit ? Wording.Of(limit) : "", When(study, each), Gain(study, each),
        ]);

    /// <summary>When it ends: "month 14 (2027-12)", "today", "after month 60".</summary>
    public static string When(RunwayStudy study, int? month) => month switch
    {
        null => $"after {Month(study.Months)}",
        0 => "today",
        { } end => $"{Month(end)} ({Printed.ShortDay(study.From.AddMonths(end))[..7]})",
    };

    private static string Until(RunwayStudy study, int? month) => month is null ? $"beyond {Month(study.Months)}" : $"to {When(study, month)}";

    /// <summary>What growth is known from.</summary>
    public static string Of(GrowthSource source) => source == GrowthSource.Rate ? "rate" : "snapshots";

    /// <summary>The yearly growth of what fills the hosts, with its range.</summary>
    public static string GrowthOf(RunwayOutlook outlook)
    {
        var growth = outlook.Growth.Growths.FirstOrDefault(each => each.Dimension == outlook.Limit) ?? outlook.Growth.Growths[0];
        return growth.Low == growth.High
            ? Printed.Percent(growth.Middle)
            : $"{Printed.Percent(growth.Middle)} ({Printed.Percent(growth.Low)} to {Printed.Percent(growth.High)})";
    }

    /// <summary>
    /// The months that the next host adds to the middle: "14 months", "at least 30 months", "no month"; empty where there is nothing to add to.
    /// </summary>
    /// <remarks>What holds in the last month looked at fails in the month after it at the earliest.</remarks>
    public static string Gain(RunwayStudy study, RunwayOutlook outlook) => (outlook.Ends.Middle, outlook.Next) switch
    {
        ({ } without, { Ends.Middle: { } with }) => with > without ? Printed.Count(with - without, "month") : NoMonth,
        ({ } without, { Ends.Middle: null }) => $"at least {Printed.Count(study.Months + 1 - without, "month")}",
        _ => "",
    };

    /// <summary>A pool in a sentence.</summary>
    public static string Sentence(RunwayStudy study, ClusterRunway cluster) => cluster.Planned switch
    {
        null => $"{cluster.Cluster}: no answer: {Sentences.Of(cluster.WhyNone!)}.",
        { Ends.Middle: 0 } now => $"{cluster.Cluster}: already today its {Printed.Count(cluster.Hosts, "host")} cannot be shown to carry all VMs"
            + $"{Lost(cluster)}{Reason(now)}.",
        { Ends.Middle: null,
            Ends.Early: null } => $"{cluster.Cluster}: its {Printed.Count(cluster.Hosts, "host")} last beyond {Month(study.Months)}, also where growth is "
                + "fast (P10).",
        { Ends.Middle: null } fast => $"{cluster.Cluster}: its {Printed.Count(cluster.Hosts, "host")} last beyond {Month(study.Months)}; where growth is fast "
            + $"(P10), {Until(study, fast.Ends.Early)}.",
        { } then => $"{cluster.Cluster}: from {When(study, then.Ends.Middle)} on its {Printed.Count(cluster.Hosts, "host")} cannot be shown to carry all VMs"
            + $"{Lost(cluster)} (P10: {When(study, then.Ends.Early)}, P90: {When(study, then.Ends.Late)}){Reason(then)}.",
    };

    /// <summary>What the next host buys, in a sentence; null where there is nothing to say.</summary>
    public static string? NextSentence(RunwayStudy study, ClusterRunway cluster) =>
        cluster.Planned is { Next: { } next } outlook && Gain(study, outlook) is { Length: > 0 } gain
        ? $"{cluster.Cluster}: one more host ({Sentences.Of(next.Host)}{(next.Price is { } price ? $", {Printed.Amount(price)}" : "")}) buys {gain}: "
            + $"{(next.Ends.Middle == 0 ? "already today they do not suffice" : $"they last {Until(study, next.Ends.Middle)}")} (P10: "
            + $"{When(study, next.Ends.Early)}, P90: {When(study, next.Ends.Late)})."
        : null;

    /// <summary>What CPU is counted in.</summary>
    public static string Of(CpuUnit unit) => unit == CpuUnit.VCpus ? "vCPUs" : "busy cores";

    private static string When(RunwayStudy study, RunwayOutlook outlook) => outlook.Next is { } next ? When(study, next.Ends.Middle) : "";

    private static string Month(int month) => $"month{Printed.Space}{Printed.Whole(month)}";

    private static string Lost(ClusterRunway cluster) => cluster.Failures == 0 ? "" : $" with {Printed.Whole(cluster.Failures)} lost";

    private static string Reason(RunwayOutlook outlook) => outlook.Why is { } why ? $"; {Sentences.Of(why).TrimEnd('.')}" : "";
}
