using MathNet.Numerics.Distributions;

namespace CostPlanner.Simulation.Sampling;

/// <summary>Quantiles of a beta distribution on 0 to 1, from a table.</summary>
/// <remarks>
/// Solving for each draw costs some 20 µs, half a simulation. The table holds the distribution exactly at even steps; between them it is the cubic
/// that has the distribution's own density at both ends (Hermite), and in the first and last step, where the density may rise like a root, a
/// power of the distance to the end. The result is within a hundred-thousandth of the range of the exact one (tested).
/// </remarks>
internal sealed class BetaQuantiles
{
    private const int Cells = 512;
    private const int MostSteps = 60;
    private const double Enough = 1e-12;

    private readonly double alpha;
    private readonly double beta;
    private readonly double[] shares = new double[Cells + 1];
    private readonly double[] slopes = new double[Cells + 1];

    /// <summary>The table for these parameters, both 1 or more.</summary>
    public BetaQuantiles(double alpha, double beta)
    {
        (this.alpha, this.beta) = (alpha, beta);
        var distribution = new Beta(alpha, beta);
        for (var node = 0; node <= Cells; node++)
        {
            var x = (double)node / Cells;
            shares[node] = distribution.CumulativeDistribution(x);
            slopes[node] = distribution.Density(x) / Cells;
        }
    }

    /// <summary>The value that a share, above 0 and below 1, stays below.</summary>
    public double At(double share)
    {
        var found = Array.BinarySearch(shares, share);
        var cell = found >= 0 ? found : ~found - 1;
        var within = cell switch
        {
            _ when found >= 0 => 0,
            0 => Math.Pow(share / shares[1], 1 / alpha),
            Cells - 1 => 1 - Math.Pow((1 - share) / (1 - shares[Cells - 1]), 1 / beta),
            _ => Within(cell, share),
        };
        return (cell + within) / Cells;
    }

    /// <summary>Where in a cell, 0 to 1, its cubic reaches the share: Newton's steps, halving where one would leave the bracket.</summary>
    private double Within(int cell, double share)
    {
        var (low, high) = (0.0, 1.0);
        var (rise, here, there) = (shares[cell + 1] - shares[cell], slopes[cell], slopes[cell + 1]);
        var wanted = share - shares[cell];
        var t = wanted / rise;
        for (var step = 0; step < MostSteps && high - low > Enough; step++)
        {
            var (c2, c3) = ((3 * rise) - (2 * here) - there, here + there - (2 * rise));
            var off = (t * (here + (t * (c2 + (t * c3))))) - wanted;
            (low, high) = off < 0 ? (t, high) : (low, t);
            var next = t - (off / (here + (t * ((2 * c2) + (3 * t * c3)))));
            next = next >= low && next <= high ? next : (low + high) / 2;
            if (Math.Abs(next - t) < Enough)
            {
                return next;
            }

            t = next;
        }

        return t;
    }
}
