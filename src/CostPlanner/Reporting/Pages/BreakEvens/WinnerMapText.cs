using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Pages.BreakEvens;

/// <summary>A map of winners as plain text: a letter and its lead in each cell.</summary>
public static class WinnerMapText
{
    private const string Nobody = "-";

    /// <summary>The headers of the grid: what goes up, then each value across.</summary>
    public static ImmutableArray<string> Headers(WinnerGrid grid) => [.. grid.Xs.Prepend("").Select(Printed.Plain)];

    /// <summary>The rows of the grid, the highest value first, as in the chart.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(WinnerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return grid.Ys.Index().Reverse().Select(row => (IReadOnlyList<string>)
            [Printed.Plain(row.Item), .. grid.Cells.Skip(row.Index * grid.Xs.Length).Take(grid.Xs.Length).Select(Cell)]);
    }

    /// <summary>What the letters stand for, a line for each.</summary>
    public static IEnumerable<string> Legend(WinnerGrid grid) => grid.Winners.Select((name, winner) => $"{WinnerGrid.Letter(winner)}  {name}");

    /// <summary>Where the case itself lies, in a line.</summary>
    public static string Case(KeyMap map, CaseInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(map);
        var values = new[] { map.X.Key, map.Y.Key }.Select(
            key => key.Value(inputs) is { } now ? $"{key.Name} {BreakEvenWords.Value(key, now)}" : Words.Of(
                "break-evens.winner-map-text.has-no-value-now",
                ("key", key.Name)));
        return Words.Of("break-evens.winner-map-text.the-case-itself", ("values", string.Join(", ", values)));
    }

    private static string Cell(WinnerCell cell) => cell.Winner is { } winner ? $"{WinnerGrid.Letter(winner)} {cell.Text}".TrimEnd() : Nobody;
}
