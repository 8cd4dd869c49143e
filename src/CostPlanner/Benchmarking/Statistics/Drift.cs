namespace CostPlanner.Benchmarking.Statistics;

/// <summary>How far the bare host's last calibration is from its first: what changed in between is in every figure of the run.</summary>
/// <param name="Change">The last against the first, less 1.</param>
public readonly record struct Drift(double Change)
{
    /// <summary>Beyond this share the run is rejected.</summary>
    public const double Limit = 0.03;

    /// <summary>Whether the host stayed as fast as it was.</summary>
    public bool IsSmall => Math.Abs(Change) <= Limit;

    /// <summary>Between two calibrations, each above 0.</summary>
    public static Drift Between(double first, double last)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(last);
        return new Drift((last / first) - 1);
    }
}
