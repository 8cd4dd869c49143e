using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>What a line of a run's progress tells.</summary>
public enum RunMoment
{
    /// <summary>The plan, before anything is done: one line for each experiment, and for each that is omitted.</summary>
    Planned,

    /// <summary>A phase begins: quiet host, native calibration, boot, a step, the end.</summary>
    Phase,

    /// <summary>A replicate is complete, with its figures.</summary>
    Replicate,

    /// <summary>A replicate was rejected, with the reason.</summary>
    Rejected,

    /// <summary>A value is known.</summary>
    Value,

    /// <summary>The run is over.</summary>
    Ended,
}

/// <summary>One line of a run's progress; also what a remote run sends home.</summary>
/// <param name="Moment">What it tells.</param>
/// <param name="Elapsed">Time since the run began.</param>
/// <param name="Left">Time to the predicted end; null where it cannot be told.</param>
/// <param name="Experiment">Of which experiment, or null.</param>
/// <param name="Replicate">The number of the replicate, or null.</param>
/// <param name="Guests">How many guests are booted, or null.</param>
/// <param name="Words">What is going on or was found.</param>
public sealed record RunProgress(RunMoment Moment, TimeSpan Elapsed, TimeSpan? Left, string? Experiment, int? Replicate, int? Guests, Message Words);
