namespace CostPlanner.Benchmarking.Statistics;

/// <summary>An estimate and the ends between which the true value lies with 95 % confidence.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The low end; null where so few figures cannot tell it.</param>
/// <param name="High">The high end; null where so few figures cannot tell it.</param>
/// <param name="N">How many figures it rests on.</param>
public readonly record struct Interval(double Value, double? Low, double? High, int N)
{
    /// <summary>The confidence of every interval here.</summary>
    public const double Confidence = 0.95;

    /// <summary>The larger distance from the value to an end, as a share of the value's size; null where an end is not known or the value is 0.</summary>
    public double? RelativeHalfWidth => Low is { } low && High is { } high && Value != 0
        ? Math.Max(high - Value, Value - low) / Math.Abs(Value)
        : null;

    /// <summary>The mean with Student's interval; without ends for a single figure.</summary>
    public static Interval OfMean(IReadOnlyCollection<double> series)
    {
        var moments = Moments.Of(series);
        if (moments.N == 1)
        {
            return new Interval(moments.Mean, null, null, 1);
        }

        var half = StudentT.Bound(Confidence, moments.N - 1) * moments.Deviation / Math.Sqrt(moments.N);
        return new Interval(moments.Mean, moments.Mean - half, moments.Mean + half, moments.N);
    }

    /// <summary>
    /// The geometric mean with Student's interval on the logarithms: for ratios, of which 2 and 1/2 are equally far from 1. Every figure is above 0.
    /// </summary>
    public static Interval OfRatios(IReadOnlyCollection<double> series)
    {
        if (series.Any(each => each <= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(series), series.Min(), "a ratio is above 0");
        }

        var logarithms = OfMean([.. series.Select(each => Math.Log(each))]);
        return new Interval(Math.Exp(logarithms.Value), Power(logarithms.Low), Power(logarithms.High), logarithms.N);
    }

    /// <summary>
    /// A quantile with the interval between two of the figures, which holds whatever their distribution: the number of figures below the true
    /// quantile is binomial. An end is null where even the outermost figure is not sure enough.
    /// </summary>
    /// <param name="series">At least one finite figure.</param>
    /// <param name="share">More than 0, less than 1: 0.5 for the median.</param>
    public static Interval OfQuantile(IReadOnlyCollection<double> series, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        ArgumentOutOfRangeException.ThrowIfZero(series.Count, nameof(series));
        var sorted = series.Order().ToArray();
        var below = Binomial(sorted.Length, share);
        var tail = (1 - Confidence) / 2;

        // P(fewer than r figures lie below the quantile) ≤ tail: the r-th figure, from 1, is a low end.
        var low = Enumerable.Range(1, sorted.Length).LastOrDefault(rank => below.Take(rank).Sum() <= tail);
        var high = Enumerable.Range(1, sorted.Length).FirstOrDefault(rank => below.Skip(rank).Sum() <= tail);
        var value = Quantile(sorted, share);
        return new Interval(
            value,
            low == 0 ? null : Math.Min(sorted[low - 1], value),
            high == 0 ? null : Math.Max(sorted[high - 1], value),
            sorted.Length);
    }

    /// <summary>The quantile between the two figures around rank (n − 1) × share, counted from 0, of figures in ascending order.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var rank = (sorted.Length - 1) * share;
        var lower = (int)Math.Floor(rank);
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + ((rank - lower) * (sorted[upper] - sorted[lower]));
    }

    /// <summary>The chances of 0, 1, … n hits of that share.</summary>
    private static double[] Binomial(int n, double share)
    {
        var chances = new double[n + 1];
        var logarithm = n * Math.Log(1 - share);
        for (var k = 0; k <= n; k++)
        {
            chances[k] = Math.Exp(logarithm);
            logarithm += Math.Log(n - k) - Math.Log(k + 1) + Math.Log(share) - Math.Log(1 - share);
        }

        return chances;
    }

    private static double? Power(double? logarithm) => logarithm is { } known ? Math.Exp(known) : null;
}
