using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Assumptions;

/// <summary>The sources of all cost lines, by number.</summary>
internal static class SourcesAppendix
{
    public static Section Of(CaseStudy result, SourceList sources)
    {
        var table = new Table
        {
            Caption = Words.Of("assumptions.sources.caption", ("reference", ReportOutline.Reference(result, ReportOutline.Lines) ?? "")),
            Columns =
            [
                new Column("", true, 5),
                new Column(Words.Of("common.source"), Width: 44),
                new Column(Words.Of("common.date"), Width: 13),
                new Column(Words.Of("common.grade"), Width: 13),
                new Column(Words.Of("common.row-of-ours")),
            ],
            Rows = [.. sources.All.Select((_, index) => RowOf(sources, index + 1))],
            Note = Grades,
        };
        return new Section(ReportOutline.Sources, Words.Of("assumptions.sources.sources"), Words.Of("assumptions.sources.each-figure-is"), [table]);
    }

    /// <summary>What the grades mean.</summary>
    public static string Grades => Words.Of("assumptions.sources.grades");

    private static Row RowOf(SourceList sources, int number)
    {
        var source = sources.All[number - 1];
        return new Row(
        [
            new Cell(Printed.Whole(number), Tone.Quiet),
            new Cell(Sentences.Of(source.Source)) { Link = sources.AssumptionOf(source) is { } id ? AssumptionsChapter.Anchor(id) : null },
            new Cell(source.Date),
            new Cell(Wording.Of(source.Grade), source.IsPlaceholder ? Tone.Missing : Tone.Normal),
            new Cell(source.Row, Tone.Quiet),
        ],
        Anchor: SourceList.Anchor(number));
    }
}
