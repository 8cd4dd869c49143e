using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document.Charts;

/// <summary>Horizontal bars made of parts, one bar for each option.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Unit">What the amounts are counted in: "EUR".</param>
/// <param name="Kinds">The names of the parts, in the order in which they are stacked.</param>
/// <param name="Bars">The bars, from the top.</param>
public sealed record StackedBars(string Title, string Unit, ImmutableArray<string> Kinds, ImmutableArray<StackedBar> Bars) : Block;

/// <summary>A bar made of parts.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Parts">An amount for each kind.</param>
/// <param name="EndLabel">The total, as printed at its end.</param>
/// <param name="Open">Why the bar would be longer if all were known, or null when all is known.</param>
public sealed record StackedBar(string Label, ImmutableArray<decimal> Parts, string EndLabel, string? Open);

/// <summary>Amounts that grow month by month, one line for each option.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Unit">What the amounts are counted in: "EUR".</param>
/// <param name="Series">The lines.</param>
public sealed record MonthlyLines(string Title, string Unit, ImmutableArray<MonthlyLine> Series) : Block;

/// <summary>What a line is among the others.</summary>
public enum LineRole
{
    /// <summary>An option like the others.</summary>
    Other,

    /// <summary>The option that the others are measured against.</summary>
    Baseline,

    /// <summary>The cheapest option that may be ranked.</summary>
    Cheapest,

    /// <summary>An option of which only a lower bound is known.</summary>
    AtLeast,
}

/// <summary>A line of amounts, one for the end of each month, month 0 first.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="EndLabel">The last amount, as printed at its end.</param>
/// <param name="Values">The amounts.</param>
/// <param name="Role">What it is among the others.</param>
/// <param name="Mark">The month to be marked, counted from 1, or null for none.</param>
public sealed record MonthlyLine(string Label, string EndLabel, ImmutableArray<decimal> Values, LineRole Role, int? Mark);

/// <summary>Amounts hour by hour of a day or a week.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Unit">What the amounts are counted in: "busy cores".</param>
/// <param name="Series">The lines, each with an amount for every hour.</param>
public sealed record HourLines(string Title, string Unit, ImmutableArray<HourLine> Series) : Block;

/// <summary>A line of amounts, one for each hour from 00:00 on, of a week from Monday on.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="EndLabel">The figure that it stands for in all, as printed below the label.</param>
/// <param name="Values">The amounts; null in an hour that was not seen.</param>
/// <param name="Role">What it is among the others.</param>
public sealed record HourLine(string Label, string EndLabel, ImmutableArray<decimal?> Values, LineRole Role);
