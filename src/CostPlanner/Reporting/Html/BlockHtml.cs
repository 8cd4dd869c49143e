using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html;

/// <summary>A block as HTML.</summary>
internal static class BlockHtml
{
    public static void Write(Markup to, Block block)
    {
        switch (block)
        {
            case Heading heading:
                to.Element("h3", heading.Text).Line();
                break;
            case Paragraph paragraph:
                to.Element("p", paragraph.Text, ("class", ToneHtml.ClassOf(paragraph.Tone))).Line();
                break;
            case Notice notice:
                Write(to, notice);
                break;
            case KeyFigures figures:
                Write(to, figures);
                break;
            case Facts facts:
                Write(to, facts);
                break;
            case Table table:
                TableHtml.Write(to, table);
                break;
            case Legend legend:
                LegendHtml.Write(to, legend);
                break;
            case Points points:
                Write(to, points.All);
                to.Line();
                break;
            case StackedBars bars:
                StackedBarsSvg.Write(to, bars);
                break;
            case MonthlyLines lines:
                MonthlyLinesSvg.Write(to, lines);
                break;
            case SweepLines lines:
                SweepLinesSvg.Write(to, lines);
                break;
            case HourLines lines:
                HourLinesSvg.Write(to, lines);
                break;
            case IntervalRows rows:
                IntervalRowsSvg.Write(to, rows);
                break;
            case LoadLines lines:
                LoadLinesSvg.Write(to, lines);
                break;
            case FanLines lines:
                FanLinesSvg.Write(to, lines);
                break;
            case SpreadRows rows:
                SpreadRowsSvg.Write(to, rows);
                break;
            case TornadoRows rows:
                TornadoRowsSvg.Write(to, rows);
                break;
            case VarianceRows rows:
                VarianceRowsSvg.Write(to, rows);
                break;
            case WinnerGrid grid:
                WinnerGridSvg.Write(to, grid);
                break;
            default:
                throw new ArgumentException($"no HTML for {block.GetType().Name}", nameof(block));
        }
    }

    private static void Write(Markup to, Notice notice)
    {
        to.Open("aside", ("class", "notice")).Element("h3", notice.Title);
        Write(to, notice.Points);
        to.CloseLine();
    }

    private static void Write(Markup to, ImmutableArray<string> points)
    {
        to.Open("ul");
        foreach (var point in points)
        {
            to.Element("li", point);
        }

        to.Close();
    }

    private static void Write(Markup to, KeyFigures figures)
    {
        to.Open("div", ("class", "key-figures")).Line();
        foreach (var figure in figures.Figures)
        {
            to.Open("div")
                .Element("p", figure.Label, ("class", "label"))
                .Element("p", figure.Value, ("class", "value"))
                .Element("p", figure.Note, ("class", "note"))
                .CloseLine();
        }

        to.CloseLine();
    }

    private static void Write(Markup to, Facts facts)
    {
        to.Open("dl", ("class", "facts")).Line();
        foreach (var fact in facts.All)
        {
            to.Open("div").Element("dt", fact.Label).Element("dd", fact.Value).CloseLine();
        }

        to.CloseLine();
    }
}
