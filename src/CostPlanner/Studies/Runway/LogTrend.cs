using MathNet.Numerics.Distributions;

namespace CostPlanner.Studies.Runway;

/// <summary>An amount that grows by an even share over time, fitted to what was seen of it.</summary>
/// <remarks>
/// Least squares of ln(amount) = a + b × years. What will be seen at a time x lies with probability p below
/// exp(a + b x + t(p; n − 2) × s × √(1 + 1/n + (x − x̄)² / Sxx)), s being the standard deviation of what the line does not explain:
/// the prediction interval of a new observation, not that of the line.
/// </remarks>
public sealed record LogTrend
{
    /// <summary>The fewest points: two are always on a line, and nothing is left to tell how well it fits.</summary>
    public const int Least = 3;

    private readonly double start;
    private readonly double meanYears;
    private readonly double spread;

    private LogTrend(double start, double slope, double residual, double meanYears, double spread, int points) =>
        (this.start, Slope, Residual, this.meanYears, this.spread, Points) = (start, slope, residual, meanYears, spread, points);

    /// <summary>ln of the factor of one year.</summary>
    public double Slope { get; }

    /// <summary>Standard deviation of ln(amount) around the line.</summary>
    public double Residual { get; }

    /// <summary>How many points it rests on.</summary>
    public int Points { get; }

    /// <summary>The trend of those points; null for fewer than three different times, or an amount that is not above 0.</summary>
    public static LogTrend? Of(IReadOnlyCollection<(double Years, double Amount)> points)
    {
        if (points.Select(point => point.Years).Distinct().Count() < Least || points.Any(point => point.Amount <= 0))
        {
            return null;
        }

        var logs = points.Select(point => (point.Years, Log: Math.Log(point.Amount))).ToList();
        var (years, log) = (logs.Average(point => point.Years), logs.Average(point => point.Log));
        var spread = logs.Sum(point => Square(point.Years - years));
        var slope = logs.Sum(point => (point.Years - years) * (point.Log - log)) / spread;
        var start = log - (slope * years);
        var rest = logs.Sum(point => Square(point.Log - start - (slope * point.Years)));
        return new LogTrend(start, slope, Math.Sqrt(rest / (logs.Count - 2)), years, spread, logs.Count);
    }

    /// <summary>The amount that will not be passed with that probability.</summary>
    /// <param name="years">The time, counted as that of the points.</param>
    /// <param name="share">The probability, more than 0 and less than 1.</param>
    public double At(double years, double share) =>
        Math.Exp(start + (Slope * years) + (Student(share) * Residual * Math.Sqrt(1 + (1.0 / Points) + (Square(years - meanYears) / spread))));

    /// <summary>The growth of one year, as a share, that the true one is below with that probability.</summary>
    public double YearlyGrowth(double share) => Math.Exp(Slope + (Student(share) * Residual / Math.Sqrt(spread))) - 1;

    private double Student(double share) => StudentT.InvCDF(0, 1, Points - 2, share);

    private static double Square(double value) => value * value;
}
