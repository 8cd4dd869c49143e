using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Shares over months as SVG lines with their bands, the line of 100 % and the months in which it ends.</summary>
internal static class FanLinesSvg
{
    private const decimal MostShown = 2m;
    private const decimal PerCent = 100;
    private const decimal WordRoom = 14;
    private const int MostLabels = 14;

    private static readonly LineFrame Frame = new(270, 30, 500, 226, 516) { NamesTop = 30 };

    public static void Write(Markup to, FanLines chart)
    {
        var axis = Axis.Of(chart);
        Frame.Open(to, chart.Title, $"{chart.Title}: {string.Join("; ", chart.Series.Select(line => $"{line.Label} {line.EndLabel}"))}");
        Axes(to, axis, chart.Limit);
        ImmutableArray<Stroke> strokes = [
            .. chart.Series.Select((_, index) => index == 0 ? Stroke.Of(LineRole.Cheapest, 0) : Stroke.Of(LineRole.Other, index - 1)),
        ];
        foreach (var (line, stroke) in chart.Series.Zip(strokes))
        {
            Band(to, line, stroke, axis);
        }

        Marks(to, chart.Marks, axis);
        foreach (var (line, stroke) in chart.Series.Zip(strokes))
        {
            Line(to, line, stroke, axis);
        }

        Frame.Names(to, [.. chart.Series.Zip(strokes, (line, stroke) => new LineName(line.Label, line.EndLabel, axis.Y(line.Middle[^1]), stroke))]);
        AmountRows.Close(to);
    }

    private static void Axes(Markup to, Axis axis, string limit)
    {
        Frame.Amounts(to, axis.Scale, mark => $"{Printed.Whole(mark)} %");
        var step = Duration.MonthsPerYear;
        while ((axis.Last - axis.First) / step > MostLabels)
        {
            step *= 2;
        }

        for (var month = axis.First - (axis.First % step); month <= axis.Last; month += step)
        {
            Frame.Mark(to, axis.X(month));
            Frame.Label(to, axis.X(month), Printed.Whole(month));
        }

        Frame.Titles(to, Words.Of("charts.fan-lines.months-from-today"), "");
        AmountRows.Line(to, LineFrame.Left, axis.Y(1), Frame.Right, axis.Y(1), "axis");
        AmountRows.Say(to, LineFrame.Left + 4, axis.Y(1) - 4, limit, "chart-small on-light");
        if (axis.First < 0)
        {
            AmountRows.Line(to, axis.X(0), Frame.Top, axis.X(0), Frame.Bottom, "grid");
        }
    }

    private static void Band(Markup to, FanLine line, Stroke stroke, Axis axis)
    {
        var edges = line.High.Select((share, month) => (month, share)).Concat(line.Low.Select((share, month) => (month, share)).Reverse());
        to.Empty(
            "polygon",
            ("points", LineFrame.Points(edges.Select(each => (axis.X(each.month), axis.Y(each.share))))),
            ("fill", stroke.Colour),
            ("fill-opacity", "0.13"));
    }

    private static void Line(Markup to, FanLine line, Stroke stroke, Axis axis)
    {
        LineFrame.Line(to, line.Middle.Select((share, month) => (axis.X(month), axis.Y(share))), stroke);
        foreach (var (month, share) in line.Seen)
        {
            to.Empty("circle", ("cx", Markup.Number(axis.X(month))), ("cy", Markup.Number(axis.Y(share))), ("r", "2.2"), ("fill", stroke.Colour));
        }
    }

    /// <summary>
    /// The months above the chart: the word of the first to its left, of the last to its right, of those between on a line above where they would touch.
    /// </summary>
    private static void Marks(Markup to, ImmutableArray<FanMark> marks, Axis axis)
    {
        var groups = marks.GroupBy(mark => mark.Month).OrderBy(group => group.Key).ToList();
        foreach (var group in groups)
        {
            var (x, strong) = (axis.X(group.Key), group.Contains(marks[0]));
            var (first, last) = (group == groups[0] && groups.Count > 1, group == groups[^1] && groups.Count > 1);
            var close = !first && !last && groups.Any(other => other != group && Math.Abs(axis.X(other.Key) - x) < WordRoom);
            to.Empty(
                "line", ("x1", Markup.Number(x)), ("x2", Markup.Number(x)), ("y1", Markup.Number(Frame.Top - 6)), ("y2", Markup.Number(Frame.Bottom)),
                ("stroke", "#8a3b3b"), ("stroke-width", strong ? "1.4" : "0.8"), ("stroke-dasharray", strong ? null : "3 3"));
            AmountRows.Say(
                to,
                x + (first ? 2 : last ? -2 : 0),
                Frame.Top - (close ? 20 : 10),
                string.Join(", ", group.Select(mark => mark.Text)),
                $"chart-small on-light {(first ? "end" : last ? "" : "middle")}".TrimEnd());
        }
    }

    /// <summary>Both axes: months from the first seen to the last looked at, shares from 0 to at most twice of what is there.</summary>
    private sealed record Axis(int First, int Last, AxisScale Scale)
    {
        public static Axis Of(FanLines chart)
        {
            var seen = chart.Series.SelectMany(line => line.Seen).Select(each => each.Month).Append(0).Min();
            var most = chart.Series.SelectMany(line => line.High.Concat(line.Seen.Select(each => each.Share))).Append(1.1m).Max();
            return new Axis(
                (int)decimal.Floor(seen),
                chart.Series.Select(line => line.Middle.Length - 1).Append(1).Max(),
                AxisScale.UpTo(Math.Min(most, MostShown) * PerCent));
        }

        public decimal X(decimal month) => Frame.X(month - First, Last - First);

        public decimal Y(decimal share) => Frame.Y(Scale, share * PerCent);
    }
}
