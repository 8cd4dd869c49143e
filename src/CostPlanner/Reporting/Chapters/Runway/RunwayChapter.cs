using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Runway;

namespace CostPlanner.Reporting.Chapters.Runway;

/// <summary>How long the hosts of an estate last, as a chapter of the report.</summary>
internal static class RunwayChapter
{
    /// <summary>The chapter of the report.</summary>
    public static Section Of(RunwayStudy study) =>
        new(ReportOutline.Runway, "When capacity runs out", Verdict(study), RunwayBlocks.Of(study, endingOnly: true));

    /// <summary>When the first cluster runs out, in a sentence or two.</summary>
    public static string Verdict(RunwayStudy study)
    {
        var known = study.Clusters.Where(cluster => cluster.Planned is not null).ToImmutableArray();
        var ending = known.Where(cluster => cluster.Planned!.Ends.Middle is not null).OrderBy(cluster => cluster.Planned!.Ends.Middle).ToImmutableArray();
        return (known.Length, ending.Length) switch
        {
            (0, _) => "There is no pool of hosts for which an answer can be given.",
            (_, 0) => $"By middling growth the hosts of today last beyond month {Printed.Whole(study.Months)} in "
                    + $"{(known.Length == 1 ? "the one cluster" : $"all {Printed.Count(known.Length, "cluster")}")}.",
            _ => $"{ending[0].Cluster} runs out first: {When(study, ending[0].Planned!.Ends.Middle!.Value)} (P50)."
                + (known.Length > 1
                    ? $" Of {Printed.Count(known.Length, "cluster")}, {Printed.Whole(ending.Length)} {(ending.Length == 1 ? "does" : "do")} "
                        + $"within {Printed.Count(study.Months, "month")}."
                    : ""),
        };
    }

    private static string When(RunwayStudy study, int month) => month == 0 ? "already today" : $"in {RunwayWords.When(study, month)}";
}
