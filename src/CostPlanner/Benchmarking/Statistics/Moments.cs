namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Mean and scatter of a series.</summary>
/// <param name="N">How many figures.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation, by n − 1; 0 for one figure.</param>
public readonly record struct Moments(int N, double Mean, double Deviation)
{
    /// <summary>Of a series of at least one finite figure.</summary>
    public static Moments Of(IReadOnlyCollection<double> series)
    {
        ArgumentOutOfRangeException.ThrowIfZero(series.Count, nameof(series));
        var mean = series.Sum() / series.Count;
        if (!double.IsFinite(mean))
        {
            throw new ArgumentException("a figure is not finite", nameof(series));
        }

        var squares = series.Sum(each => (each - mean) * (each - mean));
        return new Moments(series.Count, mean, series.Count == 1 ? 0 : Math.Sqrt(squares / (series.Count - 1)));
    }

    /// <summary>Standard deviation as a share of the mean's size; null where the mean is 0.</summary>
    public double? Variation => Mean == 0 ? null : Deviation / Math.Abs(Mean);
}
