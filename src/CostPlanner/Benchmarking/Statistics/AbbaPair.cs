namespace CostPlanner.Benchmarking.Statistics;

/// <summary>The same work done by the bare host and by a guest in the order host, guest, guest, host.</summary>
/// <param name="First">The host before.</param>
/// <param name="Guest">The guest, first time.</param>
/// <param name="GuestAgain">The guest, second time.</param>
/// <param name="Last">The host after.</param>
/// <remarks>A host that grows steadily faster or slower (by a constant share from step to step) does not change the ratio.</remarks>
public readonly record struct AbbaPair(double First, double Guest, double GuestAgain, double Last)
{
    /// <summary>Guest over host, as the geometric mean of both sides: 0.97 is a cost of 3 % for throughput. All four are above 0.</summary>
    public double Ratio
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Math.Min(Math.Min(First, Last), Math.Min(Guest, GuestAgain)), nameof(First));
            return Math.Sqrt(Guest / First * (GuestAgain / Last));
        }
    }
}
