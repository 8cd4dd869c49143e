using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Item types of which one bin may hold only so many copies together.</summary>
/// <param name="AtMost">Copies that one bin may hold, 1 or more.</param>
/// <param name="Types">The item types, by position, each once.</param>
public sealed record AntiAffinityGroup(int AtMost, ImmutableArray<int> Types);
