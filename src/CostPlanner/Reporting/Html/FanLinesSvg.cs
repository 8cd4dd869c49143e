using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Html;

/// <summary>Shares over months as SVG lines with their bands, the line of 100 % and the months in which it ends.</summary>
internal static class FanLinesSvg
{
    private const decimal Width = 680;
    private const decimal Height = 270;
    private const decimal Left = 44;
    private const decimal Right = 500;
    private const decimal Top = 30;
    private const decimal Bottom = 226;
    private const decimal LabelLeft = 516;
    private const decimal LineHeight = 10.5m;
    private const decimal Text = 9.5m;
    private const decimal MostShown = 2m;
    private const decimal PerCent = 100;
    private const decimal WordRoom = 14;
    private const int MostLabels = 14;

    public static void Write(Markup to, FanLines chart)
    {
        var axis = Axis.Of(chart);
        to.Open("figure");
        to.Element("figcaption", chart.Title).Line();
        to.Open(
            "svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(Height)}"), ("role", "img"),
            ("aria-label", $"{chart.Title}: {string.Join("; ", chart.Series.Select(line => $"{line.Label} {line.EndLabel}"))}"));
        Axes(to, axis, chart.Limit);
        ImmutableArray<Stroke> strokes = [.. chart.Series.Select((_, index) => index == 0 ? Stroke.Of(LineRole.Cheapest, 0) : Stroke.Of(LineRole.Other, index - 1))];
        foreach (var (line, stroke) in chart.Series.Zip(strokes))
        {
            Band(to, line, stroke, axis);
        }

        Marks(to, chart.Marks, axis);
        foreach (var (line, stroke) in chart.Series.Zip(strokes))
        {
            Line(to, line, stroke, axis);
        }

