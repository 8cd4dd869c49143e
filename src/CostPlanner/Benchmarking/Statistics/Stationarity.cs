namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Whether a series in time stays where it is: what moves within its window is no steady state.</summary>
/// <param name="Trend">Mann and Kendall's Z; positive where the series rises.</param>
/// <param name="Halves">The mean of the second half against that of the first, less 1; null where the first is 0.</param>
/// <param name="Shift">The mean of the second half less that of the first.</param>
/// <remarks>
/// A series moves where both say so: on a long series the trend finds drifts too small to matter, and on a noisy one halves differ by chance.
/// </remarks>
public sealed record Stationarity(double Trend, double? Halves, double Shift)
{
    /// <summary>|Z| beyond which a trend is no chance (two-sided, 5 %).</summary>
    public const double TrendLimit = 1.959964;

    /// <summary>How far the halves may differ.</summary>
    public const double HalvesLimit = 0.05;

    /// <summary>The fewest figures for which it can be told.</summary>
    public const int Least = 8;

    /// <summary>Whether the series stays.</summary>
    public bool IsSteady => Math.Abs(Trend) <= TrendLimit || (Halves is { } halves && Math.Abs(halves) <= HalvesLimit);

    /// <summary>Of a series in the order of time; null where it is too short to tell.</summary>
    public static Stationarity? Of(IReadOnlyList<double> series)
    {
        if (series.Count < Least)
        {
            return null;
        }

        var half = series.Count / 2;
        var first = Moments.Of([.. series.Take(half)]).Mean;
        var second = Moments.Of([.. series.Skip(series.Count - half)]).Mean;
        return new Stationarity(MannKendall(series), first == 0 ? null : (second / first) - 1, second - first);
    }

    /// <summary>Mann and Kendall's Z with the correction for ties and for continuity.</summary>
    private static double MannKendall(IReadOnlyList<double> series)
    {
        var s = 0;
        for (var i = 0; i < series.Count; i++)
        {
            for (var j = i + 1; j < series.Count; j++)
            {
                s += Math.Sign(series[j] - series[i]);
            }
        }

        var ties = series.GroupBy(each => each).Sum(group => Spread(group.Count()));
        var variance = (Spread(series.Count) - ties) / 18;
        return s == 0 || variance <= 0 ? 0 : (s - Math.Sign(s)) / Math.Sqrt(variance);
    }

    private static double Spread(int n) => n * (n - 1.0) * ((2 * n) + 5);
}
