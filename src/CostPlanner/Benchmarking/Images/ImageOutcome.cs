using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>What asking for a guest came to.</summary>
/// <param name="Guest">The guest, or null when a finding is an error.</param>
/// <param name="IsBuilt">Whether it was built just now.</param>
/// <param name="SameAsBefore">Whether the same bytes came out as the last time; null when it was not built, or there was none to compare.</param>
/// <param name="Findings">What the user should know.</param>
public sealed record ImageOutcome(CachedGuest? Guest, bool IsBuilt, bool? SameAsBefore, ImmutableArray<Finding> Findings);
