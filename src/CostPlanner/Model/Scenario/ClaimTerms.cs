using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The terms over which the claim of 2013 is tested: it named none, and a share without one is worth nothing.</summary>
public static class ClaimTerms
{
    /// <summary>The terms in years, the shortest first.</summary>
    public static ImmutableArray<int> Years { get; } = [1, 3, 5];
}
