using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>How the figures of the replicates become one value.</summary>
public enum Averaging
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their geometric mean: they are ratios.</summary>
    Ratio,

    /// <summary>The geometric mean of 1 + figure, less 1: they are gains.</summary>
    Gain,

    /// <summary>Their median.</summary>
    Median,
}

/// <summary>A value of the record that rests on one figure of each replicate, under the measure's name.</summary>
/// <param name="Measure">What it is.</param>
/// <param name="Averaging">How the figures become one.</param>
/// <param name="Method">How it is measured.</param>
public sealed record MeasuredEstimate(Measure Measure, Averaging Averaging, Message Method)
{
    /// <summary>The replicates' figures, in their order; those of replicates that do not have it are left out.</summary>
    public ImmutableArray<double> Series(IReadOnlyList<Replicate> made) =>
        [.. made.Where(replicate => replicate.Figures.ContainsKey(Measure.Name)).Select(replicate => replicate.Figures[Measure.Name])];

    /// <summary>The value over the replicates; null where none has the figure.</summary>
    public MeasuredValue? Value(IReadOnlyList<Replicate> made) =>
        Series(made) is { IsEmpty: false } series ? Measure.Value(Over(series), Message.Of("method.over", ("method", Method), ("average", Average))) : null;

    /// <summary>
    /// Whether enough replicates were made. An interval narrower than what counts as a difference between runs is narrow enough, however small the value.
    /// </summary>
    public StopVerdict Verdict(IReadOnlyList<Replicate> made)
    {
        var series = Series(made);
        if (series.Length < StopRule.Least)
        {
            return StopVerdict.GoOn;
        }

        var interval = Over(series);
        return interval.High - interval.Low <= 2 * Measure.Thresholds.Absolute
            ? StopVerdict.NarrowEnough
            : Averaging == Averaging.Gain ? Measure.Stop.OfRatios([.. series.Select(gain => 1 + gain)]) : Measure.Stop.Of(series, interval);
    }

    private Message Average => Averaging switch
    {
        Averaging.Mean => Message.Of("method.mean"),
        Averaging.Median => Message.Of("method.median"),
        _ => Message.Of("method.ratio"),
    };

    private Interval Over(ImmutableArray<double> series) => Averaging switch
    {
        Averaging.Mean => Interval.OfMean(series),
        Averaging.Ratio => Interval.OfRatios(series),
        Averaging.Gain => Interval.OfRatios([.. series.Select(gain => 1 + gain)]) is var ratio
            ? new Interval(ratio.Value - 1, ratio.Low - 1, ratio.High - 1, ratio.N)
            : default,
        Averaging.Median => Interval.OfQuantile(series, Middle),
        _ => throw new InvalidOperationException($"there is no averaging {Averaging}"),
    };

    private const double Middle = 0.5;
}
