using CostPlanner.Model;

namespace CostPlanner.Simulation.Sampling;

/// <summary>Rank correlations that no numbers can have all at once.</summary>
/// <param name="refusal">Why, for the user.</param>
public sealed class CorrelationException(Message refusal) : Exception(refusal?.ToString())
{
    /// <summary>Why, for the user.</summary>
    public Message Refusal { get; } = refusal;
}
