namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>How long a piece of work is measured.</summary>
/// <param name="WarmUp">Seconds of the same work before, which enter no figure.</param>
/// <param name="Seconds">Seconds of one measurement.</param>
public readonly record struct Window(int WarmUp, int Seconds);
