using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Runway;

namespace CostPlanner.Reporting.Chapters.Runway;

/// <summary>Runways as a table and charts.</summary>
internal static class RunwayBlocks
{
    /// <summary>How the months were found.</summary>
    public static string Method(RunwayStudy study) => Words.Of("runway.method", ("hosts", study.PlannedFrom is { } month
        ? Words.Of("runway.hosts-planned", ("option", study.Option.Name), ("month", month + 1))
        : Words.Of("runway.hosts-today")));

    /// <summary>The blocks of a study: sentences, the table, a chart for each pool.</summary>
    /// <param name="study">The study.</param>
    /// <param name="endingOnly">Whether pools whose hosts last, however fast growth is, go without a chart.</param>
    public static ImmutableArray<Block> Of(RunwayStudy study, bool endingOnly) =>
    [
        new Paragraph(Method(study)),
        TableOf(study),
        .. NextHosts(study),
        .. study.Clusters.Where(cluster => cluster.Planned is { } planned && !(endingOnly && planned.Ends.Early is null))
            .Select(cluster => Chart(study, cluster)),
    ];

    private static IEnumerable<Block> NextHosts(RunwayStudy study) =>
        study.Clusters.Select(cluster => RunwayWords.NextSentence(study, cluster)).OfType<string>().ToImmutableArray() is { IsEmpty: false } all
            ? [new Heading(Words.Of("runway.next-hosts")), new Points(all)]
            : [];

    private static Table TableOf(RunwayStudy study) => new()
    {
        Caption = Words.Of("runway.caption"),
        Columns =
        [
            new Column(Words.Of("common.cluster"), Width: 17),
            new Column(Words.Of("common.hosts"), true),
            new Column(Words.Of("runway.growth-by")),
            new Column(Words.Of("runway.per-year")),
            new Column("P50")
            {
                Over = Words.Of("runway.month"),
            }, new Column("P10") { Over = Words.Of("runway.month") },
            new Column("P90")
            {
                Over = Words.Of("runway.month"),
            }, new Column(Words.Of("runway.limit")),
            new Column("P50")
            {
                Over = Words.Of("runway.with-one-more-host"),
            }, new Column(Words.Of("runway.gains")) { Over = Words.Of("runway.with-one-more-host") },
        ],
        Rows = [.. study.Clusters.SelectMany(cluster => RunwayWords.Rows(study, cluster).Select((cells, row) => RowOf(cluster, cells, row)))],
        Note = Note(study),
        IsDense = true,
    };

    private static Row RowOf(ClusterRunway cluster, IReadOnlyList<string> cells, int row) =>
        new(
            [
                .. cells.Select(
                    (text, column) => column == 0 && row > 0
                        ? Cell.Empty
                        : column == 0 && cluster.WhyNone is { } why
                        ? new Cell(text) { Below = Sentences.Of(why) }
                        : new Cell(text)),
            ]);

    private static string Note(RunwayStudy study)
    {
        var rate = study.Rate is { } range
            ? Words.Of(
                "runway.rate",
                ("low", Printed.Percent(range.Low)),
                ("high", Printed.Percent(range.High)),
                ("likely", Printed.Percent(range.Likely)))
            : "";
        var snapshots = study.Snapshots.IsEmpty ? "" : Words.Of(
            "runway.snapshots",
            ("snapshots", string.Join(", ", study.Snapshots.Select(each => Printed.ShortDay(each.Day)))));
        return Words.Of("runway.months-count-from", ("rate", rate), ("snapshots", snapshots), ("from", Printed.Day(study.From)));
    }

    private static FanLines Chart(RunwayStudy study, ClusterRunway cluster)
    {
        var outlook = cluster.Planned!;
        return new FanLines(
            Words.Of(
                "runway.chart",
                ("cluster", cluster.Cluster),
                ("hosts", cluster.Hosts),
                ("source", outlook.Growth.Source == GrowthSource.Rate ? Words.Of("runway.the-yearly-rate") : Words.Of("runway.the-trend-of-snapshots"))),
            cluster.Failures == 0
                ? Words.Of("runway.chart-100-all-that")
                : Words.Of(
                    "runway.chart-100-all-that-may-be-promised",
                    ("failures", cluster.Failures == 1 ? "host" : Printed.Count(cluster.Failures, "host"))),
            [.. outlook.Courses.Select(course => Line(study, cluster, course))])
        {
            Marks =
            [
                .. new (int? Month, string Text)[] { (outlook.Ends.Middle, "P50"), (outlook.Ends.Early, "P10"), (outlook.Ends.Late, "P90") }
                    .Where(each => each.Month is not null)
                    .Select(each => new FanMark(each.Month!.Value, each.Text)),
            ],
        };
    }

    private static FanLine Line(RunwayStudy study, ClusterRunway cluster, DimensionCourse course) => new(
        Wording.Capital(course.Dimension == Dimension.Cpu ? $"CPU, {RunwayWords.Of(cluster.Unit)}" : Wording.Of(course.Dimension)),
        Words.Of("runway.today-at-the-end", ("middle", Printed.Percent(course.Middle[0])), ("middle-2", Printed.Percent(course.Middle[^1]))),
        course.Low, course.Middle, course.High)
    {
        Seen = cluster.Unit != Demand.CpuUnit.VCpus && course.Dimension == Dimension.Cpu ? [] :
        [
            .. cluster.Seen.Select(
                each => ((each.Day.DayNumber - study.From.DayNumber) / DaysOfMonth, each.Need.ShareOf(cluster.Promised, course.Dimension) ?? 0))
                .Where(each => each.Item1 <= 0),
        ],
    };

    private const decimal DaysOfMonth = 365.25m / Duration.MonthsPerYear;
}
