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
            Caption = $"Sources of the prices and figures in {ReportOutline.Reference(result, ReportOutline.Lines)}",
            Columns =
            [
                new Column("", true, 5),
                new Column("Source", Width: 44),
                new Column("Date", Width: 13),
                new Column("Grade", Width: 13),
                new Column("Row of ours"),
            ],
            Rows = [.. sources.All.Select((_, index) => RowOf(sources, index + 1))],
            Note = Grades,
        };
        return new Section(ReportOutline.Sources, "Sources", "Each figure is as good as its source; the grade says how good that is.", [table]);
    }

    /// <summary>What the grades mean.</summary>
    public const string Grades = "Grade A: the vendor's own page or code, an official table, or two independent sources that agree. "
        + "B: one named and dated secondary source. C: one weak source, or a competitor's word. "
        + "M: a placeholder without a source, to be replaced by your own figure.";

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
