using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Claims;

/// <summary>Whether one edition has the basic features of another.</summary>
public enum FeatureEquality
{
    /// <summary>It has every one that the other has.</summary>
    Equal,

    /// <summary>It lacks at least one that the other has.</summary>
    NotEqual,

    /// <summary>It lacks none for certain, and of at least one no source says enough.</summary>
    NotKnown,
}

/// <summary>The basic features of an edition, held against those of another.</summary>
/// <remarks>Having more than the other is equal too: the claim asks for the same features, and those are there.</remarks>
/// <param name="Lacks">Features that the other has and it has not.</param>
/// <param name="Unknown">Features of which it is not known whether it lacks them: either side has no source.</param>
public sealed record FeatureMatch(ImmutableArray<string> Lacks, ImmutableArray<string> Unknown)
{
    /// <summary>What that comes to.</summary>
    public FeatureEquality State => !Lacks.IsEmpty ? FeatureEquality.NotEqual : !Unknown.IsEmpty ? FeatureEquality.NotKnown : FeatureEquality.Equal;

    /// <summary>Holds one edition against another.</summary>
    /// <param name="mine">The features that should suffice.</param>
    /// <param name="other">The features that are asked for.</param>
    /// <param name="asked">The features that count, in the order of the answer.</param>
    public static FeatureMatch Of(FeatureSet mine, FeatureSet other, ImmutableArray<string> asked) => new(
        [.. asked.Where(feature => (mine.Of(feature), other.Of(feature)) is (FeatureState.No, FeatureState.Yes))],
        [.. asked.Where(feature => IsOpen(mine.Of(feature), other.Of(feature)))]);

    private static bool IsOpen(FeatureState mine, FeatureState other) =>
        (mine, other) is (FeatureState.Unknown, not FeatureState.No) or (FeatureState.No, FeatureState.Unknown);
}
