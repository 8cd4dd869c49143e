using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document.Charts;

/// <summary>How amounts are spread, one row for each option, all on one axis.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Unit">What the amounts are counted in: "EUR".</param>
/// <param name="Rows">The rows, from the top.</param>
public sealed record SpreadRows(string Title, string Unit, ImmutableArray<SpreadRow> Rows) : Block;

/// <summary>A spread: P5 to P95 as a line, P10 to P90 as a box, the median as a stroke in it.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="P5">The value that 5 % stay below, and so on.</param>
/// <param name="P10">10 %.</param>
/// <param name="P50">The median.</param>
/// <param name="P90">90 %.</param>
/// <param name="P95">95 %.</param>
/// <param name="Text">The figures as printed beside it.</param>
public sealed record SpreadRow(string Label, decimal P5, decimal P10, decimal P50, decimal P90, decimal P95, string Text);

/// <summary>What each input does to a figure by itself, the widest bar on top.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Unit">What the figure is counted in.</param>
/// <param name="Likely">The figure with every input likely.</param>
/// <param name="LikelyText">What that is, in words, at the line; the figure stands behind it in the unit of the axis.</param>
/// <param name="Rows">The inputs.</param>
public sealed record TornadoRows(string Title, string Unit, decimal Likely, string LikelyText, ImmutableArray<TornadoRow> Rows) : Block;

/// <summary>An input at its two ends.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Range">Its low and high as printed below the label.</param>
/// <param name="Low">The figure at its low; null where there is none.</param>
/// <param name="High">The figure at its high; null where there is none.</param>
public sealed record TornadoRow(string Label, string Range, decimal? Low, decimal? High);

/// <summary>What brings in how much of a variance: alone, and with others.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Rows">The causes, from the top.</param>
public sealed record VarianceRows(string Title, ImmutableArray<VarianceRow> Rows) : Block;

/// <summary>A cause.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Alone">Its share alone.</param>
/// <param name="Together">Its share alone and with others.</param>
public sealed record VarianceRow(string Label, KnownShare Alone, KnownShare Together);

/// <summary>A share with its interval; by chance it may lie a little outside 0 to 1.</summary>
/// <param name="Value">The share.</param>
/// <param name="Low">The low end.</param>
/// <param name="High">The high end.</param>
public readonly record struct KnownShare(decimal Value, decimal Low, decimal High);

/// <summary>Who wins over two values, as a grid of cells.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Across">What goes across, with its unit.</param>
/// <param name="Up">What goes up, with its unit.</param>
/// <param name="Xs">The values across, as printed.</param>
/// <param name="Ys">The values up, as printed, the lowest first.</param>
/// <param name="Winners">The names of those that win somewhere.</param>
/// <param name="Cells">The cells, row by row from the lowest.</param>
/// <param name="Point">Where the case itself lies, counted in cells from the middle of the lowest left one; null where it lies outside.</param>
public sealed record WinnerGrid(
    string Title,
    string Across,
    string Up,
    ImmutableArray<string> Xs,
    ImmutableArray<string> Ys,
    ImmutableArray<string> Winners,
    ImmutableArray<WinnerCell> Cells,
    (decimal X, decimal Y)? Point) : Block
{
    /// <summary>Whether it is known where the case itself lies; where it is not, nothing is said of it.</summary>
    public bool KnowsCase { get; init; } = true;

    /// <summary>The letter of a winner, by its place among the winners.</summary>
    public static string Letter(int winner) => ((char)('A' + winner)).ToString();
}

/// <summary>A cell.</summary>
/// <param name="Winner">The winner's place among the winners; null where there is none.</param>
/// <param name="Strength">How clear it is: 0 for a tie, 1 for the clearest of all cells.</param>
/// <param name="Text">Its lead as printed; empty where there is no next one.</param>
public readonly record struct WinnerCell(int? Winner, decimal Strength, string Text);
