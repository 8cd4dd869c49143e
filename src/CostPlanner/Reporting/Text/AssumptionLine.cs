namespace CostPlanner.Reporting.Text;

/// <summary>A value to be written under `assumptions:` of a scenario.</summary>
/// <param name="Id">The assumption.</param>
/// <param name="Value">The value, as it is to be written.</param>
/// <param name="Comment">Where it comes from, for the line above it; one line.</param>
public sealed record AssumptionLine(string Id, string Value, string Comment);
