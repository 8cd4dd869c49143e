using CostPlanner.Model;

namespace CostPlanner.Simulation.Sampling;

/// <summary>The value that a share of a range's distribution stays below. Shares lie above 0 and below 1.</summary>
/// <remarks>
/// Values are drawn by their quantiles, one even number for each, so that correlated inputs and options that are compared can share their draws.
/// </remarks>
internal static class Quantiles
{
    /// <summary>How much heavier a PERT range is at its likely value than at an end (Malcolm et al. 1959).</summary>
    private const double PertWeight = 4;

    /// <summary>The 95 % quantile of the normal distribution with mean 0 and deviation 1.</summary>
    private const double Normal95 = 1.6448536269514722;

    // Tails without an end are cut at one in a million, 4.75 deviations out: a draw that no run would meet twice must not overflow money.
    private const double Cut = 1e-6;

    /// <summary>The quantiles of a range.</summary>
    public static Func<double, double> Of(ValueRange range)
    {
        var (low, likely, high) = ((double)range.Low, (double)range.Likely, (double)range.High);
        return range.Shape switch
        {
            RangeShape.Pert => Pert(low, likely, high),
            RangeShape.Triangular => share => Triangular(low, likely, high, share),
            RangeShape.Uniform => share => low + (share * (high - low)),
            RangeShape.Normal => share => Normal((low + high) / 2, (high - low) / (2 * Normal95), share),
            RangeShape.LogNormal => LogNormal(Math.Log(low), Math.Log(high)),
            _ => throw new ArgumentOutOfRangeException(nameof(range), range.Shape, "no such shape"),
        };
    }

    /// <summary>
    /// PERT is beta on low to high with α = 1 + 4 (likely − low) / (high − low) and β = 1 + 4 (high − likely) / (high − low); its mean is (low + 4 likely +
    /// high) / 6.
    /// </summary>
    internal static (double Alpha, double Beta) PertBeta(double low, double likely, double high) =>
        (1 + (PertWeight * (likely - low) / (high - low)), 1 + (PertWeight * (high - likely) / (high - low)));

    private static Func<double, double> Pert(double low, double likely, double high)
    {
        var (alpha, beta) = PertBeta(low, likely, high);
        var table = new BetaQuantiles(alpha, beta);
        return share => low + (table.At(share) * (high - low));
    }

    private static double Triangular(double low, double likely, double high, double share) => share * (high - low) < likely - low
        ? low + Math.Sqrt(share * (high - low) * (likely - low))
        : high - Math.Sqrt((1 - share) * (high - low) * (high - likely));

    private static Func<double, double> LogNormal(double low, double high) =>
        share => Math.Exp(Normal((low + high) / 2, (high - low) / (2 * Normal95), share));

    private static double Normal(double mean, double deviation, double share) =>
        mean + (deviation * StandardNormal.Quantile(Math.Clamp(share, Cut, 1 - Cut)));
}
