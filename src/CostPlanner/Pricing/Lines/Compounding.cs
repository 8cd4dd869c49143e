namespace CostPlanner.Pricing.Lines;

/// <summary>Powers and roots of growth factors, exact to the rounding of decimals.</summary>
public static class Compounding
{
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
