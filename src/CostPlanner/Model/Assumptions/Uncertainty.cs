using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Something of a scenario that is a range: an assumption, a price, a rate, by the key that what-if questions have for it.</summary>
/// <param name="Key">The key: "growth", "price.vmware-vvf-3y", "discount.broadcom", "proxmox.migration-per-vm".</param>
/// <param name="Range">Its values.</param>
/// <param name="Provenance">Where the range comes from.</param>
public sealed record UncertainInput(string Key, ValueRange Range, Provenance Provenance);

/// <summary>How strongly two inputs go together: Spearman's rank correlation.</summary>
/// <param name="A">The key of the one.</param>
/// <param name="B">The key of the other.</param>
/// <param name="Rank">-1 to 1.</param>
/// <param name="Place">Where in the scenario it stands.</param>
public sealed record RankCorrelation(string A, string B, decimal Rank, SourcePlace Place);

/// <summary>What of a scenario is uncertain, as the user says it.</summary>
public sealed record Uncertainty
{
    /// <summary>A scenario that says nothing of it: assumptions have the ranges of the data folder.</summary>
    public static Uncertainty Unsaid { get; } = new();

    /// <summary>The user's own ranges; they take the place of those of the data folder.</summary>
    public ImmutableArray<UncertainInput> Inputs { get; init; } = [];

    /// <summary>Inputs that go together.</summary>
    public ImmutableArray<RankCorrelation> Correlations { get; init; } = [];

    /// <summary>Whether assumptions have the ranges of the data folder where the user gives none and no value of their own.</summary>
    public bool UsesAssumedRanges { get; init; } = true;

    /// <summary>The most trials; null for the program's own limit.</summary>
    public int? MostTrials { get; init; }
}
