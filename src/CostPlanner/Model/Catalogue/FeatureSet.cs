using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Which features an edition has, and which it has not; of all others nothing is known.</summary>
public sealed record FeatureSet
{
    private readonly ImmutableSortedDictionary<string, FeatureState> states;

    /// <summary>A set of those states, by the names of features.</summary>
    public FeatureSet(IEnumerable<KeyValuePair<string, FeatureState>> states) =>
        this.states = states.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>A set of which nothing is known.</summary>
    public static FeatureSet Unknown { get; } = new([]);

    /// <summary>Whether it has a feature.</summary>
    public FeatureState Of(string feature) => states.GetValueOrDefault(feature);

    /// <summary>What both have together: what one has is there, and what one may have is not known.</summary>
    public FeatureSet With(FeatureSet other) => new(
        states.Keys.Union(other.states.Keys).Select(feature => KeyValuePair.Create(feature, Either(Of(feature), other.Of(feature)))));

    private static FeatureState Either(FeatureState one, FeatureState other) => (one, other) switch
    {
        (FeatureState.Yes, _) or (_, FeatureState.Yes) => FeatureState.Yes,
        (FeatureState.No, FeatureState.No) => FeatureState.No,
        _ => FeatureState.Unknown,
    };
}
