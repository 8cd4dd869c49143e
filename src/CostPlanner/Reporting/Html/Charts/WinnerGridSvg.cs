using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>
/// Who wins over two values as SVG: a colour and a letter for the winner, the deeper the clearer, its lead in the cell, a frame around the cell of the case
/// itself, or nearest to it.
/// </summary>
internal static class WinnerGridSvg
{
    private const decimal Left = 62;
    private const decimal Right = 676;
    private const decimal CellHeight = 24;
    private const decimal LegendRow = 14;
    private const decimal Small = 8.5m;
    private const decimal Gap = 4;
    private const int MostSteps = 255;
    private const decimal Faintest = 0.12m;
    private const decimal Deepest = 0.62m;
    private const string Nobody = "#f1f3f4";

    public static void Write(Markup to, WinnerGrid chart)
    {
        var top = ((chart.Winners.Length + 1) * LegendRow) + 22;
        var bottom = top + (chart.Ys.Length * CellHeight);
        AmountRows.Open(
            to, chart.Title, $"{chart.Title}: {string.Join("; ", chart.Winners.Index().Select(each => Spoken(chart, each.Index, each.Item)))}", bottom + 34);
        Legend(to, chart);
        AmountRows.Say(to, 0, top - 7, chart.Up, "chart-small");
        foreach (var (index, cell) in chart.Cells.Index())
        {
            Area(
                to,
                X(chart, index),
                top + Y(chart, index),
                CellWidth(chart) - 1,
                CellHeight - 1,
                cell.Winner is { } winner ? Shade(winner, cell.Strength) : Nobody);
        }

        if (chart.Point is { } point)
        {
            var nearest = ((int)decimal.Round(point.Y) * chart.Xs.Length) + (int)decimal.Round(point.X);
            Frame(to, X(chart, nearest), top + Y(chart, nearest), CellWidth(chart) - 1, CellHeight - 1);
        }

        foreach (var (index, cell) in chart.Cells.Index())
        {
            var text = cell.Winner is { } who ? $"{WinnerGrid.Letter(who)} {cell.Text}".TrimEnd() : "–";
            AmountRows.Say(
                to, X(chart, index) + (CellWidth(chart) / 2), top + Y(chart, index) + (CellHeight / 2) + 2.5m, ChartText.Width(text, Small) > CellWidth(chart)
                    ? text[..1]
                    : text, "chart-small middle on-light");
        }

        foreach (var (index, text) in chart.Ys.Index())
        {
            AmountRows.Say(to, Left - 6, bottom - ((index + 0.5m) * CellHeight) + 3, text, "chart-small end");
        }

        var every = 1 + (int)((chart.Xs.Max(text => ChartText.Width(text, Small)) + Gap) / CellWidth(chart));
        foreach (var (index, text) in chart.Xs.Index().Where(each => each.Index % every == 0))
        {
            AmountRows.Say(to, Left + ((index + 0.5m) * CellWidth(chart)), bottom + 12, text, "chart-small middle");
        }

        AmountRows.Say(to, Right, bottom + 26, chart.Across, "chart-small end");
        AmountRows.Close(to);
    }

    private static string Spoken(WinnerGrid chart, int winner, string name) =>
        Words.Of(
            "charts.winner-grid.spoken",
            ("name", name),
            ("cells", Printed.Whole(chart.Cells.Count(cell => cell.Winner == winner))),
            ("cells-2", Printed.Whole(chart.Cells.Length)));

    /// <summary>Where a cell begins, from the left.</summary>
    private static decimal X(WinnerGrid chart, int cell) => Left + (cell % chart.Xs.Length * CellWidth(chart));

    /// <summary>Where a cell begins, from the top of the highest row.</summary>
    private static decimal Y(WinnerGrid chart, int cell) => (chart.Ys.Length - 1 - (cell / chart.Xs.Length)) * CellHeight;

    private static decimal CellWidth(WinnerGrid chart) => (Right - Left) / chart.Xs.Length;

    private static void Legend(Markup to, WinnerGrid chart)
    {
        foreach (var (index, name) in chart.Winners.Index())
        {
            Area(to, 0, index * LegendRow, 14, 10, Shade(index, 1));
            AmountRows.Say(to, 20, (index * LegendRow) + 8.5m, $"{WinnerGrid.Letter(index)}  {name}", "chart-text");
        }

        var last = chart.Winners.Length * LegendRow;
        if (chart.KnowsCase)
        {
            Frame(to, 1, last, 12, 10);
        }

        var words = !chart.KnowsCase ? "" : chart.Point is null ? Words.Of("charts.winner-grid.words") : Words.Of("charts.winner-grid.words-the-case-itself");
        AmountRows.Say(to, 20, last + 8.5m, Words.Of("charts.winner-grid.legend", ("words", words)), "chart-text");
    }

    private static void Area(Markup to, decimal x, decimal y, decimal width, decimal height, string colour) => to.Empty(
        "rect", ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("width", Markup.Number(width)), ("height", Markup.Number(height)), ("fill", colour));

    private static void Frame(Markup to, decimal x, decimal y, decimal width, decimal height) => to.Empty(
        "rect", ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("width", Markup.Number(width)), ("height", Markup.Number(height)),
        ("fill", "none"), ("stroke", "#1c2329"), ("stroke-width", "1.8"));

    /// <summary>The winner's colour on white, so light that text stays legible on the deepest.</summary>
    private static string Shade(int winner, decimal strength)
    {
        var ink = Convert.FromHexString(Palette.Hue(winner)[1..]);
        var share = Faintest + (strength * (Deepest - Faintest));
        return "#" + Convert.ToHexStringLower([.. ink.Select(part => (byte)decimal.Round(MostSteps - (share * (MostSteps - part))))]);
    }
}
