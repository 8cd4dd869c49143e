using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>A tornado as SVG: for each input a bar from the figure at its low to that at its high, around the line of all likely.</summary>
internal static class TornadoRowsSvg
{
    private const decimal RowHeight = 38;
    private const decimal Top = 34;
    private const decimal BarHeight = 13;
    private const decimal Margin = 0.08m;

    // Light and striped for the low value, dark for the high one.
    private static readonly Fill AtLow = Palette.Of(1);
    private static readonly Fill AtHigh = Palette.Of(0);

    public static void Write(Markup to, TornadoRows chart)
    {
        decimal[] ends = [chart.Likely, .. chart.Rows.SelectMany(row => new[] { row.Low ?? chart.Likely, row.High ?? chart.Likely })];

        // Room for the figures at the ends of the widest bars.
        var room = (ends.Max() - ends.Min()) * Margin;
        var scale = SpanScale.Of([ends.Min() - room, ends.Max() + room]);
        var bottom = Top + (chart.Rows.Length * RowHeight);
        AmountRows.Open(
            to,
            $"{chart.Title}, {scale.Printing.Unit(chart.Unit)}",
            $"{chart.Title}, {chart.Unit}: "
                + $"{string.Join("; ", chart.Rows.Select(row => Words.Of(
                    "charts.tornado-rows.to",
                    ("row", row.Label),
                    ("range", row.Range),
                    ("text", Text(scale, row.Low)),
                    ("text-2", Text(scale, row.High)))))}",
            bottom + 24);
        FilledArea.Write(to, AmountRows.Left, 0, 14, 9, AtLow);
        AmountRows.Say(to, AmountRows.Left + 19, 8, Words.Of("charts.tornado-rows.input-at-its-low"), "chart-text");
        FilledArea.Write(to, AmountRows.Left + 120, 0, 14, 9, AtHigh);
        AmountRows.Say(to, AmountRows.Left + 139, 8, Words.Of("charts.tornado-rows.input-at-its-high"), "chart-text");
        AmountRows.Axis(to, scale, Top, bottom);
        foreach (var (index, row) in chart.Rows.Index())
        {
            Row(to, chart, row, scale, Top + (index * RowHeight));
        }

        var likely = AmountRows.X(scale, chart.Likely);
        AmountRows.Line(to, likely, Top - 6, likely, bottom, "axis");
        AmountRows.Say(to, likely, Top - 9, $"{chart.LikelyText}: {Text(scale, chart.Likely)}", "chart-small middle");
        AmountRows.Close(to);
    }

    private static string Text(SpanScale scale, decimal? amount) => amount is { } known ? scale.Printing.Short(known) : Words.Of("common.no-answer");

    private static void Row(Markup to, TornadoRows chart, TornadoRow row, SpanScale scale, decimal top)
    {
        AmountRows.Label(to, row.Label, row.Range, top);
        var likely = AmountRows.X(scale, chart.Likely);
        var middle = top + 11;
        var (low, high) = (AmountRows.X(scale, row.Low ?? chart.Likely), AmountRows.X(scale, row.High ?? chart.Likely));

        // Where both ends lie on one side of the likely figure, the shorter bar is drawn over the longer.
        foreach (var (end, fill) in new[] { (End: low, Fill: AtLow), (End: high, Fill: AtHigh) }.OrderByDescending(each => Math.Abs(each.End - likely)))
        {
            if (end != likely)
            {
                FilledArea.Write(to, Math.Min(end, likely), middle - (BarHeight / 2), Math.Abs(end - likely), BarHeight, fill);
            }
        }

        var (left, right) = low <= high ? (row.Low, row.High) : (row.High, row.Low);
        AmountRows.SayOnPaper(to, Math.Min(Math.Min(low, high), likely) - 4, middle + 3, Text(scale, left), isAtEnd: true);
        AmountRows.SayOnPaper(to, Math.Max(Math.Max(low, high), likely) + 4, middle + 3, Text(scale, right), isAtEnd: false);
    }
}
