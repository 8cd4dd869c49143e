using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Chapters.Runway;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Runway;

namespace CostPlanner.Reporting.Pages.Runway;

/// <summary>How long the hosts of an estate last, on a page of its own.</summary>
public static class RunwayPage
{
    /// <summary>The page. The same study gives the same page.</summary>
    public static ReportDocument Of(string title, RunwayStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new ReportDocument(
            title,
            Words.Of(
                study.PlannedFrom is null ? "runway.on-the-terms" : "runway.on-the-hosts",
                ("option", study.Option.Name),
                ("from", Printed.Day(study.From)),
                ("months", study.Months)),
            study.From,
            RunwayChapter.Verdict(study),
            [new Points([.. study.Clusters.Select(cluster => RunwayWords.Sentence(study, cluster))])],
            [new Section("runway", Words.Of("runway.month-by-month"), "", RunwayBlocks.Of(study, endingOnly: false))])
        {
            Kind = Words.Of("common.when-capacity-runs-out"),
        };
    }
}
