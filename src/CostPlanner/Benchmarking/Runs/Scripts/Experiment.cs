using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>
/// Something that is measured by booting guests: which scripts, what a script's samples come to, and what the replicates come to. It starts nothing
/// itself and knows no clock: all of it follows from the replicates made so far, so that a run can be resumed and every figure be worked out again from a
/// record.
/// </summary>
/// <param name="Name">Its name in the record, in lower case with hyphens.</param>
/// <param name="Label">What it measures, for the printed plan.</param>
public abstract record Experiment(string Name, Message Label)
{
    /// <summary>How many replicates are expected; for the predicted end.</summary>
    public abstract int Expected { get; }

    /// <summary>How many replicates that count are made at most, as far as that is known; for the deadline.</summary>
    public virtual int Longest => Expected;

    /// <summary>The script of a typical replicate; for the printed plan and the predicted end.</summary>
    public abstract Script Typical { get; }

    /// <summary>The script of the next replicate, or null where enough are made.</summary>
    /// <param name="made">The replicates of this experiment that count, in their order.</param>
    public abstract Script? Following(IReadOnlyList<Replicate> made);

    /// <summary>
    /// What the samples of one replicate come to, by name; measures by the names of <see cref="Measures"/>. Throws <see cref="Guests.GuestException"/> where an
    /// output cannot be read.
    /// </summary>
    public abstract ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples);

    /// <summary>The values that the replicates come to.</summary>
    public abstract IEnumerable<MeasuredValue> Values(IReadOnlyList<Replicate> made);

    /// <summary>
    /// What had to hold of the replicates and the samples beyond what holds for every run: too noisy, not stationary. Each name once over all experiments, so
    /// the worst is told.
    /// </summary>
    public virtual IEnumerable<ValidityCheck> Checks(IReadOnlyList<Replicate> made) => [];
}
