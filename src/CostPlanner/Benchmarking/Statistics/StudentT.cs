namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Student's t distribution for whole degrees of freedom.</summary>
/// <remarks>
/// The share between −t and t has a finite sum for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4), so that nothing is
/// approximated and no package is needed.
/// </remarks>
public static class StudentT
{
    private const double Enough = 1e-13;
    private const int MostDegrees = 100_000;

    /// <summary>The share of the distribution between −t and t, 0 to 1.</summary>
    /// <param name="t">The bound, 0 or more.</param>
    /// <param name="degrees">Degrees of freedom, 1 to 100,000.</param>
    public static double ShareWithin(double t, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degrees, MostDegrees);
        var angle = Math.Atan(t / Math.Sqrt(degrees));
        var (sine, cosine) = Math.SinCos(angle);
        var odd = degrees % 2 == 1;
        if (degrees == 1)
        {
            return 2 * angle / Math.PI;
        }

        // sin θ (1 + 1/2 cos² θ + 1·3/(2·4) cos⁴ θ + …) for even degrees; 2/π (θ + sin θ (cos θ + 2/3 cos³ θ + …)) for odd ones.
        var term = odd ? cosine : 1;
        var sum = term;
        for (var k = odd ? 3 : 2; k < degrees; k += 2)
        {
            term *= (k - 1.0) / k * cosine * cosine;
            sum += term;
        }

        return odd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }

    /// <summary>The t between whose negative and itself that share lies: 2.776 for 0.95 and 4 degrees of freedom.</summary>
    /// <param name="share">More than 0, less than 1.</param>
    /// <param name="degrees">Degrees of freedom, 1 to 100,000.</param>
    public static double Bound(double share, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        var (low, high) = (0.0, 1.0);
        while (ShareWithin(high, degrees) < share)
        {
            high *= 2;
        }

        while (high - low > Enough * high)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = ShareWithin(middle, degrees) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
