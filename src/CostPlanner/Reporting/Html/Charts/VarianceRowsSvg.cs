using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Shares of variance as SVG: a light bar for what a cause brings in with others, a dark one for it alone, each with its interval.</summary>
internal static class VarianceRowsSvg
{
    private const decimal RowHeight = 30;
    private const decimal Top = 20;
    private const decimal LaneHeight = 8;
    private const decimal PerCent = 100;

    private static readonly Fill Together = Palette.Of(1);
    private static readonly Fill Alone = Palette.Of(0);

    public static void Write(Markup to, VarianceRows chart)
    {
        var scale = SpanScale.Of(
            [
                0,
                .. chart.Rows.SelectMany(row => new[] { row.Together.High, row.Alone.High, row.Together.Value, row.Alone.Value })
                    .Select(share => Math.Max(0, share) * PerCent),
            ]);
        var bottom = Top + (chart.Rows.Length * RowHeight);
        AmountRows.Open(to, $"{chart.Title}, %", $"{chart.Title}: {string.Join("; ", chart.Rows.Select(Spoken))}", bottom + 24);
        FilledArea.Write(to, AmountRows.Left, 0, 14, 9, Together);
        AmountRows.Say(to, AmountRows.Left + 19, 8, Words.Of("charts.variance-rows.write"), "chart-text");
        FilledArea.Write(to, AmountRows.Left + 180, 0, 14, 9, Alone);
        AmountRows.Say(to, AmountRows.Left + 199, 8, Words.Of("charts.variance-rows.alone-first-order"), "chart-text");
        AmountRows.Say(to, AmountRows.Left + 310, 8, Words.Of("charts.variance-rows.lines-95-intervals"), "chart-small");
        AmountRows.Axis(to, scale, Top, bottom);
        foreach (var (index, row) in chart.Rows.Index())
        {
            var top = Top + (index * RowHeight) + 2;
            AmountRows.Label(to, row.Label, "", top + 2);
            Lane(to, row.Together, Together, scale, top + 2);
            Lane(to, row.Alone, Alone, scale, top + 3 + LaneHeight);
        }

        AmountRows.Close(to);
    }

    private static string Spoken(VarianceRow row) => Words.Of(
        "charts.variance-rows.in-all-alone",
        ("row", row.Label),
        ("together", Printed.Percent(row.Together.Value)),
        ("alone", Printed.Percent(row.Alone.Value)));

    private static void Lane(Markup to, KnownShare share, Fill fill, SpanScale scale, decimal top)
    {
        // What lies below 0 by chance is nothing.
        var (zero, value, low, high) = (X(0), X(share.Value), X(share.Low), X(share.High));
        if (value > zero)
        {
            FilledArea.Write(to, zero, top, value - zero, LaneHeight, fill);
        }

        var middle = top + (LaneHeight / 2);
        AmountRows.Line(to, low, middle, high, middle, "leader");
        AmountRows.Line(to, low, middle - 2, low, middle + 2, "leader");
        AmountRows.Line(to, high, middle - 2, high, middle + 2, "leader");
        AmountRows.SayOnPaper(to, Math.Max(high, value) + 4, middle + 3, Printed.Percent(Math.Max(0, share.Value)), isAtEnd: false);

        decimal X(decimal of) => AmountRows.X(scale, Math.Max(0, of) * PerCent);
    }
}
