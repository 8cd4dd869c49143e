using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Files;

/// <summary>What reading came to: the value, and everything that the user should know about the files.</summary>
/// <param name="Value">What was read, or null when a finding is an error.</param>
/// <param name="Findings">All findings, in the order in which they were met.</param>
public sealed record Reading<T>(T? Value, ImmutableArray<Finding> Findings)
    where T : class
{
    /// <summary>The value unless a finding is an error; then none, and the value is not made.</summary>
    internal static Reading<T> From(ImmutableArray<Finding>.Builder findings, Func<T> value) =>
        new(findings.Any(finding => finding.Severity == Severity.Error) ? null : value(), findings.ToImmutable());
}
