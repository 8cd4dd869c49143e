using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Every copy of an instance in a bin.</summary>
/// <param name="BinOf">For each copy, in the instance's order, the number of its bin, from 0.</param>
/// <param name="TypeOf">For each bin used the position of its kind in the instance.</param>
public sealed record PackingPlan(ImmutableArray<int> BinOf, ImmutableArray<int> TypeOf)
{
    /// <summary>The sum of the prices of the bins used.</summary>
    public decimal CostIn(PackingInstance instance) => TypeOf.Sum(type => instance.Bins[type].Price);
}
