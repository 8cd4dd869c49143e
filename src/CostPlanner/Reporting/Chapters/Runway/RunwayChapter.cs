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
        new(ReportOutline.Runway, Words.Of("common.when-capacity-runs-out"), Verdict(study), RunwayBlocks.Of(study, endingOnly: true));

    /// <summary>When the first cluster runs out, in a sentence or two.</summary>
    public static string Verdict(RunwayStudy study)
    {
        var known = study.Clusters.Where(cluster => cluster.Planned is not null).ToImmutableArray();
        var ending = known.Where(cluster => cluster.Planned!.Ends.Middle is not null).OrderBy(cluster => cluster.Planned!.Ends.Middle).ToImmutableArray();
        return (known.Length, ending.Length) switch
        {
            (0, _) => Words.Of("runway.verdict"),
            (_, 0) => Words.Of(
                "runway.verdict-by-middling-growth",
                ("hosts", RunwayWords.Whose(study)),
                ("months", Printed.Whole(study.Months)),
                ("known", known.Length == 1 ? Words.Of("runway.the-one-cluster") : Words.Of("runway.all", ("known", known.Length)))),
            _ => Words.Of(
                "runway.runs-out-first-p50",
                ("hosts", RunwayWords.Whose(study)),
                ("cluster", ending[0].Cluster),
                ("when", When(study, ending[0].Planned!.Ends.Middle!.Value)),
                ("known", known.Length > 1
                    ? Words.Of(
                        "runway.of-within",
                        ("known", known.Length),
                        ("ending", Printed.Whole(ending.Length)),
                        ("ending-2", ending.Length == 1 ? "does" : "do"),
                        ("months", study.Months))
                    : "")),
        };
    }

    private static string When(RunwayStudy study, int month) => month == 0 ? Words.Of("runway.already-today") : Words.Of(
        "runway.in",
        ("when", RunwayWords.When(study, month)));
}
