using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document.Charts;

/// <summary>Amounts over the values of something that was swept, one line for each option.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Unit">What the amounts are counted in: "EUR".</param>
/// <param name="Along">What was swept, with its unit.</param>
/// <param name="Values">Its values, as printed; drawn at equal distances.</param>
/// <param name="Series">The lines, each with an amount for every value.</param>
public sealed record SweepLines(string Title, string Unit, string Along, ImmutableArray<string> Values, ImmutableArray<SweepLine> Series) : Block;

/// <summary>A line of amounts.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="EndLabel">The last amount, as printed at its end.</param>
/// <param name="Values">The amounts, 0 and above.</param>
/// <param name="Role">What it is among the others.</param>
public sealed record SweepLine(string Label, string EndLabel, ImmutableArray<decimal> Values, LineRole Role);