        Labels(to, chart, strokes, axis);
        to.CloseLine();
        to.CloseLine();
    }

    private static void Axes(Markup to, Axis axis, string limit)
    {
        foreach (var mark in axis.Scale.Marks.Select(mark => mark / PerCent))
        {
            var y = axis.Y(mark);
            Straight(to, Left, y, Right, y, mark is 0 ? "axis" : "grid");
            Say(to, Left - 6, y + 3, $"{Printed.Whole(mark * PerCent)} %", "chart-small end");
        }

        var step = Duration.MonthsPerYear;
        while ((axis.Last - axis.First) / step > MostLabels)
        {
            step *= 2;
        }

        for (var month = axis.First - (axis.First % step); month <= axis.Last; month += step)
        {
            Straight(to, axis.X(month), Bottom, axis.X(month), Bottom + 4, "axis");
            Say(to, axis.X(month), Bottom + 15, Printed.Whole(month), "chart-small middle");
        }

        Say(to, (Left + Right) / 2, Bottom + 31, "Months from today", "chart-small middle");
        Straight(to, Left, axis.Y(1), Right, axis.Y(1), "axis");
        Say(to, Left + 4, axis.Y(1) - 4, limit, "chart-small on-light");
        if (axis.First < 0)
        {
            Straight(to, axis.X(0), Top, axis.X(0), Bottom, "grid");
        }
    }

    private static void Band(Markup to, FanLine line, Stroke stroke, Axis axis)
    {
        var edges = line.High.Select((share, month) => (month, share)).Concat(line.Low.Select((share, month) => (month, share)).Reverse());
        to.Empty("polygon", ("points", string.Join(' ', edges.Select(each => axis.Point(each.month, each.share)))), ("fill", stroke.Colour), ("fill-opacity", "0.13"));
    }

    private static void Line(Markup to, FanLine line, Stroke stroke, Axis axis)
    {
        to.Empty(
            "polyline", ("points", string.Join(' ', line.Middle.Select((share, month) => axis.Point(month, share)))), ("class", "series"),
            ("stroke", stroke.Colour), ("stroke-width", Markup.Number(stroke.Thickness)), ("stroke-dasharray", stroke.Dashes));
        foreach (var (month, share) in line.Seen)
        {
            to.Empty("circle", ("cx", Markup.Number(axis.X(month))), ("cy", Markup.Number(axis.Y(share))), ("r", "2.2"), ("fill", stroke.Colour));
        }
    }

    /// <summary>The months above the chart: the word of the first to its left, of the last to its right, of those between on a line above where they would touch.</summary>
    private static void Marks(Markup to, ImmutableArray<FanMark> marks, Axis axis)
    {
        var groups = marks.GroupBy(mark => mark.Month).OrderBy(group => group.Key).ToList();
        foreach (var group in groups)
        {
            var (x, strong) = (axis.X(group.Key), group.Contains(marks[0]));
            var (first, last) = (group == groups[0] && groups.Count > 1, group == groups[^1] && groups.Count > 1);
            var close = !first && !last && groups.Any(other => other != group && Math.Abs(axis.X(other.Key) - x) < WordRoom);
            to.Empty(
                "line", ("x1", Markup.Number(x)), ("x2", Markup.Number(x)), ("y1", Markup.Number(Top - 6)), ("y2", Markup.Number(Bottom)),
                ("stroke", "#8a3b3b"), ("stroke-width", strong ? "1.4" : "0.8"), ("stroke-dasharray", strong ? null : "3 3"));
            Say(to, x + (first ? 2 : last ? -2 : 0), Top - (close ? 20 : 10), string.Join(", ", group.Select(mark => mark.Text)), $"chart-small on-light {(first ? "end" : last ? "" : "middle")}".TrimEnd());
        }
    }

    private static void Labels(Markup to, FanLines chart, ImmutableArray<Stroke> strokes, Axis axis)
    {
        ImmutableArray<decimal> ends = [.. chart.Series.Select(line => axis.Y(line.Middle[^1]))];
        var names = chart.Series.Select(line => ChartText.Wrap(line.Label, Width - LabelLeft - 26, Text, 2)).ToList();
        var distance = ((names.Select(name => name.Length).DefaultIfEmpty(1).Max() + 1) * LineHeight) + 4;
        var heights = LabelColumn.Spread(ends, distance, Top, Height - distance + LineHeight);
        for (var index = 0; index < ends.Length; index++)
        {
            var y = heights[index] - 3;
            to.Empty("polyline", ("points", $"{Markup.Number(Right + 2)},{Markup.Number(ends[index])} {Markup.Number(LabelLeft - 4)},{Markup.Number(y)}"), ("class", "leader"));
            to.Empty(
                "line", ("x1", Markup.Number(LabelLeft)), ("x2", Markup.Number(LabelLeft + 18)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)),
                ("stroke", strokes[index].Colour), ("stroke-width", Markup.Number(strokes[index].Thickness)), ("stroke-dasharray", strokes[index].Dashes));
            for (var row = 0; row < names[index].Length; row++)
            {
                Say(to, LabelLeft + 23, heights[index] + (row * LineHeight), names[index][row], "chart-text");
            }

            Say(to, LabelLeft + 23, heights[index] + (names[index].Length * LineHeight), chart.Series[index].EndLabel, "chart-small");
        }
    }

    private static void Straight(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));

    /// <summary>Both axes: months from the first seen to the last looked at, shares from 0 to at most twice of what is there.</summary>
    private sealed record Axis(int First, int Last, AxisScale Scale)
    {
        public static Axis Of(FanLines chart)
        {
            var seen = chart.Series.SelectMany(line => line.Seen).Select(each => each.Month).Append(0).Min();
            var most = chart.Series.SelectMany(line => line.High.Concat(line.Seen.Select(each => each.Share))).Append(1.1m).Max();
            return new Axis(
                (int)decimal.Floor(seen), chart.Series.Select(line => line.Middle.Length - 1).Append(1).Max(), AxisScale.UpTo(Math.Min(most, MostShown) * PerCent));
        }

        public decimal X(decimal month) => Left + ((Right - Left) * (month - First) / (Last - First));

        public decimal Y(decimal share) => Bottom - ((Bottom - Top) * Math.Min(share * PerCent, Scale.Top) / Scale.Top);

        public string Point(decimal month, decimal share) => $"{Markup.Number(X(month))},{Markup.Number(Y(share))}";
    }
}
