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
    public const string Method =
        "Every VM's need grows by the same factor; all hosts of today stay and none is bought. For a month, each VM is placed by name on a host and the loss "
            + "of every host is tried; "
        + "the months are bisected to the first in which no such placement was found. P10 is the month that one future in ten does not pass, P90 nine in ten.";

    /// <summary>The blocks of a study: sentences, the table, a chart for each pool.</summary>
    /// <param name="study">The study.</param>
    /// <param name="endingOnly">Whether pools whose hosts last, however fast growth is, go without a chart.</param>
    public static ImmutableArray<Block> Of(RunwayStudy study, bool endingOnly) =>
    [
        new Paragraph(Method),
        TableOf(study),
        .. NextHosts(study),
        .. study.Clusters.Where(cluster => cluster.Planned is { } planned && !(endingOnly && planned.Ends.Early is null))
            .Select(cluster => Chart(study, cluster)),
    ];

    private static IEnumerable<Block> NextHosts(RunwayStudy study) =>
        study.Clusters.Select(cluster => RunwayWords.NextSentence(study, cluster)).OfType<string>().ToImmutableArray() is { IsEmpty: false } all
            ? [new Heading("What the next host buys"), new Points(all)]
            : [];

    private static Table TableOf(RunwayStudy study) => new()
    {
        Caption = "The first month in which all VMs cannot be shown to run with the failures asked for",
        Columns =
        [
            new Column("Cluster", Width: 17), new Column("Hosts", true), new Column("Growth by"), new Column("Per year"), new Column("P50")
            {
                Over = "Month",
            }, new Column("P10") { Over = "Month" },
            new Column("P90")
            {
                Over = "Month",
            }, new Column("Limit"), new Column("P50") { Over = "With one more host" }, new Column("Gains") { Over = "With one more host" },
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
            ? $"Rate: {Printed.Percent(range.Low)} to {Printed.Percent(range.High)} a year, most likely {Printed.Percent(range.Likely)}. "
            : "";
        var snapshots = study.Snapshots.IsEmpty ? "" : $"Snapshots: {string.Join(", ", study.Snapshots.Select(each => Printed.ShortDay(each.Day)))}; "
            + "a line through the logarithms, with the prediction interval of Student. All dimensions are taken at the same probability, as if they grew "
            + "together. ";
        return $"{rate}{snapshots}Months count from {Printed.Day(study.From)}.";
    }

    private static FanLines Chart(RunwayStudy study, ClusterRunway cluster)
    {
        var outlook = cluster.Planned!;
        return new FanLines(
            $"{cluster.Cluster}: how full its {Printed.Count(cluster.Hosts, "host")} get, by "
                + $"{(outlook.Growth.Source == GrowthSource.Rate ? "the yearly rate" : "the trend of snapshots")}, with P10 to P90",
            cluster.Failures == 0
                ? "100 %: all that the hosts may promise"
                : $"100 %: all that may be promised with the largest {(cluster.Failures == 1 ? "host" : Printed.Count(cluster.Failures, "host"))} lost",
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
        $"{Printed.Percent(course.Middle[0])} today, {Printed.Percent(course.Middle[^1])} at the end",
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
