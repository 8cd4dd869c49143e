using System.Collections.Immutable;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Figures over a growing load as SVG: a dot for each replicate, a line through the medians, an upright line at each knee.</summary>
internal static class LoadLinesSvg
{
    private const decimal Width = 680;
    private const decimal Left = 60;
    private const decimal Right = 664;
    private const decimal PlotHeight = 190;
    private const decimal LegendRow = 15;
    private const decimal Radius = 2.4m;

    public static void Write(Markup to, LoadLines chart)
    {
        var points = chart.Series.SelectMany(line => line.Points).ToList();
        var across = LoadAxis.UpTo(points.Max(point => point.Load));
        var up = chart.IsLogarithmic
            ? LoadAxis.Decades(points.Min(point => point.Value), points.Max(point => point.Value))
            : LoadAxis.UpTo(points.Max(point => point.Value));
        var top = 18 + (chart.Series.Length * LegendRow);
        var frame = new Frame(across, up, top, top + PlotHeight);
        to.Open("figure");
        to.Element("figcaption", $"{chart.Title}, {chart.Unit}").Line();
        to.Open(
            "svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(frame.Bottom + 34)}"), ("role", "img"),
            ("aria-label", Words.Of(
                "charts.load-lines.over",
                ("title", chart.Title),
                ("unit", chart.Unit),
                ("across", chart.Across),
                ("series", string.Join("; ", chart.Series.Select(Spoken))))));
        Axes(to, chart, frame);
        foreach (var (line, index) in chart.Series.Select((line, index) => (line, index)))
        {
            Legend(to, line, RunStroke.Of(index), index);
            Series(to, line, RunStroke.Of(index), frame);
        }

        to.CloseLine();
        to.CloseLine();
    }

    private static string Spoken(LoadLine line) =>
        $"{line.Label}: {string.Join(", ", Medians(line).Select(point => Words.Of(
            "charts.load-lines.at",
            ("number", MeasuredWords.Number(point.Value)),
            ("number-2", MeasuredWords.Number(point.Load)))))}";

    private static void Axes(Markup to, LoadLines chart, Frame frame)
    {
        foreach (var mark in frame.Up.Marks)
        {
            Line(to, Left, frame.Y(mark), Right, frame.Y(mark), mark == frame.Up.Marks[0] ? "axis" : "grid");
            Say(to, Left - 6, frame.Y(mark) + 3, MeasuredWords.Number(mark), "chart-small end");
        }

        foreach (var mark in frame.Across.Marks)
        {
            Line(to, frame.X(mark), frame.Bottom, frame.X(mark), frame.Bottom + 4, "axis");
            Say(to, frame.X(mark), frame.Bottom + 15, MeasuredWords.Number(mark), "chart-small middle");
        }

        Say(to, (Left + Right) / 2, frame.Bottom + 30, chart.Across, "chart-small middle");
        Say(
            to,
            0,
            frame.Top - 8,
            $"{chart.Unit}{(chart.IsLogarithmic ? Words.Of("charts.load-lines.in-powers-of-ten") : "")}{(chart.Equality is { } words ? Words.Of(
                "charts.load-lines.thin-line",
                ("words", words)) : "")}",
            "chart-small");
        if (chart.Equality is not null)
        {
            var end = Math.Min(frame.Across.Marks[^1], frame.Up.Marks[^1]);
            Line(to, frame.X(0), frame.Y(0), frame.X(end), frame.Y(end), "leader");
        }
    }

    private static void Legend(Markup to, LoadLine line, RunStroke stroke, int index)
    {
        var y = 6 + (index * LegendRow);
        to.Empty(
            "line", ("x1", Markup.Number(Left)), ("x2", Markup.Number(Left + 22)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)),
            ("stroke", stroke.Ink), ("stroke-width", "1.8"), ("stroke-dasharray", stroke.Dashes));
        Dot(to, Left + 11, y, stroke);
        Say(to, Left + 29, y + 3.3m, line.Label, "chart-text");
    }

    private static void Series(Markup to, LoadLine line, RunStroke stroke, Frame frame)
    {
        if (line.Knee is { } knee)
        {
            to.Empty(
                "line",
                ("x1", Markup.Number(frame.X(knee))),
                ("x2", Markup.Number(frame.X(knee))),
                ("y1", Markup.Number(frame.Top)),
                ("y2", Markup.Number(frame.Bottom)),
                ("stroke", stroke.Ink), ("stroke-width", "0.9"), ("stroke-dasharray", "1.5 2.5"));
        }

        var points = Medians(line).Select(point => $"{Markup.Number(frame.X(point.Load))},{Markup.Number(frame.Y(point.Value))}");
        to.Empty(
            "polyline", ("points", string.Join(' ', points)),
            ("class", "series"), ("stroke", stroke.Ink), ("stroke-width", "1.8"), ("stroke-dasharray", stroke.Dashes));
        foreach (var point in line.Points)
        {
            Dot(to, frame.X(point.Load), frame.Y(point.Value), stroke);
        }
    }

    private static ImmutableArray<LoadPoint> Medians(LoadLine line) =>
        [
            .. line.Points.GroupBy(point => point.Load)
                .OrderBy(group => group.Key)
                .Select(group => new LoadPoint(group.Key, Median([.. group.Select(point => point.Value).Order()]))),
        ];

    private static double Median(ImmutableArray<double> sorted) => (sorted[(sorted.Length - 1) / 2] / 2) + (sorted[sorted.Length / 2] / 2);

    private static void Dot(Markup to, decimal x, decimal y, RunStroke stroke) => to.Empty(
        "circle",
        ("cx", Markup.Number(x)),
        ("cy", Markup.Number(y)),
        ("r", Markup.Number(Radius)),
        ("fill", stroke.DotFill),
        ("stroke", stroke.Ink),
        ("stroke-width", "1"));

    private static void Line(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));

    /// <summary>Where the axes stand.</summary>
    private readonly record struct Frame(LoadAxis Across, LoadAxis Up, decimal Top, decimal Bottom)
    {
        public decimal X(double load) => Left + ((Right - Left) * Across.Share(load));

        public decimal Y(double value) => Bottom - ((Bottom - Top) * Up.Share(value));
    }
}
