using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Returns;

/// <summary>Money of later months in money of today.</summary>
public static class PresentValue
{
    /// <summary>
    /// NPV = Σ over months m of amount(m) / (1 + r)^(m / 12), month 0 undiscounted; r is the yearly rate, above −1.
    /// </summary>
    public static Money Of(ImmutableArray<Money> byMonth, decimal yearlyRate, Currency currency)
    {
        var monthly = Compounding.Root(1 + yearlyRate, Duration.MonthsPerYear);
        var factor = 1m;
        var sum = Money.Zero(currency);
        foreach (var amount in byMonth)
        {
            sum += amount / factor;
            factor *= monthly;
        }

        return sum;
    }
}
