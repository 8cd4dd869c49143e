namespace CostPlanner.Simulation;

/// <summary>A figure that is estimated from trials.</summary>
/// <param name="Value">The figure: an amount in the scenario's currency, or a share of 1.</param>
/// <param name="StandardError">How far it is off by chance, as a standard deviation; 0 where every trial said the same.</param>
public readonly record struct Estimate(decimal Value, decimal StandardError);

/// <summary>How a figure is spread over trials: an amount in the scenario's currency, or a share.</summary>
/// <param name="P5">The value that 5 % of trials stay below, and so on.</param>
/// <param name="P10">10 %.</param>
/// <param name="P50">The median.</param>
/// <param name="P90">90 %.</param>
/// <param name="P95">95 %.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation between trials.</param>
public sealed record Spread(Estimate P5, Estimate P10, Estimate P50, Estimate P90, Estimate P95, Estimate Mean, decimal Deviation);
