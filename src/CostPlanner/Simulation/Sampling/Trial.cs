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
/// <param name="Total">
/// What it costs over the horizon in money of today, in the scenario's currency; null where it lacks a price or has no plan that holds, or was not asked for.
/// </param>
/// <param name="PaybackMonth">The month in which leaving the baseline has paid for itself; null where it does not within the horizon, or there is nothing to
/// compare.</param>
public readonly record struct OptionOutcome(decimal? Total, int? PaybackMonth)
{
    /// <summary>What it pays for each product that is watched, in their order; empty where none is.</summary>
    public ImmutableArray<ProductOutcome> Products { get; init; } = [];
}

/// <summary>What an option pays for one product in a trial.</summary>
/// <param name="Present">All of it over the horizon, in money of today; every amount of it is so many times the price.</param>
/// <param name="Price">The price of a unit, in its own currency; null where the option does not buy it.</param>
public readonly record struct ProductOutcome(decimal Present, decimal? Price);

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
