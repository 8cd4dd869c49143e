using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Returns;

/// <summary>What one option costs over the horizon, line by line.</summary>
/// <remarks>
/// A total is the sum of its lines, exactly. Where a price is missing the line has no amount, and every total that
/// holds the line is a lower bound.
/// </remarks>
/// <param name="Currency">The scenario's currency.</param>
/// <param name="Months">Months in the horizon.</param>
/// <param name="Lines">The lines.</param>
public sealed record CostSheet(Currency Currency, int Months, ImmutableArray<CostLine> Lines)
{
    /// <summary>The sum of all lines that have an amount.</summary>
    public Money Total => Sum(Lines);

    /// <summary>The lines without an amount.</summary>
    public IEnumerable<CostLine> Holes => Lines.Where(line => line.IsHole);

    /// <summary>Whether every line has an amount.</summary>
    public bool IsComplete => !Holes.Any();

    /// <summary>What keeps the sheet from a total, said of the option; null where every line has an amount.</summary>
    public Message? WhyIncomplete => WhyOf(Holes);

    /// <summary>What keeps some lines from an amount: products that may not be used, or prices that are missing; null where nothing does.</summary>
    public static Message? WhyOf(IEnumerable<CostLine> holes)
    {
        var lines = holes.ToList();
        var refused = lines.Where(line => line.IsRefused).ToList();
        return lines.Count == 0 ? null
            : refused.Count > 0 ? Message.Of("incomplete.refused", ("lines", Labels(refused)))
            : Message.Of("incomplete.price", ("lines", Labels(lines)));
    }

    private static MessageValue Labels(IEnumerable<CostLine> lines) => Message.List(lines.Select(line => line.Label).Distinct());

    /// <summary>The sum of the lines of some categories.</summary>
    public Money TotalOf(params ReadOnlySpan<CostCategory> categories)
    {
        var wanted = categories.ToArray();
        return Sum(Lines.Where(line => wanted.Contains(line.Category)));
    }

    /// <summary>What is paid in each month, month 0 first.</summary>
    public ImmutableArray<Money> ByMonth() => ByMonth(Lines);

    /// <summary>What is paid in each year, the first year first.</summary>
    public ImmutableArray<Money> ByYear() => ByYear(Lines);

    /// <summary>What is paid for a category in each year, the first year first.</summary>
    public ImmutableArray<Money> ByYear(CostCategory category) => ByYear(Lines.Where(line => line.Category == category));

    private ImmutableArray<Money> ByYear(IEnumerable<CostLine> lines) => CashFlow.ByYear(ByMonth(lines));

    private ImmutableArray<Money> ByMonth(IEnumerable<CostLine> lines)
    {
        var months = Enumerable.Repeat(Money.Zero(Currency), Months).ToArray();
        foreach (var payment in lines.SelectMany(line => line.Payments))
        {
            months[payment.Month] += payment.Amount;
        }

        return [.. months];
    }

    private Money Sum(IEnumerable<CostLine> lines) =>
        lines.Aggregate(Money.Zero(Currency), (sum, line) => line.Amount(Currency) is { } amount ? sum + amount : sum);
}
