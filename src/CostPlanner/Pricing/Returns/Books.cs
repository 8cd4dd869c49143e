using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Returns;

/// <summary>What the books show of assets, month by month, beside the cash that was paid for them.</summary>
/// <remarks>
/// Definition: straight line. Depreciation(m) = price / life for the months from the purchase on, as many as the life; the month of purchase counts whole,
/// the month of sale not at all. Loss(m) = price − depreciation so far − proceeds in the month of sale, a gain where negative. In whole units of the currency,
/// the remainder carried, so that over a life the sum is the price. What is left at the horizon's end is in no expense.
/// </remarks>
/// <param name="Depreciation">By month of the horizon, month 0 first.</param>
/// <param name="Losses">Losses on sales by month, gains negative.</param>
/// <param name="LeftAtEnd">What the books still hold at the end of the horizon.</param>
public sealed record Books(ImmutableArray<Money> Depreciation, ImmutableArray<Money> Losses, Money LeftAtEnd)
{
    /// <summary>The books of those assets; throws for one that is bought after the horizon.</summary>
    public static Books Of(IEnumerable<CapitalAsset> assets, int months, Currency currency)
    {
        var depreciation = Enumerable.Repeat(Money.Zero(currency), months).ToArray();
        var losses = Enumerable.Repeat(Money.Zero(currency), months).ToArray();
        var left = Money.Zero(currency);
        foreach (var asset in assets)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(asset.Month, months, nameof(assets));
            var sale = asset.Sale is { } planned && planned.Month < months ? planned : null;
            var held = asset.Price;
            foreach (var part in Booking.Spread(asset.Price, asset.LifeMonths).TakeWhile(part => asset.Month + part.Month < (sale?.Month ?? months)))
            {
                depreciation[asset.Month + part.Month] += part.Amount;
                held -= part.Amount;
            }

            if (sale is null)
            {
                left += held;
            }
            else
            {
                losses[sale.Month] += held - sale.Amount;
            }
        }

        return new Books([.. depreciation], [.. losses], left);
    }

    /// <summary>The expense in the books by month: operating payments + depreciation + losses on sales. Definition.</summary>
    /// <param name="operating">What is paid in each month of the same horizon for other things than assets; throws for another number of months.</param>
    public ImmutableArray<Money> Expense(ImmutableArray<Money> operating)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(operating.Length, Depreciation.Length, nameof(operating));
        return [.. operating.Select((paid, month) => paid + Depreciation[month] + Losses[month])];
    }
}
