using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation;

/// <summary>Why no further trials were made.</summary>
public enum TrialStopReason
{
    /// <summary>The median of the main difference is known to 1 % (its standard error).</summary>
    Known,

    /// <summary>The most trials were made.</summary>
    MostTrials,

    /// <summary>No option has a total in every trial, so there is nothing to know better.</summary>
    NothingToCompare,

    /// <summary>Nothing is uncertain: one trial tells all.</summary>
    NothingUncertain,
}

/// <summary>One trial: what was drawn, and what it came to.</summary>
/// <param name="Values">The drawn values, in the order of the inputs.</param>
/// <param name="Outcome">What the case came to.</param>
public sealed record Trial(ImmutableArray<decimal> Values, TrialOutcome Outcome);

/// <summary>What the trials say of one option.</summary>
/// <param name="Option">Its place in the outcomes.</param>
/// <param name="Lacking">In how many trials it has no total. An option that lacks one in any trial is not ranked: what its other trials say would be too
/// good.</param>
/// <param name="Total">What it costs; null where it lacks a total in a trial.</param>
/// <param name="Cheapest">The probability that it costs least of the options that are ranked, of two alike the first; null where it is not ranked.</param>
public sealed record OptionTrials(int Option, int Lacking, Spread? Total, Estimate? Cheapest)
{
    /// <summary>Whether it has a total in every trial.</summary>
    public bool IsRanked => Total is not null;
}

/// <summary>What the trials say of one option against the baseline, trial by trial with the same values drawn for both.</summary>
/// <param name="Option">Its place in the outcomes.</param>
/// <param name="Saving">What the baseline costs, less what the option costs: above 0 where the option is the cheaper.</param>
/// <param name="Share">The saving as a share of what the baseline costs; null where the baseline costs nothing in a trial.</param>
/// <param name="Saves">The probability that it costs less than the baseline.</param>
/// <param name="SavesShareAsked">The probability that it saves at least the share asked about; null where <paramref name="Share"/> is.</param>
/// <param name="PaysBack">The probability that leaving the baseline pays for itself within the horizon.</param>
public sealed record DifferenceTrials(int Option, Spread Saving, Spread? Share, Estimate Saves, Estimate? SavesShareAsked, Estimate PaysBack);

/// <summary>What all trials say.</summary>
/// <param name="Plan">What was simulated.</param>
/// <param name="Trials">The trials, in the order of their numbers.</param>
/// <param name="StoppedBy">Why there are no more.</param>
/// <param name="Options">Each option, in the scenario's order.</param>
/// <param name="Differences">Each ranked option but the baseline, in the scenario's order; empty where the baseline is not ranked.</param>
/// <param name="MainOption">The option of the main difference: of those in <paramref name="Differences"/> the one that is cheapest most often, of two alike the
/// first; null where there is none.</param>
public sealed record SimulationResult(
    SimulationPlan Plan,
    ImmutableArray<Trial> Trials,
    TrialStopReason StoppedBy,
    ImmutableArray<OptionTrials> Options,
    ImmutableArray<DifferenceTrials> Differences,
    int? MainOption)
{
    /// <summary>The main difference, which the stop rule watches; null where there is none.</summary>
    public DifferenceTrials? Main => Differences.FirstOrDefault(each => each.Option == MainOption);
}
