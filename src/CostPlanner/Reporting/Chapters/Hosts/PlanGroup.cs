using System.Collections.Immutable;
using CostPlanner.Placement.Plans;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Hosts;

/// <summary>Options whose plans read alike: the same hosts, utilisation, bound and proof in every cluster.</summary>
/// <param name="Letter">The name of the group in the report: "A".</param>
/// <param name="Options">The options.</param>
internal sealed record PlanGroup(string Letter, ImmutableArray<OptionCase> Options)
{
    private const int Letters = 26;

    /// <summary>The plan that stands for all.</summary>
    public EstatePlan Plan => Options[0].Plan;

    /// <summary>The names of the options.</summary>
    public string Names => string.Join("; ", Options.Select(option => option.Option.Name));

    /// <summary>The groups, in the order of their first options.</summary>
    public static ImmutableArray<PlanGroup> Of(CaseStudy result) =>
    [
        .. result.Options
            .GroupBy(option => Key(option.Plan), StringComparer.Ordinal)
            .Select((group, index) => new PlanGroup(LetterOf(index), [.. group])),
    ];

    private static string LetterOf(int index) =>
        index < Letters ? ((char)('A' + index)).ToString() : LetterOf((index / Letters) - 1) + LetterOf(index % Letters);

    /// <summary>What the report prints of a plan, and its servers: equal for plans that read alike.</summary>
    private static string Key(EstatePlan plan) => string.Join('\n', plan.Clusters.Select(Key));

    private static string Key(ClusterPlan cluster)
    {
        var printed = PlanTable.RowOf(cluster, hasStorage: true).Cells.Select(cell => cell.Text + cell.Below);
        return string.Join('|', printed.Concat(cluster.Servers.Select(load => load.Server.Bought?.Id ?? load.Server.Name)));
    }
}
