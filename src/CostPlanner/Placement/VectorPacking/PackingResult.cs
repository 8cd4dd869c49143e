namespace CostPlanner.Placement.VectorPacking;

/// <summary>What a search came to.</summary>
/// <param name="Plan">The best plan found; null when none was found.</param>
/// <param name="Cost">The sum of the prices of its bins: their number where each costs 1; null without a plan.</param>
/// <param name="LowerBound">No plan costs less.</param>
/// <param name="BoundBy">What the lower bound comes from, in words.</param>
/// <param name="Stopped">Why the search ended.</param>
/// <param name="Obstacle">Why there is no plan, in a sentence; null with a plan.</param>
public sealed record PackingResult(PackingPlan? Plan, decimal? Cost, decimal LowerBound, string BoundBy, StopReason Stopped, string? Obstacle = null)
{
    /// <summary>Whether the plan is the best possible.</summary>
    public bool Proven => Cost is { } cost && cost <= LowerBound;
}
