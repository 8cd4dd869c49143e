using System.Collections.Immutable;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Html;

/// <summary>Amounts over swept values as SVG lines with a dot at each value, each labelled at its end.</summary>
internal static class SweepLinesSvg
{
    private const decimal Width = 680;
    private const decimal Height = 356;
    private const decimal Left = 44;
    private const decimal Right = 432;
    private const decimal Top = 22;
    private const decimal Bottom = 312;
    private const decimal LabelLeft = 450;
    private const decimal LineHeight = 10.5m;
    private const decimal LabelGap = 4;
    private const decimal Text = 9.5m;
    private const int MostMarks = 10;

    public static void Write(Markup to, SweepLines chart)
    {
        var scale = AxisScale.UpTo(chart.Series.SelectMany(line => line.Values).DefaultIfEmpty().Max());
        to.Open("figure");
        to.Element("figcaption", $"{chart.Title}, {scale.Unit(chart.Unit)}").Line();
        to.Open(
            "svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(Height)}"), ("role", "img"),
            ("aria-label", $"{chart.Title}, {chart.Unit}, over {chart.Along}: {string.Join("; ", chart.Series.Select(line => $"{line.Label} {line.EndLabel} at the end"))}"));
        Axes(to, chart, scale);
        var strokes = StrokesOf(chart);
        foreach (var (line, stroke) in chart.Series.Zip(strokes).OrderBy(each => each.First.Role is LineRole.Baseline or LineRole.Cheapest))
        {
            Line(to, line, stroke, scale);
        }

        Labels(to, chart, strokes, scale);
        to.CloseLine();
        to.CloseLine();
    }

    private static ImmutableArray<Stroke> StrokesOf(SweepLines chart)
    {
        var others = 0;
        return [.. chart.Series.Select(line => Stroke.Of(line.Role, line.Role == LineRole.Other ? others++ : 0))];
    }

    private static void Axes(Markup to, SweepLines chart, AxisScale scale)
    {
        foreach (var mark in scale.Marks)
        {
            var y = Y(scale, mark);
            Straight(to, Left, y, Right, y, mark == 0 ? "axis" : "grid");
            Say(to, Left - 6, y + 3, scale.Label(mark), "chart-small end");
        }

        var every = ((chart.Values.Length - 1) / MostMarks) + 1;
        for (var at = 0; at < chart.Values.Length; at += every)
        {
            var x = X(at, chart.Values.Length);
            Straight(to, x, Bottom, x, Bottom + 4, "axis");
            Say(to, x, Bottom + 15, chart.Values[at], "chart-small middle");
        }

        Say(to, (Left + Right) / 2, Bottom + 31, chart.Along, "chart-small middle");
        Say(to, 0, 9, scale.Unit(chart.Unit), "chart-small");
    }

    private static void Line(Markup to, SweepLine line, Stroke stroke, AxisScale scale)
    {
        var points = line.Values.Select((amount, at) => (X: X(at, line.Values.Length), Y: Y(scale, amount))).ToList();
        to.Empty(
            "polyline", ("points", string.Join(' ', points.Select(point => $"{Markup.Number(point.X)},{Markup.Number(point.Y)}"))), ("class", "series"),
            ("stroke", stroke.Colour), ("stroke-width", Markup.Number(stroke.Thickness)), ("stroke-dasharray", stroke.Dashes));
        foreach (var (x, y) in points)
        {
            to.Empty("circle", ("cx", Markup.Number(x)), ("cy", Markup.Number(y)), ("r", "1.8"), ("fill", stroke.Colour));
        }
    }

    private static void Labels(Markup to, SweepLines chart, ImmutableArray<Stroke> strokes, AxisScale scale)
    {
        var ends = chart.Series.Select(line => Y(scale, line.Values.IsEmpty ? 0 : line.Values[^1])).ToImmutableArray();
        var room = Height / Math.Max(1, ends.Length);
        var names = chart.Series.Select(line => ChartText.Wrap(line.Label, Width - LabelLeft - 26, Text, room >= (3 * LineHeight) + LabelGap ? 2 : 1)).ToList();
        var distance = Math.Min(room, ((names.Select(name => name.Length).DefaultIfEmpty(1).Max() + 1) * LineHeight) + LabelGap);
        var heights = LabelColumn.Spread(ends, distance, 9, Height - distance + LineHeight);
        for (var index = 0; index < ends.Length; index++)
        {
            var y = heights[index];
            to.Empty("polyline", ("points", $"{Markup.Number(Right + 2)},{Markup.Number(ends[index])} {Markup.Number(LabelLeft - 4)},{Markup.Number(y - 3)}"), ("class", "leader"));
            to.Empty(
                "line", ("x1", Markup.Number(LabelLeft)), ("x2", Markup.Number(LabelLeft + 18)), ("y1", Markup.Number(y - 3)), ("y2", Markup.Number(y - 3)),
                ("stroke", strokes[index].Colour), ("stroke-width", Markup.Number(strokes[index].Thickness)), ("stroke-dasharray", strokes[index].Dashes));
            var style = chart.Series[index].Role is LineRole.Baseline or LineRole.Cheapest ? "chart-text chart-strong" : "chart-text";
            for (var row = 0; row < names[index].Length; row++)
            {
                Say(to, LabelLeft + 23, y + (row * LineHeight), names[index][row], style);
            }

            Say(to, LabelLeft + 23, y + (names[index].Length * LineHeight), chart.Series[index].EndLabel, "chart-small");
        }
    }

    private static decimal X(int at, int count) => Left + ((Right - Left) * at / Math.Max(1, count - 1));

    private static decimal Y(AxisScale scale, decimal amount) => Bottom - ((Bottom - Top) * Math.Max(0, amount) / scale.Top);

    private static void Straight(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));
}
