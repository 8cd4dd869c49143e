namespace CostPlanner.Benchmarking.Statistics;

/// <summary>What two series say of each other.</summary>
public enum DifferenceVerdict
{
    /// <summary>B is higher by all three thresholds.</summary>
    Higher,

    /// <summary>B is lower by all three thresholds.</summary>
    Lower,

    /// <summary>One of the thresholds is not passed. That is not a proof of equality.</summary>
    NotShown,

    /// <summary>There are so few replicates that no difference could be shown, however large.</summary>
    CannotBeShown,
}

/// <summary>How much must differ before it is called a difference: all three.</summary>
/// <param name="Absolute">The least difference of the means, in the measure's unit.</param>
/// <param name="Relative">The least difference of the means as a share of A's.</param>
public sealed record DifferenceThresholds(double Absolute, double Relative)
{
    /// <summary>p below which chance is not believed.</summary>
    public const double P = 0.05;
}

/// <summary>The difference of two series of replicates, B against A.</summary>
/// <param name="P">p of the permutation test.</param>
/// <param name="Absolute">Mean of B less mean of A.</param>
/// <param name="Relative">The same as a share of A's mean; null where that is 0.</param>
/// <param name="Low">The low end of the 95 % interval of the absolute difference (Welch); null for a series of one.</param>
/// <param name="High">The high end of it.</param>
/// <param name="Verdict">What may be said.</param>
public sealed record Difference(double P, double Absolute, double? Relative, double? Low, double? High, DifferenceVerdict Verdict)
{
    /// <summary>Compares the replicates of A and B.</summary>
    public static Difference Of(IReadOnlyList<double> a, IReadOnlyList<double> b, DifferenceThresholds thresholds, int seed)
    {
        var (ofA, ofB) = (Moments.Of(a), Moments.Of(b));
        var absolute = ofB.Mean - ofA.Mean;
        double? relative = ofA.Mean == 0 ? null : absolute / Math.Abs(ofA.Mean);
        var p = PermutationTest.P(a, b, seed);
        var half = HalfWidth(ofA, ofB);
        var far = p < DifferenceThresholds.P
            && Math.Abs(absolute) >= thresholds.Absolute
            && (relative is null || Math.Abs(relative.Value) >= thresholds.Relative);
        var verdict = 0 switch
        {
            _ when PermutationTest.LeastP(a.Count, b.Count) >= DifferenceThresholds.P => DifferenceVerdict.CannotBeShown,
            _ when far && absolute != 0 => absolute > 0 ? DifferenceVerdict.Higher : DifferenceVerdict.Lower,
            _ => DifferenceVerdict.NotShown,
        };
        return new Difference(p, absolute, relative, absolute - half, absolute + half, verdict);
    }

    /// <summary>Half of Welch's interval; the degrees of freedom are cut to whole ones, which widens it a little.</summary>
    private static double? HalfWidth(Moments a, Moments b)
    {
        if (a.N == 1 || b.N == 1)
        {
            return null;
        }

        var (ofA, ofB) = (a.Deviation * a.Deviation / a.N, b.Deviation * b.Deviation / b.N);
        var both = ofA + ofB;
        if (both == 0)
        {
            return 0;
        }

        var degrees = both * both / ((ofA * ofA / (a.N - 1)) + (ofB * ofB / (b.N - 1)));
        return StudentT.Bound(Interval.Confidence, Math.Max(1, (int)degrees)) * Math.Sqrt(both);
    }
}
