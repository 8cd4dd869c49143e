using System.Collections.Immutable;

namespace CostPlanner.Placement.Pools;

/// <summary>Items of which a server may carry only so many.</summary>
/// <param name="Name">The rule as printed.</param>
/// <param name="AtMost">Items that one server may carry, 1 and above.</param>
/// <param name="Items">The items, by position.</param>
internal sealed record PackingGroup(string Name, int AtMost, ImmutableHashSet<int> Items);
