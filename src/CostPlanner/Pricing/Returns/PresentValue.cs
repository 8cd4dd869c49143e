using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Returns;

/// <summary>Money of later months in money of today.</summary>
public static class PresentValue
{
    /// <summary>
    /// NPV = Σ over months m of amount(m) / (1 + r)^(m / 12), month 0 undiscounted; r is the yearly rate, above −1.
    /// </summary>
    public static Money Of(ImmutableArray<Money> byMonth, decimal yearlyRate, Currency currency) =>
        Of(byMonth, Factors(yearlyRate, byMonth.Length), currency);

    /// <summary>The same by known factors.</summary>
    public static Money Of(ImmutableArray<Money> byMonth, ImmutableArray<decimal> factors, Currency currency)
    {
        var sum = Money.Zero(currency);
        for (var month = 0; month < byMonth.Length; month++)
        {
            sum += byMonth[month] / factors[month];
        }

        return sum;
    }

    /// <summary>What money of each month is divided by, at the discount rate of some assumptions.</summary>
    public static ImmutableArray<decimal> FactorsOf(AssumptionSet assumptions, int months) => Factors(assumptions.Of(AssumptionIds.DiscountRate), months);

    /// <summary>What money of each month is divided by: (1 + r)^(m / 12).</summary>
    public static ImmutableArray<decimal> Factors(decimal yearlyRate, int months)
    {
        var monthly = Compounding.Root(1 + yearlyRate, Duration.MonthsPerYear);
        var factors = new decimal[months];
        var factor = 1m;
        for (var month = 0; month < months; month++)
        {
            factors[month] = factor;
            factor *= monthly;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(factors);
    }

    /// <summary>What payments of some lines come to in money of today.</summary>
    internal static decimal Of(IEnumerable<CostLine> lines, ImmutableArray<decimal> factors)
    {
        var sum = 0m;
        foreach (var line in lines)
        {
            foreach (var payment in line.Payments)
            {
                sum += payment.Amount.Amount / factors[payment.Month];
            }
        }

        return sum;
    }
}
