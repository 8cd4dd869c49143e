using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation;

/// <summary>Why no further trials were made.</summary>
public enum TrialStopReason
{
    /// <summary>The median of the main difference is known to 1 % of itself or to 0.5 % of what is paid against it (its standard error).</summary>
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
/// <param name="Total">What it costs in money of today; null where it lacks a total in a trial.</param>
/// <param name="Cheapest">The probability that it costs least of the options that are ranked, of two alike the first; null where it is not ranked.</param>
public sealed record OptionTrials(int Option, int Lacking, Spread? Total, Estimate? Cheapest)
{
    /// <summary>In which share of trials another option has to be dearer than the first, so that it does not rank equal to it.</summary>
    public const decimal ClearlyDearer = 0.8m;

    /// <summary>Whether it has a total in every trial.</summary>
    public bool HasTotal => Total is not null;

    /// <summary>The probability that it costs more than the option that comes first; null for that one itself, and where either lacks a total.</summary>
    public Estimate? DearerThanFirst { get; init; }

    /// <summary>Whether it is ranked equal to the first: dearer than that in too few trials to be called dearer.</summary>
    public bool IsEqualToFirst => DearerThanFirst is { } share && share.Value < ClearlyDearer;
}

/// <summary>What the trials say of one option against another, trial by trial with the same values drawn for both.</summary>
/// <param name="Option">Its place in the outcomes.</param>
/// <param name="Against">The place of the other: mostly the baseline.</param>
/// <param name="Saving">What the other costs, less what the option costs, in money of today: above 0 where the option is the cheaper.</param>
/// <param name="Share">The saving as a share of what the other costs; null where that costs nothing in a trial.</param>
/// <param name="Saves">The probability that it costs less than the other.</param>
/// <param name="SavesShareAsked">The probability that it saves at least the share asked about; null where <paramref name="Share"/> is.</param>
/// <param name="PaysBack">The probability that leaving the baseline pays for itself within the horizon; null against another than the baseline.</param>
public sealed record DifferenceTrials(
    int Option, int Against, Spread Saving, Spread? Share, Estimate Saves, Estimate? SavesShareAsked, Estimate? PaysBack);

/// <summary>What all trials say.</summary>
/// <param name="Plan">What was simulated.</param>
/// <param name="Trials">The trials, in the order of their numbers.</param>
/// <param name="StoppedBy">Why there are no more.</param>
/// <param name="Options">Each option, in the scenario's order.</param>
/// <param name="Differences">Each option with a total but the baseline, against that, in the scenario's order; empty where the baseline has none.</param>
/// <param name="Main">The main difference, which the stop rule watches: of the plan's pair, else of the baseline and the option that is cheapest most often;
/// null where there is none.</param>
public sealed record SimulationResult(
    SimulationPlan Plan,
    ImmutableArray<Trial> Trials,
    TrialStopReason StoppedBy,
    ImmutableArray<OptionTrials> Options,
    ImmutableArray<DifferenceTrials> Differences,
    DifferenceTrials? Main);
