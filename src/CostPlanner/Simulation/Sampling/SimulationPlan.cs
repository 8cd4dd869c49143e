using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Simulation.Sampling;

/// <summary>What is to be simulated.</summary>
/// <param name="Inputs">What is drawn; keys are unique.</param>
/// <param name="Correlations">Which inputs go together; each key is one of the inputs.</param>
/// <param name="Seed">The same seed draws the same values.</param>
/// <param name="Baseline">The option that the others are compared with, by its place in the outcomes.</param>
public sealed record SimulationPlan(ImmutableArray<SimulationInput> Inputs, ImmutableArray<RankCorrelation> Correlations, ulong Seed, int Baseline)
{
    /// <summary>The most trials unless the user says otherwise.</summary>
    public const int UsualMostTrials = 10_000;

    /// <summary>The saving that is asked about unless the user says otherwise: the claim's 60 %.</summary>
    public const decimal UsualShareAsked = 0.6m;

    /// <summary>The two options whose difference is the main one; null for the baseline and the option that is cheapest most often.</summary>
    public OptionPair? Main { get; init; }

    /// <summary>The option that comes first without drawing, which the others are held against; null where none may be ranked.</summary>
    public int? First { get; init; }

    /// <summary>The options that may be ranked, by their places; the default for all.</summary>
    public ImmutableArray<int> MayWin { get; init; }

    /// <summary>The most trials, 1 or more.</summary>
    public int MostTrials { get; init; } = UsualMostTrials;

    /// <summary>The saving whose probability is asked, as a share of what the baseline costs.</summary>
    public decimal ShareAsked { get; init; } = UsualShareAsked;

    /// <summary>Whether to stop when the median of the main difference is known well enough; otherwise all trials are made.</summary>
    public bool StopsWhenKnown { get; init; } = true;
}

/// <summary>Two options, by their places in the outcomes, and what the one saves against the other.</summary>
/// <param name="Option">The one.</param>
/// <param name="Against">The other.</param>
public sealed record OptionPair(int Option, int Against);
