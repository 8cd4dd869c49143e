using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Spreads as SVG: a line from P5 to P95, a box from P10 to P90, a stroke at the median, one axis for all.</summary>
internal static class SpreadRowsSvg
{
    private const decimal RowHeight = 28;
    private const decimal Top = 22;

    public static void Write(Markup to, SpreadRows chart)
    {
        if (chart.Rows.IsEmpty)
        {
            return;
        }

        var scale = SpanScale.Of([.. chart.Rows.SelectMany(row => new[] { row.P5, row.P95 })]);
        var bottom = Top + (chart.Rows.Length * RowHeight);
        AmountRows.Open(
            to,
            $"{chart.Title}, {scale.Printing.Unit(chart.Unit)}",
            $"{chart.Title}, {chart.Unit}: {string.Join("; ", chart.Rows.Select(row => $"{row.Label} {row.Text}"))}",
            bottom + 24);
        Legend(to);
        AmountRows.Axis(to, scale, Top, bottom);
        foreach (var (index, row) in chart.Rows.Index())
        {
            Row(to, row, scale, Top + (index * RowHeight));
        }

        AmountRows.Close(to);
    }

    private static void Legend(Markup to)
    {
        Spread(to, (AmountRows.Left, AmountRows.Left + 8, AmountRows.Left + 28, AmountRows.Left + 52, AmountRows.Left + 62), 6);
        AmountRows.Say(to, AmountRows.Left + 70, 9.3m, Words.Of("charts.spread-rows.legend"), "chart-small");
    }

    private static void Row(Markup to, SpreadRow row, SpanScale scale, decimal top)
    {
        AmountRows.Label(to, row.Label, "", top + 3);
        Spread(to, (X(row.P5), X(row.P10), X(row.P50), X(row.P90), X(row.P95)), top + 9);
        var isLeft = AmountRows.X(scale, row.P50) < (AmountRows.Left + AmountRows.Right) / 2;
        AmountRows.SayOnPaper(to, isLeft ? Math.Max(AmountRows.Left + 3, X(row.P5)) : Math.Min(X(row.P95), AmountRows.Right), top + 23.5m, row.Text, !isLeft);

        decimal X(decimal amount) => AmountRows.X(scale, amount);
    }

    private static void Spread(Markup to, (decimal P5, decimal P10, decimal P50, decimal P90, decimal P95) at, decimal middle)
    {
        AmountRows.Line(to, at.P5, middle, at.P95, middle, "axis");
        AmountRows.Line(to, at.P5, middle - 3, at.P5, middle + 3, "axis");
        AmountRows.Line(to, at.P95, middle - 3, at.P95, middle + 3, "axis");
        FilledArea.Write(to, at.P10, middle - 5, Math.Max(at.P90 - at.P10, 1), 10, Palette.Of(1) with { Texture = Texture.Plain });
        FilledArea.Write(to, at.P50 - 1, middle - 6.5m, 2, 13, Palette.Of(0));
    }
}
