namespace CostPlanner.Simulation;

/// <summary>Quantiles, means and shares of trials, each with its standard error.</summary>
internal static class Statistics
{
    // The 97.5 % quantile of the normal distribution: 95 % lie within so many standard deviations.
    private const double Within95 = 1.959964;

    /// <summary>How figures are spread; at least one.</summary>
    public static Spread Spread(IReadOnlyList<decimal> figures)
    {
        var sorted = figures.Order().ToArray();
        var mean = sorted.Sum() / sorted.Length;
        var squares = sorted.Sum(each => (double)(each - mean) * (double)(each - mean));
        var deviation = sorted.Length > 1 ? Math.Sqrt(squares / (sorted.Length - 1)) : 0;
        return new Spread(
            Quantile(sorted, 0.05m),
            Quantile(sorted, 0.1m),
            Quantile(sorted, 0.5m),
            Quantile(sorted, 0.9m),
            Quantile(sorted, 0.95m),
            new Estimate(mean, (decimal)(deviation / Math.Sqrt(sorted.Length))),
            (decimal)deviation);
    }

    /// <summary>The median of figures; at least one.</summary>
    public static Estimate Median(IReadOnlyList<decimal> figures) => Quantile([.. figures.Order()], 0.5m);

    /// <summary>How often something happened.</summary>
    public static Estimate Share(int times, int trials)
    {
        var share = (decimal)times / trials;
        return new Estimate(share, (decimal)Math.Sqrt((double)(share * (1 - share) / trials)));
    }

    /// <summary>The value that a share of the figures stays below, and its standard error by order statistics.</summary>
    /// <remarks>
    /// How many of n figures lie below the true quantile is binomial, n p ± 1.96 √(n p (1 − p)) in 95 % of cases; the figures at these two ranks
    /// are 2 · 1.96 standard errors apart. It asks nothing of the shape of the distribution (Conover, Practical Nonparametric Statistics, 3.2).
    /// </remarks>
    public static Estimate Quantile(decimal[] sorted, decimal share)
    {
        var n = sorted.Length;
        var wide = (decimal)(Within95 * Math.Sqrt((double)(share * (1 - share) / n)));
        var apart = At(sorted, Math.Min(1, share + wide)) - At(sorted, Math.Max(0, share - wide));
        return new Estimate(At(sorted, share), apart / (decimal)(2 * Within95));
    }

    /// <summary>The figure at a share of the ranks, in a straight line between neighbours.</summary>
    private static decimal At(decimal[] sorted, decimal share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)decimal.Floor(place);
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
