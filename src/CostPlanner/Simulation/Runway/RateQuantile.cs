using CostPlanner.Model;
using MathNet.Numerics.Distributions;

namespace CostPlanner.Simulation.Runway;

/// <summary>The value of a range that the true one is below with a probability.</summary>
internal static class RateQuantile
{
    private const double Weight = 4;
    private const double Outer = 0.95;

    /// <summary>The value; for a probability more than 0 and less than 1.</summary>
    public static double At(ValueRange range, double share)
    {
        var (low, likely, high) = ((double)range.Low, (double)range.Likely, (double)range.High);
        var width = high - low;
        return range.Shape switch
        {
            RangeShape.Pert => low + (width * Beta.InvCDF(1 + (Weight * (likely - low) / width), 1 + (Weight * (high - likely) / width), share)),
            RangeShape.Triangular => Triangular.InvCDF(low, high, likely, share),
            RangeShape.Uniform => low + (width * share),
            RangeShape.Normal => Normal.InvCDF(likely, (high - likely) / Normal.InvCDF(0, 1, Outer), share),
            RangeShape.LogNormal => Math.Exp(Normal.InvCDF((Math.Log(low) + Math.Log(high)) / 2, Math.Log(high / low) / 2 / Normal.InvCDF(0, 1, Outer), share)),
            _ => throw new ArgumentOutOfRangeException(nameof(range), range.Shape, "not a shape"),
        };
    }
}
