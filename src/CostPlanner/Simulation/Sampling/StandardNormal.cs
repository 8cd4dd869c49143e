using MathNet.Numerics.Distributions;

namespace CostPlanner.Simulation.Sampling;

/// <summary>The normal distribution with mean 0 and deviation 1.</summary>
internal static class StandardNormal
{
    // The numbers next to 0 and 1 that are still apart from them as even shares.
    private const double Smallest = 1e-16;

    /// <summary>The value that a share stays below.</summary>
    public static double Quantile(double share) => Normal.InvCDF(0, 1, share);

    /// <summary>The share below a value, above 0 and below 1.</summary>
    public static double Share(double value) => Math.Clamp(Normal.CDF(0, 1, value), Smallest, 1 - Smallest);
}
