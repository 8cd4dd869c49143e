using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Amounts hour by hour as SVG lines, each labelled at its end; an hour that was not seen leaves a gap.</summary>
internal static class HourLinesSvg
{
    private const int HoursPerLabel = 3;
    private static ImmutableArray<string> Days =>
    [
        Words.Of("charts.hour-lines.mon"),
        Words.Of("charts.hour-lines.tue"),
        Words.Of("charts.hour-lines.wed"),
        Words.Of("charts.hour-lines.thu"),
        Words.Of("charts.hour-lines.fri"),
        Words.Of("charts.hour-lines.sat"),
        Words.Of("charts.hour-lines.sun"),
    ];

    private static readonly LineFrame Frame = new(250, 22, 500, 206, 516);

    public static void Write(Markup to, HourLines chart)
    {
        var scale = AxisScale.UpTo(chart.Series.SelectMany(line => line.Values).Select(value => value ?? 0).DefaultIfEmpty().Max());
        var hours = chart.Series.Select(line => line.Values.Length).DefaultIfEmpty(Duration.HoursPerDay).Max();
        Frame.Open(
            to,
            $"{chart.Title}, {scale.Unit(chart.Unit)}",
            $"{chart.Title}, {chart.Unit}: {string.Join("; ", chart.Series.Select(line => $"{line.Label} {line.EndLabel}"))}");
        Axes(to, scale, hours, chart.Unit);
        var strokes = Stroke.Of(chart.Series.Select(line => line.Role));
        foreach (var (line, stroke) in chart.Series.Zip(strokes))
        {
            Line(to, line, stroke, scale, hours);
        }

        Frame.Names(
            to,
            [
                .. chart.Series.Zip(
                    strokes,
                    (line, stroke) => new LineName(
                        line.Label, line.EndLabel, Frame.Y(scale, line.Values.LastOrDefault(value => value is not null) ?? 0), stroke)),
            ]);
        AmountRows.Close(to);
    }

    private static void Axes(Markup to, AxisScale scale, int hours, string unit)
    {
        Frame.Amounts(to, scale, scale.Label);
        var ofWeek = hours > Duration.HoursPerDay;
        var step = ofWeek ? Duration.HoursPerDay : HoursPerLabel;
        for (var hour = 0; hour <= hours; hour += step)
        {
            Frame.Mark(to, Frame.X(hour, hours));
            if (!ofWeek)
            {
                Frame.Label(to, Frame.X(hour, hours), FormattableString.Invariant($"{hour:00}:00"));
            }
            else if (hour < hours)
            {
                Frame.Label(to, Frame.X(hour + (step / 2), hours), Days[hour / Duration.HoursPerDay]);
            }
        }

        Frame.Titles(to, ofWeek ? Words.Of("charts.hour-lines.axes") : Words.Of("charts.hour-lines.axes-hours-of-the"), scale.Unit(unit));
    }

    private static void Line(Markup to, HourLine line, Stroke stroke, AxisScale scale, int hours)
    {
        var points = new List<(decimal X, decimal Y)>();
        for (var hour = 0; hour <= line.Values.Length; hour++)
        {
            if (hour < line.Values.Length && line.Values[hour] is { } amount)
            {
                // An hour is a step from its start to its end.
                var y = Frame.Y(scale, amount);
                points.AddRange([(Frame.X(hour, hours), y), (Frame.X(hour + 1, hours), y)]);
            }
            else if (points.Count > 0)
            {
                LineFrame.Line(to, points, stroke);
                points.Clear();
            }
        }
    }
}
