using CostPlanner.Model;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Assumptions;

/// <summary>The sources of all cost lines, numbered in the order in which they first occur.</summary>
internal sealed class SourceList
{
    private readonly List<Provenance> sources = [];
    private readonly Dictionary<Provenance, int> numbers = [];
    private readonly Dictionary<Provenance, string> assumptions = [];

    public SourceList(CaseStudy result)
    {
        foreach (var assumption in result.Assumptions.All)
        {
            assumptions.TryAdd(assumption.Provenance, assumption.Id);
        }

        foreach (var line in result.Options.SelectMany(option => option.Costs.Lines))
        {
            if (numbers.TryAdd(line.Provenance, sources.Count + 1))
            {
                sources.Add(line.Provenance);
            }
        }
    }

    /// <summary>The sources; the first has number 1.</summary>
    public IReadOnlyList<Provenance> All => sources;

    /// <summary>The number of a line's source.</summary>
    public int NumberOf(Provenance provenance) => numbers[provenance];

    /// <summary>The anchor of a source in the list.</summary>
    public static string Anchor(int number) => FormattableString.Invariant($"source-{number}");

    /// <summary>The id of the assumption that a source belongs to, or null.</summary>
    public string? AssumptionOf(Provenance provenance) => assumptions.GetValueOrDefault(provenance);
}
