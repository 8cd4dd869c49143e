using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Html;

/// <summary>Who wins over two values as SVG: a colour and a letter for the winner, the deeper the clearer, its lead in the cell, a ring at the case itself.</summary>
internal static class WinnerGridSvg
{
    private const decimal Left = 62;
    private const decimal Right = 676;
    private const decimal CellHeight = 24;
    private const decimal LegendRow = 14;
    private const decimal Small = 8.5m;
    private const int MostSteps = 255;
    private const decimal Faintest = 0.12m;
    private const decimal Deepest = 0.62m;
    private const string Nobody = "#f1f3f4";

    public static void Write(Markup to, WinnerGrid chart)
    {
        var top = ((chart.Winners.Length + 1) * LegendRow) + 22;
        var bottom = top + (chart.Ys.Length * CellHeight);
        AmountRows.Open(to, chart.Title, $"{chart.Title}: {string.Join("; ", chart.Winners.Index().Select(each => Spoken(chart, each.Index, each.Item)))}", bottom + 34);
        Legend(to, chart);
        AmountRows.Say(to, 0, top - 7, chart.Up, "chart-small");
        foreach (var (index, cell) in chart.Cells.Index())
        {
            Cell(to, chart, cell, index % chart.Xs.Length, index / chart.Xs.Length, top);
        }

        foreach (var (index, text) in chart.Ys.Index())
        {
            AmountRows.Say(to, Left - 6, bottom - ((index + 0.5m) * CellHeight) + 3, text, "chart-small end");
        }

        foreach (var (index, text) in chart.Xs.Index())
        {
            AmountRows.Say(to, Left + ((index + 0.5m) * CellWidth(chart)), bottom + 12, text, "chart-small middle");
        }

        AmountRows.Say(to, Right, bottom + 26, chart.Across, "chart-small end");
        if (chart.Point is { } point)
        {
            Ring(to, Left + ((point.X + 0.5m) * CellWidth(chart)), bottom - ((point.Y + 0.5m) * CellHeight), 7);
        }

        AmountRows.Close(to);
    }

    /// <summary>The letter of a winner.</summary>
    private static string Letter(int winner) => ((char)('A' + winner)).ToString();

    private static string Spoken(WinnerGrid chart, int winner, string name) =>
        $"{name} is the cheapest in {Printed.Whole(chart.Cells.Count(cell => cell.Winner == winner))} of {Printed.Whole(chart.Cells.Length)} cells";

    private static decimal CellWidth(WinnerGrid chart) => (Right - Left) / chart.Xs.Length;

    private static void Legend(Markup to, WinnerGrid chart)
    {
        foreach (var (index, name) in chart.Winners.Index())
        {
            Area(to, 0, index * LegendRow, 14, 10, Shade(index, 1));
            AmountRows.Say(to, 20, (index * LegendRow) + 8.5m, $"{Letter(index)}  {name}", "chart-text");
        }

        var last = chart.Winners.Length * LegendRow;
        Ring(to, 7, last + 5, 4.5m);
        AmountRows.Say(to, 20, last + 8.5m, chart.Point is null ? "the case itself lies outside" : "the case itself; in a cell the lead over the next, deeper where it is larger", "chart-text");
    }

    private static void Cell(Markup to, WinnerGrid chart, WinnerCell cell, int x, int y, decimal top)
    {
        var width = CellWidth(chart);
        var (left, upper) = (Left + (x * width), top + ((chart.Ys.Length - 1 - y) * CellHeight));
        Area(to, left, upper, width - 1, CellHeight - 1, cell.Winner is { } winner ? Shade(winner, cell.Strength) : Nobody);
        var text = cell.Winner is { } who ? $"{Letter(who)} {cell.Text}".TrimEnd() : "–";
        AmountRows.Say(
            to, left + (width / 2), upper + (CellHeight / 2) + 2.5m, ChartText.Width(text, Small) > width ? text[..1] : text, "chart-small middle on-light");
    }

    private static void Area(Markup to, decimal x, decimal y, decimal width, decimal height, string colour) => to.Empty(
        "rect", ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("width", Markup.Number(width)), ("height", Markup.Number(height)), ("fill", colour));

    private static void Ring(Markup to, decimal x, decimal y, decimal radius) => to.Empty(
        "circle", ("cx", Markup.Number(x)), ("cy", Markup.Number(y)), ("r", Markup.Number(radius)), ("fill", "none"), ("stroke", "#1c2329"), ("stroke-width", "1.8"));

    /// <summary>The winner's colour on white, so light that text stays legible on the deepest.</summary>
    private static string Shade(int winner, decimal strength)
    {
        var ink = Convert.FromHexString(Palette.Hue(winner)[1..]);
        var share = Faintest + (strength * (Deepest - Faintest));
        return "#" + Convert.ToHexStringLower([.. ink.Select(part => (byte)decimal.Round(MostSteps - (share * (MostSteps - part))))]);
    }
}
