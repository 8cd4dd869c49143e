using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>Everything that a run will do, and its limits: known before it begins.</summary>
/// <param name="Name">"self-test", "quick", "standard" or "thorough".</param>
/// <param name="Accelerator">What runs the guests.</param>
/// <param name="Experiments">What is measured, in order.</param>
/// <param name="Omitted">What is not measured and why.</param>
/// <param name="ToBoot">How long the boot of a set may take.</param>
/// <param name="ForBoot">How long boot and end of a set are expected to take, whatever its size; for the predicted end.</param>
/// <param name="Deadline">How long the whole run may take.</param>
/// <param name="QuietSeconds">How long the host is watched before the first boot and after the last.</param>
/// <param name="MostRejected">After so many rejected replicates of one experiment it is given up.</param>
/// <param name="RejectsUnquiet">Whether a replicate does not count while the host is not quiet; a self-test only records it.</param>
public sealed record RunPlan(
    string Name,
    Accelerator Accelerator,
    ImmutableArray<Experiment> Experiments,
    ImmutableArray<Message> Omitted,
    TimeSpan ToBoot,
    TimeSpan ForBoot,
    TimeSpan Deadline,
    int QuietSeconds,
    int MostRejected,
    bool RejectsUnquiet)
{
    /// <summary>Whether faults are planted in guests at the end, to see that each is told by its name.</summary>
    public bool DrillsFaults { get; init; }

    /// <summary>How long all CPUs compute before a calibration is read.</summary>
    public int WarmUpSeconds { get; init; } = QuietSeconds;

    /// <summary>How much longer boot and end of a set take for each guest of it; for the predicted end.</summary>
    public TimeSpan ForGuest { get; init; }

    /// <summary>How long the run is expected to take.</summary>
    public TimeSpan Predicted => Experiments.Aggregate(Around, (sum, each) => sum + PredictedOf(each));

    /// <summary>How long it takes where every experiment makes the most replicates that count.</summary>
    public TimeSpan Longest => Experiments.Aggregate(Around, (sum, each) => sum + (each.Longest * ForOne(each)));

    /// <summary>What is done before the first experiment and after the last: the host is watched and calibrated.</summary>
    public TimeSpan Around => TimeSpan.FromSeconds(2 * (QuietSeconds + Calibration.Script(this).Seconds));

    /// <summary>How long one experiment is expected to take.</summary>
    public TimeSpan PredictedOf(Experiment experiment) => experiment.Expected * ForOne(experiment);

    private TimeSpan ForOne(Experiment experiment) =>
        ForBoot + (experiment.Typical.Guests.Length * ForGuest) + TimeSpan.FromSeconds(experiment.Typical.Seconds);
}
