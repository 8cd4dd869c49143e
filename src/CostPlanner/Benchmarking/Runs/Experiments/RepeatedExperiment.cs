using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>An experiment whose replicates all do the same, and whose values rest on one figure of each.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Label">What it measures.</param>
/// <param name="Repeats">How many replicates.</param>
public abstract record RepeatedExperiment(string Name, Message Label, Repeats Repeats) : Experiment(Name, Label)
{
    /// <summary>What is estimated from the replicates.</summary>
    public abstract ImmutableArray<MeasuredEstimate> Estimates { get; }

    /// <inheritdoc/>
    public override int Expected => Repeats.Expected;

    /// <inheritdoc/>
    public override int Longest => Repeats.Most;

    /// <inheritdoc/>
    public override Script? Following(IReadOnlyList<Replicate> made) =>
        Repeats.WantMore(made.Count, Estimates.Select(estimate => estimate.Verdict(made))) ? Typical : null;

    /// <inheritdoc/>
    public override IEnumerable<MeasuredValue> Values(IReadOnlyList<Replicate> made) =>
        Estimates.Select(estimate => estimate.Value(made)).OfType<MeasuredValue>();

    /// <inheritdoc/>
    public override IEnumerable<ValidityCheck> Checks(IReadOnlyList<Replicate> made) =>
        SeriesChecks.Of(
            Name,
            made.Count,
            Repeats.Least,
            [.. Estimates.Select(estimate => new CheckedSeries(estimate.Measure.Name, estimate.Series(made), estimate.Measure.Thresholds.Absolute))]);
}
