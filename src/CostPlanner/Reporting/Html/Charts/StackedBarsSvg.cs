using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Stacked bars as SVG: a legend, amounts in the parts that are wide enough, totals at the ends, an axis with its unit.</summary>
internal static class StackedBarsSvg
{
    private const decimal Width = 680;
    private const decimal LabelWidth = 180;
    private const decimal EndWidth = 96;
    private const decimal BarHeight = 19;
    private const decimal RowHeight = 30;
    private const decimal Small = 8.5m;
    private const decimal Text = 9.5m;
    private const decimal LegendColumn = 134;
    private const decimal LegendRow = 15;
    private const decimal OpenWidth = 26;
    private const decimal Gap = 0.7m;

    public static void Write(Markup to, StackedBars chart)
    {
        var top = 8 + (LegendRows(chart) * LegendRow) + 12;
        var height = top + (chart.Bars.Length * RowHeight) + 40;
        var most = chart.Bars.Length == 0 ? 0 : chart.Bars.Max(bar => bar.Parts.Where(part => part > 0).Sum());
        var scale = AxisScale.UpTo(most);
        to.Open("figure");
        to.Element("figcaption", $"{chart.Title}, {scale.Unit(chart.Unit)}").Line();
        to.Open(
            "svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(height)}"), ("role", "img"),
            ("aria-label", $"{chart.Title}, {chart.Unit}: {string.Join("; ", chart.Bars.Select(bar => $"{bar.Label} {bar.EndLabel}"))}"));
        Legend(to, chart);
        Axis(to, scale, chart, top, top + (chart.Bars.Length * RowHeight));
        for (var row = 0; row < chart.Bars.Length; row++)
        {
            Bar(to, chart.Bars[row], scale, top + (row * RowHeight));
        }

        to.CloseLine();
        to.CloseLine();
    }

    private static int LegendRows(StackedBars chart) => (int)Math.Ceiling(chart.Kinds.Length / decimal.Floor(Width / LegendColumn));

    private static void Legend(Markup to, StackedBars chart)
    {
        var columns = (int)(Width / LegendColumn);
        for (var index = 0; index < chart.Kinds.Length; index++)
        {
            var (x, y) = (index % columns * LegendColumn, 4 + (index / columns * LegendRow));
            FilledArea.Write(to, x, y, 14, 9, Palette.Of(index));
            Say(to, x + 19, y + 8, chart.Kinds[index], "chart-text");
        }
    }

    private static void Axis(Markup to, AxisScale scale, StackedBars chart, decimal top, decimal bottom)
    {
        foreach (var mark in scale.Marks)
        {
            var x = X(scale, mark);
            to.Empty(
                "line", ("x1", Markup.Number(x)), ("x2", Markup.Number(x)), ("y1", Markup.Number(top - 4)), ("y2", Markup.Number(bottom)),
                ("class", mark == 0 ? "axis" : "grid"));
            Say(to, x, bottom + 13, scale.Label(mark), "chart-small middle");
        }

        Say(to, X(scale, scale.Top) + 14, bottom + 13, scale.Unit(chart.Unit), "chart-small");
    }

    private static void Bar(Markup to, StackedBar bar, AxisScale scale, decimal y)
    {
        var lines = ChartText.Wrap(bar.Label, LabelWidth - 10, Text, 2);
        for (var line = 0; line < lines.Length; line++)
        {
            var offset = lines.Length == 1 ? 13.5m : 8.5m + (line * 10.5m);
            Say(to, LabelWidth - 8, y + offset, lines[line], "chart-text end");
        }

        var from = 0m;
        for (var index = 0; index < bar.Parts.Length; index++)
        {
            if (bar.Parts[index] > 0)
            {
                Part(to, index, X(scale, from), X(scale, from + bar.Parts[index]), y, scale.Short(bar.Parts[index]));
                from += bar.Parts[index];
            }
        }

        End(to, bar, X(scale, from), y);
    }

    private static void Part(Markup to, int index, decimal left, decimal right, decimal y, string amount)
    {
        var fill = Palette.Of(index);
        FilledArea.Write(to, left, y, Math.Max(right - left - Gap, Gap), BarHeight, fill);
        var width = ChartText.Width(amount, Small);
        if (width + 6 > right - left)
        {
            return;
        }

        var middle = (left + right - Gap) / 2;
        if (fill.Texture != Texture.Plain)
        {
            FilledArea.Write(to, middle - (width / 2) - 1.5m, y + 4, width + 3, BarHeight - 8, fill with { Texture = Texture.Plain });
        }

        Say(to, middle, y + 12.5m, amount, fill.IsDark ? "chart-small middle on-dark" : "chart-small middle on-light");
    }

    private static void End(Markup to, StackedBar bar, decimal end, decimal y)
    {
        if (bar.Open is not { } why)
        {
            Say(to, end + 6, y + 13, bar.EndLabel, "chart-text chart-strong");
            return;
        }

        FilledArea.Write(to, end, y, OpenWidth, BarHeight, Palette.OpenEnd);
        var (left, low) = (Markup.Number(end), Markup.Number(y + BarHeight));
        to.Empty(
            "path", ("d", $"M{left},{Markup.Number(y)} h{Markup.Number(OpenWidth)} M{left},{low} h{Markup.Number(OpenWidth)}"), ("class", "open-end"));
        Say(to, end + OpenWidth + 6, y + 8.5m, bar.EndLabel, "chart-text chart-strong");
        Say(to, end + OpenWidth + 6, y + 18.5m, why, "chart-small");
    }

    private static decimal X(AxisScale scale, decimal amount) =>
        LabelWidth + (amount / scale.Top * (Width - LabelWidth - EndWidth));

    private static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));
}
