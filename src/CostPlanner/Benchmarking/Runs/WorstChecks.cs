using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>The checks of several experiments as a record can hold them: each name once.</summary>
public static class WorstChecks
{
    /// <summary>In the order of first mention; of a name all that failed in one check, and where none did, all in one that passed.</summary>
    public static ImmutableArray<ValidityCheck> Of(IEnumerable<ValidityCheck> checks) =>
        [.. checks.GroupBy(check => check.Name, StringComparer.Ordinal).Select(group => Of([.. group]))];

    private static ValidityCheck Of(ImmutableArray<ValidityCheck> same)
    {
        var failed = same.Where(check => !check.Passed).ToImmutableArray();
        var told = failed.IsEmpty ? same : failed;
        return told[0] with { Value = SeriesChecks.Together([.. told.Select(check => check.Value)]) };
    }
}
