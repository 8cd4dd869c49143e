using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Amounts over swept values as SVG lines with a dot at each value, each labelled at its end.</summary>
internal static class SweepLinesSvg
{
    private const int MostMarks = 10;

    private static readonly LineFrame Frame = LineFrame.OfOptions;

    public static void Write(Markup to, SweepLines chart)
    {
        var scale = AxisScale.UpTo(chart.Series.SelectMany(line => line.Values).DefaultIfEmpty().Max());
        var last = chart.Values.Length - 1;
        Frame.Open(
            to, $"{chart.Title}, {scale.Unit(chart.Unit)}",
            Words.Of(
                "charts.sweep-lines.over",
                ("title", chart.Title),
                ("unit", chart.Unit),
                ("along", chart.Along),
                ("series", string.Join("; ", chart.Series.Select(line => Words.Of(
                "charts.sweep-lines.at-the-end",
                ("line", line.Label),
                ("end-label", line.EndLabel)))))));
        Axes(to, chart, scale, last);
        var strokes = Stroke.Of(chart.Series.Select(line => line.Role));
        foreach (var (line, stroke) in chart.Series.Zip(strokes).OrderBy(each => each.First.Role is LineRole.Baseline or LineRole.Cheapest))
        {
            Line(to, line, stroke, scale, last);
        }

        Frame.Names(to,
        [
            .. chart.Series.Zip(strokes, (line, stroke) => new LineName(
                line.Label, line.EndLabel, Frame.Y(scale, line.Values.LastOrDefault()), stroke, line.Role is LineRole.Baseline or LineRole.Cheapest)),
        ]);
        AmountRows.Close(to);
    }

    private static void Axes(Markup to, SweepLines chart, AxisScale scale, int last)
    {
        Frame.Amounts(to, scale, scale.Label);
        for (var at = 0; at <= last; at += (last / MostMarks) + 1)
        {
            Frame.Mark(to, Frame.X(at, last));
            Frame.Label(to, Frame.X(at, last), chart.Values[at]);
        }

        Frame.Titles(to, chart.Along, scale.Unit(chart.Unit));
    }

    private static void Line(Markup to, SweepLine line, Stroke stroke, AxisScale scale, int last)
    {
        var points = line.Values.Select((amount, at) => (X: Frame.X(at, last), Y: Frame.Y(scale, amount))).ToList();
        LineFrame.Line(to, points, stroke);
        foreach (var (x, y) in points)
        {
            to.Empty("circle", ("cx", Markup.Number(x)), ("cy", Markup.Number(y)), ("r", "1.8"), ("fill", stroke.Colour));
        }
    }
}
