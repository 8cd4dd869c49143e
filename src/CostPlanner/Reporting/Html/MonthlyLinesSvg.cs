using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Html;

/// <summary>Cumulated amounts as SVG lines, each labelled at its end, with axes in years and money.</summary>
internal static class MonthlyLinesSvg
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

    public static void Write(Markup to, MonthlyLines chart)
    {
        var most = chart.Series.SelectMany(line => line.Values).DefaultIfEmpty().Max();
        var scale = AxisScale.UpTo(most);
        var months = chart.Series.Select(line => line.Values.Length).DefaultIfEmpty().Max();
        to.Open("figure");
        to.Element("figcaption", $"{chart.Title}, cumulated, {scale.Unit(chart.Unit)}").Line();
        to.Open(
            "svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(Height)}"), ("role", "img"),
            ("aria-label", $"{chart.Title}, {chart.Unit}: {string.Join("; ", chart.Series.Select(line => $"{line.Label} {line.EndLabel}"))}"));
        Axes(to, scale, months, chart.Unit);
        var strokes = StrokesOf(chart);
        foreach (var (line, stroke) in chart.Series.Zip(strokes).OrderBy(each => each.First.Role is LineRole.Baseline or LineRole.Cheapest))
        {
            Line(to, line, stroke, scale, months);
        }

        Labels(to, chart, strokes, scale, months);
        to.CloseLine();
        to.CloseLine();
    }

    private static ImmutableArray<Stroke> StrokesOf(MonthlyLines chart)
    {
        var others = 0;
        return [.. chart.Series.Select(line => Stroke.Of(line.Role, line.Role == LineRole.Other ? others++ : 0))];
    }

    private static void Axes(Markup to, AxisScale scale, int months, string unit)
    {
        foreach (var mark in scale.Marks)
        {
            var y = Y(scale, mark);
            Straight(to, Left, y, Right, y, mark == 0 ? "axis" : "grid");
            Say(to, Left - 6, y + 3, scale.Label(mark), "chart-small end");
        }

        for (var month = 0; month <= months; month += Duration.MonthsPerYear)
        {
            var x = X(month, months);
            Straight(to, x, Bottom, x, Bottom + 4, "axis");
            Say(to, x, Bottom + 15, Printed.Whole(month / Duration.MonthsPerYear), "chart-small middle");
        }

        Say(to, (Left + Right) / 2, Bottom + 31, "Years from the start; steps of a month", "chart-small middle");
        Say(to, 0, 9, scale.Unit(unit), "chart-small");
    }

    private static void Line(Markup to, MonthlyLine line, Stroke stroke, AxisScale scale, int months)
    {
        var points = line.Values.Select((amount, month) => $"{Markup.Number(X(month + 1, months))},{Markup.Number(Y(scale, amount))}");
        to.Empty(
            "polyline", ("points", $"{Markup.Number(X(0, months))},{Markup.Number(Y(scale, 0))} {string.Join(' ', points)}"), ("class", "series"),
            ("stroke", stroke.Colour), ("stroke-width", Markup.Number(stroke.Thickness)), ("stroke-dasharray", stroke.Dashes));
        if (line.Mark is { } mark && mark <= line.Values.Length)
        {
            var (x, y) = (X(mark, months), Y(scale, line.Values[mark - 1]));
            to.Empty("circle", ("cx", Markup.Number(x)), ("cy", Markup.Number(y)), ("r", "4"), ("class", "mark"), ("stroke", stroke.Colour));
            var text = $"payback, month {Printed.Whole(mark)}";
            to.Empty(
                "rect", ("x", Markup.Number(x + 6)), ("y", Markup.Number(y + 8)), ("width", Markup.Number(ChartText.Width(text, Text))), ("height", "12"),
                ("class", "paper"));
            Say(to, x + 8, y + 17, text, "chart-small on-light");
        }
    }

    private static void Labels(Markup to, MonthlyLines chart, ImmutableArray<Stroke> strokes, AxisScale scale, int months)
    {
        var ends = chart.Series.Select(line => Y(scale, line.Values.IsEmpty ? 0 : line.Values[^1])).ToImmutableArray();
        var room = Height / Math.Max(1, ends.Length);
        var most = room >= (3 * LineHeight) + LabelGap ? 2 : 1;
        var names = chart.Series.Select(line => ChartText.Wrap(line.Label, Width - LabelLeft - 26, Text, most)).ToList();
        var distance = Math.Min(room, ((names.Select(name => name.Length).DefaultIfEmpty(1).Max() + 1) * LineHeight) + LabelGap);
        var heights = LabelColumn.Spread(ends, distance, 9, Height - distance + LineHeight);
        for (var index = 0; index < ends.Length; index++)
        {
            Leader(to, X(months, months) + 2, ends[index], heights[index] - 3, strokes[index]);
            Label(to, chart.Series[index], names[index], heights[index]);
        }
    }

    private static void Leader(Markup to, decimal x, decimal from, decimal y, Stroke stroke)
    {
        to.Empty(
            "polyline", ("points", $"{Markup.Number(x)},{Markup.Number(from)} {Markup.Number(LabelLeft - 4)},{Markup.Number(y)}"), ("class", "leader"));
        to.Empty(
            "line", ("x1", Markup.Number(LabelLeft)), ("x2", Markup.Number(LabelLeft + 18)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)),
            ("stroke", stroke.Colour), ("stroke-width", Markup.Number(stroke.Thickness)), ("stroke-dasharray", stroke.Dashes));
    }

    private static void Label(Markup to, MonthlyLine line, ImmutableArray<string> name, decimal y)
    {
        var style = line.Role is LineRole.Baseline or LineRole.Cheapest ? "chart-text chart-strong" : "chart-text";
        for (var row = 0; row < name.Length; row++)
        {
            Say(to, LabelLeft + 23, y + (row * LineHeight), name[row], style);
        }

        Say(to, LabelLeft + 23, y + (name.Length * LineHeight), line.EndLabel, "chart-small");
    }

    private static decimal X(int month, int months) => Left + ((Right - Left) * month / Math.Max(1, months));

    private static decimal Y(AxisScale scale, decimal amount) => Bottom - ((Bottom - Top) * Math.Max(0, amount) / scale.Top);

    private static void Straight(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));
}
