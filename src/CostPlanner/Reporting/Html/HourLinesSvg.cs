using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Html;

/// <summary>Amounts hour by hour as SVG lines, each labelled at its end; an hour that was not seen leaves a gap.</summary>
internal static class HourLinesSvg
{
    private const decimal Width = 680;
    private const decimal Height = 250;
    private const decimal Left = 44;
    private const decimal Right = 500;
    private const decimal Top = 22;
    private const decimal Bottom = 206;
    private const decimal LabelLeft = 516;
    private const decimal LineHeight = 10.5m;
    private const decimal Text = 9.5m;
    private const int HoursPerLabel = 3;
    private static readonly ImmutableArray<string> Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static void Write(Markup to, HourLines chart)
    {
        var scale = AxisScale.UpTo(chart.Series.SelectMany(line => line.Values).Select(value => value ?? 0).DefaultIfEmpty().Max());
        var hours = chart.Series.Select(line => line.Values.Length).DefaultIfEmpty(Duration.HoursPerDay).Max();
        to.Open("figure");
        to.Element("figcaption", $"{chart.Title}, {scale.Unit(chart.Unit)}").Line();
        to.Open(
            "svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(Height)}"), ("role", "img"),
            ("aria-label", $"{chart.Title}, {chart.Unit}: {string.Join("; ", chart.Series.Select(line => $"{line.Label} {line.EndLabel}"))}"));
        Axes(to, scale, hours, chart.Unit);
        var others = 0;
        ImmutableArray<Stroke> strokes = [.. chart.Series.Select(line => Stroke.Of(line.Role, line.Role == LineRole.Other ? others++ : 0))];
        foreach (var (line, stroke) in chart.Series.Zip(strokes))
        {
            Line(to, line, stroke, scale, hours);
        }

        Labels(to, chart, strokes, scale);
        to.CloseLine();
        to.CloseLine();
    }

    private static void Axes(Markup to, AxisScale scale, int hours, string unit)
    {
        foreach (var mark in scale.Marks)
        {
            var y = Y(scale, mark);
            Straight(to, Left, y, Right, y, mark == 0 ? "axis" : "grid");
            Say(to, Left - 6, y + 3, scale.Label(mark), "chart-small end");
        }

        var ofWeek = hours > Duration.HoursPerDay;
        var step = ofWeek ? Duration.HoursPerDay : HoursPerLabel;
        for (var hour = 0; hour <= hours; hour += step)
        {
            var x = X(hour, hours);
            Straight(to, x, Bottom, x, Bottom + 4, "axis");
            if (!ofWeek)
            {
                Say(to, x, Bottom + 15, FormattableString.Invariant($"{hour:00}:00"), "chart-small middle");
            }
            else if (hour < hours)
            {
                Say(to, X(hour + (step / 2), hours), Bottom + 15, Days[hour / Duration.HoursPerDay], "chart-small middle");
            }
        }

        Say(to, (Left + Right) / 2, Bottom + 31, ofWeek ? "Hours of the week, UTC" : "Hours of the day, UTC", "chart-small middle");
        Say(to, 0, 9, scale.Unit(unit), "chart-small");
    }

    private static void Line(Markup to, HourLine line, Stroke stroke, AxisScale scale, int hours)
    {
        var points = new List<string>();
        for (var hour = 0; hour <= line.Values.Length; hour++)
        {
            if (hour < line.Values.Length && line.Values[hour] is { } amount)
            {
                // An hour is a step from its start to its end.
                var y = Markup.Number(Y(scale, amount));
                points.Add($"{Markup.Number(X(hour, hours))},{y} {Markup.Number(X(hour + 1, hours))},{y}");
            }
            else if (points.Count > 0)
            {
                to.Empty(
                    "polyline", ("points", string.Join(' ', points)), ("class", "series"),
                    ("stroke", stroke.Colour), ("stroke-width", Markup.Number(stroke.Thickness)), ("stroke-dasharray", stroke.Dashes));
                points.Clear();
            }
        }
    }

    private static void Labels(Markup to, HourLines chart, ImmutableArray<Stroke> strokes, AxisScale scale)
    {
        ImmutableArray<decimal> ends = [.. chart.Series.Select(line => Y(scale, line.Values.LastOrDefault(value => value is not null) ?? 0))];
        var names = chart.Series.Select(line => ChartText.Wrap(line.Label, Width - LabelLeft - 26, Text, 2)).ToList();
        var distance = ((names.Select(name => name.Length).DefaultIfEmpty(1).Max() + 1) * LineHeight) + 4;
        var heights = LabelColumn.Spread(ends, distance, 9, Height - distance + LineHeight);
        for (var index = 0; index < ends.Length; index++)
        {
            Leader(to, ends[index], heights[index] - 3, strokes[index]);
            for (var row = 0; row < names[index].Length; row++)
            {
                Say(to, LabelLeft + 23, heights[index] + (row * LineHeight), names[index][row], "chart-text");
            }

            Say(to, LabelLeft + 23, heights[index] + (names[index].Length * LineHeight), chart.Series[index].EndLabel, "chart-small");
        }
    }

    private static void Leader(Markup to, decimal from, decimal y, Stroke stroke)
    {
        to.Empty(
            "polyline", ("points", $"{Markup.Number(Right + 2)},{Markup.Number(from)} {Markup.Number(LabelLeft - 4)},{Markup.Number(y)}"), ("class", "leader"));
        to.Empty(
            "line", ("x1", Markup.Number(LabelLeft)), ("x2", Markup.Number(LabelLeft + 18)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)),
            ("stroke", stroke.Colour), ("stroke-width", Markup.Number(stroke.Thickness)), ("stroke-dasharray", stroke.Dashes));
    }

    private static decimal X(int hour, int hours) => Left + ((Right - Left) * hour / hours);

    private static decimal Y(AxisScale scale, decimal amount) => Bottom - ((Bottom - Top) * amount / scale.Top);

    private static void Straight(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));
}
