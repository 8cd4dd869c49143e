using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Measured values as SVG: for each measure a scale of its own, an area for the interval, a stroke for the value, a dot for each replicate.</summary>
internal static class IntervalRowsSvg
{
    private const decimal Width = 680;
    private const decimal LabelEnd = 202;
    private const decimal Left = 230;
    private const decimal Right = 456;
    private const decimal TextLeft = 468;
    private const decimal LaneHeight = 15;
    private const decimal ScaleHeight = 27;
    private const decimal Text = 9.5m;
    private const decimal LineHeight = 10.5m;
    private const decimal Radius = 1.9m;
    private const decimal Margin = 0.06m;

    public static void Write(Markup to, IntervalRows chart)
    {
        var height = chart.Rows.Sum(HeightOf);
        to.Open("figure");
        to.Element("figcaption", chart.Title).Line();
        to.Open(
            "svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(height)}"), ("role", "img"),
            ("aria-label", $"{chart.Title}: {string.Join("; ", chart.Rows.Select(Spoken))}"));
        var top = 0m;
        foreach (var row in chart.Rows)
        {
            Row(to, row, top);
            top += HeightOf(row);
        }

        to.CloseLine();
        to.CloseLine();
    }

    private static string Spoken(IntervalRow row) =>
        $"{row.Label}, {row.Unit}: {string.Join(", ", row.Lanes.Select(lane => $"{lane.Name} {lane.Text}".Trim()))}"
            + $"{(row.Words.Length == 0 ? "" : $", {row.Words}")}";

    private static decimal HeightOf(IntervalRow row) => (Math.Max(row.Lanes.Length, 1) * LaneHeight) + ScaleHeight;

    private static void Row(Markup to, IntervalRow row, decimal top)
    {
        var label = ChartText.Wrap(row.Label, LabelEnd, Text, 2);
        for (var line = 0; line < label.Length; line++)
        {
            Say(to, LabelEnd, top + 11 + (line * LineHeight), label[line], "chart-text end");
        }

        Say(to, LabelEnd, top + 11 + (label.Length * LineHeight), row.Unit, "chart-small end");
        var scale = Scale.Of(row);
        var bottom = top + (row.Lanes.Length * LaneHeight) + 3;
        foreach (var (lane, index) in row.Lanes.Select((lane, index) => (lane, index)))
        {
            Lane(to, lane, scale, top + (index * LaneHeight) + (LaneHeight / 2));
        }

        Line(to, Left, bottom, Right, bottom, "axis");
        foreach (var end in scale.Ends)
        {
            Line(to, scale.X(end), bottom, scale.X(end), bottom + 3, "axis");
            Say(to, scale.X(end), bottom + 12, MeasuredWords.Number(end), "chart-small middle");
        }

        var words = row.Words.Length == 0 ? [] : ChartText.Wrap(row.Words, Width - TextLeft, Text, 2);
        foreach (var (line, index) in words.Select((line, index) => (line, index)))
        {
            Say(to, TextLeft, bottom + 8 + (index * LineHeight), line, "chart-text chart-strong");
        }
    }

    private static void Lane(Markup to, IntervalLane lane, Scale scale, decimal middle)
    {
        var stroke = RunStroke.Of(lane.Run);
        Say(to, Left - 18, middle + 3.3m, lane.Name, "chart-text chart-strong");
        Line(to, Left, middle, Right, middle, "grid");
        var (low, value, high) = (scale.X(lane.Low ?? lane.Value), scale.X(lane.Value), scale.X(lane.High ?? lane.Value));
        to.Empty(
            "rect", ("x", Markup.Number(low)), ("y", Markup.Number(middle - 4.5m)), ("width", Markup.Number(high - low)), ("height", "9"),
            ("fill", stroke.Ground), ("stroke", stroke.Ink), ("stroke-width", "0.5"));
        foreach (var replicate in lane.Replicates)
        {
            to.Empty(
                "circle", ("cx", Markup.Number(scale.X(replicate))), ("cy", Markup.Number(middle)), ("r", Markup.Number(Radius)),
                ("fill", stroke.DotFill), ("stroke", stroke.Ink), ("stroke-width", "0.8"));
        }

        to.Empty(
            "line", ("x1", Markup.Number(value)), ("y1", Markup.Number(middle - 6)), ("x2", Markup.Number(value)), ("y2", Markup.Number(middle + 6)),
            ("stroke", stroke.Ink), ("stroke-width", "2"));
        Unknown(to, lane.Low, value - 5, middle, "chart-small end");
        Unknown(to, lane.High, value + 5, middle, "chart-small");
        Say(to, TextLeft, middle + 3.3m, lane.Text, "chart-text");
    }

    private static void Unknown(Markup to, double? end, decimal x, decimal middle, string classes)
    {
        if (end is null)
        {
            Say(to, x, middle + 3, "?", classes);
        }
    }

    private static void Line(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));

    /// <summary>The scale of one measure: from its smallest figure to its largest, with a little room beside.</summary>
    private readonly record struct Scale(double Least, double Most)
    {
        /// <summary>The figures that stand below the scale.</summary>
        public IEnumerable<double> Ends => Least == Most ? [Least] : [Least, Most];

        public static Scale Of(IntervalRow row)
        {
            var figures = row.Lanes.SelectMany(lane => lane.Replicates.AddRange(lane.Low ?? lane.Value, lane.Value, lane.High ?? lane.Value)).ToList();
            return figures.Count == 0 ? new Scale(0, 0) : new Scale(figures.Min(), figures.Max());
        }

        /// <summary>Halves are taken so that no finite figures come to an endless difference.</summary>
        public decimal X(double figure)
        {
            var span = (Most / 2) - (Least / 2);
            var share = span > 0 ? (decimal)(((figure / 2) - (Least / 2)) / span) : 0.5m;
            return Left + ((Right - Left) * (Margin + (share * (1 - (2 * Margin)))));
        }
    }
}
