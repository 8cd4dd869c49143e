using System.Collections.Immutable;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Runway;

/// <summary>How long the hosts of an estate last, on a page of its own and as a chapter of the report.</summary>
public static class RunwayPage
{
    /// <summary>The page. The same study gives the same page.</summary>
    public static ReportDocument Of(string title, RunwayStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new ReportDocument(
            title,
            $"On the terms of {study.Option.Name}, from {Printed.Day(study.From)} on, {Printed.Count(study.Months, "month")} ahead",
            study.From,
            Verdict(study),
            [new Points([.. study.Clusters.Select(cluster => RunwayWords.Sentence(study, cluster))])],
            [new Section("runway", "1", "Month by month", "", RunwayBlocks.Of(study, endingOnly: false))])
        {
            Kind = "When capacity runs out",
        };
    }

    /// <summary>The chapter of the report.</summary>
    internal static Section SectionOf(RunwayStudy study, string number) => new("runway", number, "When capacity runs out", Verdict(study), RunwayBlocks.Of(study, endingOnly: true));

    private static string Verdict(RunwayStudy study)
    {
        var known = study.Clusters.Where(cluster => cluster.Planned is not null).ToImmutableArray();
        var ending = known.Where(cluster => cluster.Planned!.Ends.Middle is not null).OrderBy(cluster => cluster.Planned!.Ends.Middle).ToImmutableArray();
        return (known.Length, ending.Length) switch
        {
            (0, _) => "There is no pool of hosts for which an answer can be given.",
            (_, 0) => $"By middling growth the hosts of today last beyond month {Printed.Whole(study.Months)} in {(known.Length == 1 ? "the one cluster" : $"all {Printed.Count(known.Length, "cluster")}")}.",
            _ => $"{ending[0].Cluster} runs out first: {When(study, ending[0].Planned!.Ends.Middle!.Value)} (P50).{(known.Length > 1 ? $" Of {Printed.Count(known.Length, "cluster")}, {Printed.Whole(ending.Length)} {(ending.Length == 1 ? "does" : "do")} within {Printed.Count(study.Months, "month")}." : "")}",
        };
    }

    private static string When(RunwayStudy study, int month) => month == 0 ? "already today" : $"in {RunwayWords.When(study, month)}";
}
