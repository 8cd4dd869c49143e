using CostPlanner.Model;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Cumulated amounts as SVG lines, each labelled at its end, with axes in years and money.</summary>
internal static class MonthlyLinesSvg
{
    private static readonly LineFrame Frame = LineFrame.OfOptions;

    public static void Write(Markup to, MonthlyLines chart)
    {
        var scale = AxisScale.UpTo(chart.Series.SelectMany(line => line.Values).DefaultIfEmpty().Max());
        var months = chart.Series.Select(line => line.Values.Length).DefaultIfEmpty().Max();
        Frame.Open(
            to, Words.Of("charts.monthly-lines.cumulated", ("title", chart.Title), ("unit", scale.Unit(chart.Unit))),
            $"{chart.Title}, {chart.Unit}: {string.Join("; ", chart.Series.Select(line => $"{line.Label} {line.EndLabel}"))}");
        Axes(to, scale, months, chart.Unit);
        var strokes = Stroke.Of(chart.Series.Select(line => line.Role));
        foreach (var (line, stroke) in chart.Series.Zip(strokes).OrderBy(each => each.First.Role is LineRole.Baseline or LineRole.Cheapest))
        {
            Line(to, line, stroke, scale, months);
        }

        Frame.Names(to,
        [
            .. chart.Series.Zip(strokes, (line, stroke) => new LineName(
                line.Label, line.EndLabel, Frame.Y(scale, line.Values.LastOrDefault()), stroke, line.Role is LineRole.Baseline or LineRole.Cheapest)),
        ]);
        AmountRows.Close(to);
    }

    private static void Axes(Markup to, AxisScale scale, int months, string unit)
    {
        Frame.Amounts(to, scale, scale.Label);
        for (var month = 0; month <= months; month += Duration.MonthsPerYear)
        {
            Frame.Mark(to, Frame.X(month, months));
            Frame.Label(to, Frame.X(month, months), Printed.Whole(month / Duration.MonthsPerYear));
        }

        Frame.Titles(to, Words.Of("charts.monthly-lines.axes"), scale.Unit(unit));
    }

    private static void Line(Markup to, MonthlyLine line, Stroke stroke, AxisScale scale, int months)
    {
        LineFrame.Line(
            to,
            line.Values.Select((amount, month) => (Frame.X(month + 1, months), Frame.Y(scale, amount))).Prepend((Frame.X(0, months), Frame.Y(scale, 0))),
            stroke);
        if (line.Mark is { } mark && mark <= line.Values.Length)
        {
            var (x, y) = (Frame.X(mark, months), Frame.Y(scale, line.Values[mark - 1]));
            to.Empty("circle", ("cx", Markup.Number(x)), ("cy", Markup.Number(y)), ("r", "4"), ("class", "mark"), ("stroke", stroke.Colour));
            var text = Words.Of("charts.monthly-lines.payback-month", ("mark", Printed.Whole(mark)));
            to.Empty(
                "rect", ("x", Markup.Number(x + 6)), ("y", Markup.Number(y + 8)),
                ("width", Markup.Number(ChartText.Width(text, LineFrame.Text))), ("height", "12"), ("class", "paper"));
            AmountRows.Say(to, x + 8, y + 17, text, "chart-small on-light");
        }
    }
}
