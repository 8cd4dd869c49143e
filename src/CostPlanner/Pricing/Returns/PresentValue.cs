using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>Money of later months in money of today.</summary>
public static class PresentValue
{
    /// <summary>
    /// NPV = Σ over months m of amount(m) / (1 + r)^(m / 12), month 0 undiscounted; r is the yearly rate, above −1.
    /// </summary>
    public static Money Of(ImmutableArray<Money> byMonth, decimal yearlyRate, Currency currency)
    {
        var monthly = Root(1 + yearlyRate, Duration.MonthsPerYear);
        var factor = 1m;
        var sum = Money.Zero(currency);
        foreach (var amount in byMonth)
        {
            sum += amount / factor;
            factor *= monthly;
        }

        return sum;
    }

    /// <summary>The n-th root of a number above 0, by Newton's iteration while its steps get smaller; at last they are the rounding of decimals.</summary>
    public static decimal Root(decimal number, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        var root = 1m;
        decimal? step = null;
        for (var next = Next(); next != root && (step is null || Math.Abs(next - root) < step); next = Next())
        {
            (step, root) = (Math.Abs(next - root), next);
        }

        return root;

        decimal Next() => (((n - 1) * root) + (number / Power(root, n - 1))) / n;
    }

    /// <summary>A number to the power of a whole number, 0 and above.</summary>
    public static decimal Power(decimal number, int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= number;
        }

        return power;
    }
}
