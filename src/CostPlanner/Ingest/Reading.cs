using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest;

/// <summary>What came of reading something: a value, or null with at least one error, and everything there is to say.</summary>
/// <param name="Value">What was read, or null when it cannot be used.</param>
/// <param name="Findings">All findings, in the order of the input.</param>
public sealed record Reading<T>(T? Value, ImmutableArray<Finding> Findings)
    where T : class;
