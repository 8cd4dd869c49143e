using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>One figure for many samples.</summary>
public static class SampleFigures
{
    /// <summary>The mean; null where there is no sample.</summary>
    public static decimal? Average(ImmutableArray<float> samples)
    {
        if (samples.IsEmpty)
        {
            return null;
        }

        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += sample;
        }

        return (decimal)(sum / samples.Length);
    }

    /// <summary>
    /// A percentile of samples in ascending order, null where there is none. Nearest rank: the sample of rank ⌈p ÷ 100 × n⌉, counted from 1.
    /// Interpolated: between the samples around rank (n − 1) × p ÷ 100, counted from 0.
    /// </summary>
    public static decimal? At(Percentile percentile, PercentileMethod method, ReadOnlySpan<float> ascending)
    {
        if (ascending.IsEmpty)
        {
            return null;
        }

        if (method == PercentileMethod.NearestRank)
        {
            return (decimal)ascending[(int)decimal.Ceiling(percentile.Share * ascending.Length) - 1];
        }

        var rank = (ascending.Length - 1) * percentile.Share;
        var below = (int)decimal.Floor(rank);
        var low = (decimal)ascending[below];
        return below + 1 == ascending.Length ? low : low + ((rank - below) * ((decimal)ascending[below + 1] - low));
    }

    /// <summary>The figure of a measure that is one for the whole time; null where there is no sample. Throws for any other measure.</summary>
    public static decimal? Of(SizingMeasure measure, PercentileMethod method, ImmutableArray<float> samples) => measure.Kind switch
    {
        SizingKind.Average => Average(samples),
        SizingKind.Peak => samples.IsEmpty ? null : (decimal)samples.Max(),
        SizingKind.Percentile => At(measure.Percentile!.Value, method, Ascending(samples)),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "not one figure for the whole time"),
    };

    /// <summary>The samples in ascending order.</summary>
    public static float[] Ascending(ImmutableArray<float> samples)
    {
        var sorted = samples.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
