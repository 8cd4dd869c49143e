using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The assumptions of a case, each by its id.</summary>
public sealed record AssumptionSet
{
    private readonly ImmutableSortedDictionary<string, Assumption> byId;

    /// <summary>A set of those assumptions; throws when two share an id.</summary>
    public AssumptionSet(IEnumerable<Assumption> assumptions) =>
        byId = assumptions.ToImmutableSortedDictionary(each => each.Id, each => each, StringComparer.Ordinal);

    /// <summary>All assumptions, by id in alphabetical order.</summary>
    public ImmutableArray<Assumption> All => [.. byId.Values];

    /// <summary>The assumption of that id; throws when there is none, because the reader refuses a set that lacks one.</summary>
    public Assumption this[string id] => byId.TryGetValue(id, out var found)
        ? found
        : throw new ArgumentException($"no assumption has the id '{id}'", nameof(id));

    /// <summary>Whether there is an assumption of that id.</summary>
    public bool Knows(string id) => byId.ContainsKey(id);

    /// <summary>The value that the point case uses.</summary>
    public decimal Of(string id) => this[id].Likely;

    /// <summary>The same set without those ids.</summary>
    public AssumptionSet Without(IEnumerable<string> ids) => new(byId.RemoveRange(ids).Values);

    /// <summary>The same set with the user's values in place of some.</summary>
    public AssumptionSet With(IEnumerable<AssumptionOverride> overrides) =>
        new(overrides.Aggregate(byId, (set, each) => set.SetItem(each.Id, this[each.Id].WithValue(each.Value, each.Provenance))).Values);
}

/// <summary>The user's own value for an assumption.</summary>
/// <param name="Id">The assumption's id.</param>
/// <param name="Value">The value.</param>
/// <param name="Provenance">Where in the scenario it stands.</param>
public sealed record AssumptionOverride(string Id, decimal Value, Provenance Provenance)
{
    /// <summary>The measurement that the scenario says it is from, or null for the user's own word.</summary>
    public MeasuredNote? Measured { get; init; }
}
