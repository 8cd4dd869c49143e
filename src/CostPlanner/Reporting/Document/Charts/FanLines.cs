using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document.Charts;

/// <summary>Shares of what is there, month by month, each a line with the band in which it may lie, against the line of all of it.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Limit">What 100 % is, in a few words.</param>
/// <param name="Series">The lines.</param>
public sealed record FanLines(string Title, string Limit, ImmutableArray<FanLine> Series) : Block
{
    /// <summary>Months marked on the axis, with their words; the first of them is drawn strongest.</summary>
    public ImmutableArray<FanMark> Marks { get; init; } = [];
}

/// <summary>A line with its band; all three have as many values, month 0 first.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="EndLabel">A figure below the label.</param>
/// <param name="Low">The lower edge of the band, as shares: 0.5 is half of what is there.</param>
/// <param name="Middle">The line.</param>
/// <param name="High">The upper edge.</param>
public sealed record FanLine(string Label, string EndLabel, ImmutableArray<decimal> Low, ImmutableArray<decimal> Middle, ImmutableArray<decimal> High)
{
    /// <summary>What was seen before month 0, or within the months: month, counted from month 0, and share.</summary>
    public ImmutableArray<(decimal Month, decimal Share)> Seen { get; init; } = [];
}

/// <summary>A month with a word.</summary>
/// <param name="Month">The month, 0 being today.</param>
/// <param name="Text">The word: "P50".</param>
public sealed record FanMark(int Month, string Text);
