namespace CostPlanner.Benchmarking.Statistics;

/// <summary>CPU time of the whole host while so many guests booted at once.</summary>
/// <param name="Guests">How many booted.</param>
/// <param name="CpuSeconds">CPU seconds used in all.</param>
public readonly record struct BootPoint(int Guests, double CpuSeconds);

/// <summary>
/// CPU seconds that one boot costs: the slope of the host's CPU time over the number of guests. Wall time only says how many CPUs there were.
/// </summary>
public static class BootCost
{
    /// <summary>CPU seconds per boot with their interval; null for fewer than three points, or where all are of the same number of guests.</summary>
    public static Interval? PerGuest(IReadOnlyCollection<BootPoint> points) =>
        LeastSquares.Of([.. points.Select(point => new double[] { 1, point.Guests })], [.. points.Select(point => point.CpuSeconds)])?.Coefficients[1];
}
