using CostPlanner.Model;
using CostPlanner.Simulation.Sampling;
using MathNet.Numerics.Distributions;

namespace CostPlanner.Studies.Runway;

/// <summary>The value of a range that the true one is below with a probability.</summary>
/// <remarks>As trials draw it, but for PERT, whose quantiles trials take from a table: here three are asked for, and each is solved exactly.</remarks>
internal static class RateQuantile
{
    /// <summary>The value; for a probability more than 0 and less than 1.</summary>
    public static double At(ValueRange range, double share)
    {
        if (range.Shape != RangeShape.Pert)
        {
            return Quantiles.Of(range)(share);
        }

        var (low, high) = ((double)range.Low, (double)range.High);
        var (alpha, beta) = Quantiles.PertBeta(low, (double)range.Likely, high);
        return low + ((high - low) * Beta.InvCDF(alpha, beta, share));
    }
}
