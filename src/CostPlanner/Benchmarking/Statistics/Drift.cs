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

/// <summary>A guest's clock against the host's over the same step.</summary>
/// <param name="Ratio">Guest seconds for each host second.</param>
public readonly record struct ClockCheck(double Ratio)
{
    /// <summary>Beyond this share off, the step and its replicate do not count.</summary>
    public const double Limit = 0.01;

    /// <summary>Whether the guest's clock runs as the host's.</summary>
    public bool IsRight => Math.Abs(Ratio - 1) <= Limit;

    /// <summary>Of seconds that both measured; the host's are above 0, the guest's 0 or more.</summary>
    public static ClockCheck Of(double guestSeconds, double hostSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(guestSeconds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hostSeconds);
        return new ClockCheck(guestSeconds / hostSeconds);
    }
}
