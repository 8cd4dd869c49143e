using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Simulation.Sampling;

/// <summary>Something that is drawn in each trial.</summary>
/// <param name="Key">Its key, unique among the inputs.</param>
/// <param name="Label">What it is, as printed.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Range">Its values.</param>
/// <param name="Provenance">Where the range comes from.</param>
public sealed record SimulationInput(string Key, Message Label, ValueUnit Unit, ValueRange Range, Provenance Provenance)
{
    /// <summary>
    /// The least value that means something, which stands for whatever a normal or log-normal range draws below it; null where any value does.
    /// </summary>
    public decimal? Least { get; init; }

    /// <summary>The most that means something, which stands for whatever a normal or log-normal range draws above it; null where any value does.</summary>
    public decimal? Most { get; init; }
}

/// <summary>What one option came to in one trial.</summary>
/// <param name="Total">What it costs over the horizon, in the scenario's currency; null where it lacks a price or has no plan that holds.</param>
/// <param name="PaybackMonth">The month in which leaving the baseline has paid for itself; null where it does not within the horizon, or there is nothing to
/// compare.</param>
public readonly record struct OptionOutcome(decimal? Total, int? PaybackMonth);

/// <summary>What one trial came to: an outcome for each option, in the scenario's order.</summary>
public sealed record TrialOutcome(ImmutableArray<OptionOutcome> Options)
{
    /// <summary>The outcomes of some options, by their places, in that order.</summary>
    public TrialOutcome Among(ImmutableArray<int> options) => new([.. options.Select(option => Options[option])]);
}

/// <summary>
/// The case as a function: the outcome for drawn values, which stand in the order of the inputs. The same values give the same outcome, on any thread.
/// </summary>
public delegate TrialOutcome TrialCase(ImmutableArray<decimal> values);
