namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Two heaps of figures where one was expected: two states of the host, whose mean is the figure of neither.</summary>
/// <param name="Lower">How many figures lie in the lower heap.</param>
/// <param name="Gap">The distance between the heaps, as a share of the mean's size.</param>
/// <param name="Separation">Ashman's D of the two heaps; null where neither scatters.</param>
/// <remarks>A warning, never a reason to reject: on so few figures it is a hint.</remarks>
public sealed record Bimodality(int Lower, double Gap, double? Separation)
{
    /// <summary>The fewest figures for which it can be told.</summary>
    public const int Least = 8;

    /// <summary>
    /// Ashman's D from which two heaps are seen. The best split of one heap has a D of about 3 itself; of 4,000 drawn series of eight figures
    /// of one heap 0.7 % (normal) and 1.9 % (uniform) come to more than this.
    /// </summary>
    public const double Limit = 8;

    /// <summary>Gaps smaller than this share of the mean matter to nobody.</summary>
    public const double SmallestGap = 0.02;

    private const int SmallestHeap = 2;

    /// <summary>The two heaps of a series, or null where there is one or it is too short to tell.</summary>
    public static Bimodality? Of(IReadOnlyCollection<double> series)
    {
        if (series.Count < Least)
        {
            return null;
        }

        var sorted = series.Order().ToArray();
        var mean = Math.Abs(Moments.Of(sorted).Mean);
        var split = Enumerable.Range(SmallestHeap, sorted.Length - (2 * SmallestHeap) + 1).MinBy(at => Scatter(sorted[..at]) + Scatter(sorted[at..]));
        var (low, high) = (Moments.Of(sorted[..split]), Moments.Of(sorted[split..]));
        var gap = high.Mean - low.Mean;
        var scatter = Math.Sqrt(((low.Deviation * low.Deviation) + (high.Deviation * high.Deviation)) / 2);
        var separation = scatter == 0 ? (double?)null : gap / scatter;
        var found = gap > 0 && separation is not < Limit && (mean == 0 || gap / mean >= SmallestGap);
        return found ? new Bimodality(split, mean == 0 ? gap : gap / mean, separation) : null;
    }

    private static double Scatter(double[] heap)
    {
        var moments = Moments.Of(heap);
        return moments.Deviation * moments.Deviation * (moments.N - 1);
    }
}
