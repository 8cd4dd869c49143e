namespace CostPlanner.Benchmarking.Statistics;

/// <summary>What is known after so many replicates.</summary>
public enum StopVerdict
{
    /// <summary>Another replicate is wanted.</summary>
    GoOn,

    /// <summary>The interval is narrow enough.</summary>
    NarrowEnough,

    /// <summary>The most replicates were made and the interval is still wide; the figure stands, with its interval.</summary>
    StillWide,

    /// <summary>The most replicates were made and they scatter so much that the figure is rejected.</summary>
    Noisy,
}

/// <summary>When enough replicates of a figure were made: at least 5, at most 15.</summary>
/// <param name="Target">The half-width of the 95 % interval, as a share of the figure, that is narrow enough.</param>
public sealed record StopRule(double Target)
{
    /// <summary>The least replicates.</summary>
    public const int Least = 5;

    /// <summary>The most replicates.</summary>
    public const int Most = 15;

    /// <summary>Scatter (standard deviation as a share of the mean) beyond which a figure is rejected.</summary>
    public const double NoisyBeyond = 0.25;

    /// <summary>For throughput as a ratio: 3 %.</summary>
    public static StopRule OfThroughput { get; } = new(0.03);

    /// <summary>For p99 latencies and the p95 of boots: 10 %.</summary>
    public static StopRule OfTails { get; } = new(0.10);

    /// <summary>What a series of replicates says so far.</summary>
    /// <param name="series">One figure for each replicate.</param>
    /// <param name="interval">The figure's interval over them.</param>
    public StopVerdict Of(IReadOnlyCollection<double> series, Interval interval) => 0 switch
    {
        _ when series.Count < Least => StopVerdict.GoOn,
        _ when interval.RelativeHalfWidth <= Target => StopVerdict.NarrowEnough,
        _ when series.Count < Most => StopVerdict.GoOn,
        _ when Moments.Of(series).Variation is not <= NoisyBeyond => StopVerdict.Noisy,
        _ => StopVerdict.StillWide,
    };

    /// <summary>The same for a mean of ratios.</summary>
    public StopVerdict OfRatios(IReadOnlyCollection<double> series) =>
        series.Count < Least ? StopVerdict.GoOn : Of(series, Interval.OfRatios(series));
}
