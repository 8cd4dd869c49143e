using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Memory of a guest beside its own, measured once.</summary>
/// <param name="VCpus">The guest's vCPUs.</param>
/// <param name="GiB">The guest's memory in GiB.</param>
/// <param name="OverheadMiB">What it took beside its memory, in MiB.</param>
public readonly record struct MemoryPoint(int VCpus, double GiB, double OverheadMiB);

/// <summary>Memory per guest beside its own, as o0 + o1 · vCPU + o2 · GiB.</summary>
/// <param name="Fixed">o0, in MiB.</param>
/// <param name="PerVCpu">o1, in MiB per vCPU.</param>
/// <param name="PerGiB">o2, in MiB per GiB.</param>
/// <param name="Typical">The whole for a guest of <see cref="TypicalVCpus"/> and <see cref="TypicalGiB"/>, in MiB. The three parts depend on each other: what
/// one has too much another has too little, so this interval is narrower than theirs together.</param>
public sealed record MemoryFit(Interval Fixed, Interval PerVCpu, Interval PerGiB, Interval Typical)
{
    /// <summary>vCPUs of the guest that fits are judged by.</summary>
    public const int TypicalVCpus = 2;

    /// <summary>Memory of the guest that fits are judged by, in GiB.</summary>
    public const int TypicalGiB = 4;

    /// <summary>The fewest different guests (vCPUs and memory) that three coefficients are fitted to.</summary>
    public const int LeastShapes = 6;

    /// <summary>The fit; null for fewer than six shapes of guests, or where vCPUs and memory were not varied apart from each other.</summary>
    public static MemoryFit? Of(IReadOnlyCollection<MemoryPoint> points)
    {
        if (points.Select(point => (point.VCpus, point.GiB)).Distinct().Count() < LeastShapes)
        {
            return null;
        }

        var fit = LeastSquares.Of([.. points.Select(point => new[] { 1, point.VCpus, point.GiB })], [.. points.Select(point => point.OverheadMiB)]);
        return fit is null
            ? null
            : new MemoryFit(fit.Coefficients[0], fit.Coefficients[1], fit.Coefficients[2], fit.At([1, TypicalVCpus, TypicalGiB]));
    }

    /// <summary>The four values of the record.</summary>
    public ImmutableArray<MeasuredValue> Values =>
    [
        Value(Measures.MemoryOverheadBase, Fixed),
        Value(Measures.MemoryOverheadPerVCpu, PerVCpu),
        Value(Measures.MemoryOverheadPerGiB, PerGiB),
        Value(Measures.MemoryOverheadTypical, Typical),
    ];

    private static MeasuredValue Value(Measure measure, Interval interval) => measure.Value(interval, Message.Of("method.memory-fit"));
}
