using System.Collections.Immutable;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Findings;

/// <summary>The figures of a case that have no source (grade M) and that the user must replace.</summary>
internal static class Placeholders
{
    /// <summary>Their labels, each once: prices first, then assumptions.</summary>
    public static ImmutableArray<string> Of(CaseStudy result)
    {
        var assumptions = result.Assumptions.All.Where(each => each.Provenance.IsPlaceholder).ToList();
        var rows = assumptions.Select(each => each.Provenance).ToHashSet();
        var lines = result.Options
            .SelectMany(option => option.Costs.Lines)
            .Where(line => !line.IsHole && line.Provenance.IsPlaceholder && !rows.Contains(line.Provenance))
            .DistinctBy(line => line.Provenance);
        return [.. lines.Select(line => line.Label).Concat(assumptions.Select(each => each.Label)).Select(Sentences.Of).Distinct(StringComparer.Ordinal)];
    }
}
