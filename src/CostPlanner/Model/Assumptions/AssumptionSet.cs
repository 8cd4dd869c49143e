using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The assumptions of a case, each by its id.</summary>
public sealed record AssumptionSet
{
    // Every trial of a simulation changes most values and reads all of them: places are looked up once for all sets that know the same ids.
    private readonly FrozenDictionary<string, int> places;

    /// <summary>A set of those assumptions; throws when two share an id.</summary>
    public AssumptionSet(IEnumerable<Assumption> assumptions)
    {
        All = [.. assumptions.OrderBy(each => each.Id, StringComparer.Ordinal)];
        places = All.Index().ToFrozenDictionary(each => each.Item.Id, each => each.Index, StringComparer.Ordinal);
    }

    private AssumptionSet(FrozenDictionary<string, int> places, ImmutableArray<Assumption> all) => (this.places, All) = (places, all);

    /// <summary>All assumptions, by id in alphabetical order.</summary>
    public ImmutableArray<Assumption> All { get; }

    /// <summary>The assumption of that id; throws when there is none, because the reader refuses a set that lacks one.</summary>
    public Assumption this[string id] => All[PlaceOf(id)];

    /// <summary>Whether there is an assumption of that id.</summary>
    public bool Knows(string id) => places.ContainsKey(id);

    /// <summary>The value that the point case uses.</summary>
    public decimal Of(string id) => this[id].Likely;

    /// <summary>The same set without those ids.</summary>
    public AssumptionSet Without(IEnumerable<string> ids) => new(All.ExceptBy(ids, each => each.Id));

    /// <summary>The same set with the user's values in place of some.</summary>
    public AssumptionSet With(ImmutableArray<AssumptionOverride> overrides)
    {
        if (overrides.IsEmpty)
        {
            return this;
        }

        var changed = All.ToBuilder();
        foreach (var each in overrides)
        {
            var place = PlaceOf(each.Id);
            changed[place] = changed[place].WithValue(each.Value, each.Provenance);
        }

        return new AssumptionSet(places, changed.DrainToImmutable());
    }

    private int PlaceOf(string id) => places.TryGetValue(id, out var place)
        ? place
        : throw new ArgumentException($"no assumption has the id '{id}'", nameof(id));
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
