using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A kind of bin of a packing instance.</summary>
/// <param name="Capacity">What one holds, by dimension.</param>
/// <param name="Price">What using one costs, 0 or more, in the instance's own unit.</param>
/// <param name="Available">How many there are; null for as many as needed.</param>
public sealed record BinType(ImmutableArray<int> Capacity, decimal Price = 1, int? Available = null);
