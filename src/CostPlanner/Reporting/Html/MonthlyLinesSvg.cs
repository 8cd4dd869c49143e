using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Html;

/// <summary>Cumulated amounts as SVG lines, each labelled at its end, with axes in years and money.</summary>
internal static class MonthlyLinesSvg
{
    private const decimal Width = 680;
    private const decimal Height = 392;
    private const decimal Left = 44;
    private const decimal Right = 478;
    private const decimal Top = 12;
    private const decimal Bottom = 346;
    private const decimal LabelLeft = 496;
    private const decimal LabelDistance = 27;
    private const decimal Text = 9;

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
        Say(to, Left - 6, Top - 4, scale.Unit(unit), "chart-small");
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
            Say(to, x + 7, y + 13, $"payback, month {Printed.Whole(mark)}", "chart-small halo");
        }
    }

    private static void Labels(Markup to, MonthlyLines chart, ImmutableArray<Stroke> strokes, AxisScale scale, int months)
    {
        var ends = chart.Series.Select(line => Y(scale, line.Values.IsEmpty ? 0 : line.Values[^1])).ToImmutableArray();
        var heights = LabelColumn.Spread(ends, Math.Min(LabelDistance, (Height - 30) / Math.Max(1, ends.Length)), Top, Height - 28);
        for (var index = 0; index < ends.Length; index++)
        {
            var (line, y) = (chart.Series[index], heights[index]);
            to.Empty(
                "polyline", ("points", $"{Markup.Number(X(months, months) + 2)},{Markup.Number(ends[index])} {Markup.Number(LabelLeft - 4)},{Markup.Number(y)}"),
                ("class", "leader"));
            to.Empty(
                "line", ("x1", Markup.Number(LabelLeft)), ("x2", Markup.Number(LabelLeft + 18)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)),
                ("stroke", strokes[index].Colour), ("stroke-width", Markup.Number(strokes[index].Thickness)), ("stroke-dasharray", strokes[index].Dashes));
            var isLoud = line.Role is LineRole.Baseline or LineRole.Cheapest;
            Say(to, LabelLeft + 23, y + 1, ChartText.Wrap(line.Label, Width - LabelLeft - 24, Text, 1)[0], isLoud ? "chart-text chart-strong" : "chart-text");
            Say(to, LabelLeft + 23, y + 12, line.EndLabel, "chart-small");
        }
    }

    private static decimal X(int month, int months) => Left + ((Right - Left) * month / Math.Max(1, months));

    private static decimal Y(AxisScale scale, decimal amount) => Bottom - ((Bottom - Top) * Math.Max(0, amount) / scale.Top);

    private static void Straight(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));
}
