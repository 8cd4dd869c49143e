using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Proposals;

/// <summary>An assumption beside what a run measured of it.</summary>
/// <param name="Assumed">The assumption of the data folder, with its range.</param>
/// <param name="Now">The value that holds in the scenario now: its own, or the assumed one.</param>
/// <param name="Measured">The measured value in the assumption's unit, to four digits; null where the run has none.</param>
/// <param name="Low">The low end of its interval; null where it is not known.</param>
/// <param name="High">The high end of its interval; null where it is not known.</param>
/// <param name="N">How many replicates or points it rests on; 0 where nothing was measured.</param>
/// <param name="Refusal">Why it may not replace the assumption, or null when it may.</param>
/// <param name="Note">What was done to the measured value beside its unit, or null.</param>
public sealed record Proposal(Assumption Assumed, decimal Now, decimal? Measured, decimal? Low, decimal? High, int N, Message? Refusal, Message? Note = null)
{
    /// <summary>Whether the measured value may take the place of the assumed one.</summary>
    public bool IsAccepted => Refusal is null;
}
