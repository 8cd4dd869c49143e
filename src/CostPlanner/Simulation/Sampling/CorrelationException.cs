namespace CostPlanner.Simulation.Sampling;

/// <summary>Rank correlations that no numbers can have all at once; the message is for the user.</summary>
public sealed class CorrelationException(string message) : Exception(message);
