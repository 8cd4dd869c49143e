using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The scenario's key <c>failover</c>: one number for all clusters, or a map of a default and single clusters by name.</summary>
internal static class FailoverSection
{
    private static readonly string Key = DeclaredKeys.Failover.Name;
    private const string Default = "default";

    /// <summary>The number for all, null with a finding where there is none, and those of single clusters.</summary>
    public static (int? ForAll, ImmutableSortedDictionary<string, int> Of) Read(YamlMap scenario)
    {
        if (!scenario.IsMap(Key))
        {
            return (scenario.Integer(DeclaredKeys.Failover, required: true), ImmutableSortedDictionary<string, int>.Empty);
        }

        var map = scenario.Map(Key)!;
        var forAll = map.Integer(Default, 0, Model.Scenario.MostFailover, required: true);
        var clusters = map.Keys().Select(each => each.Key).Where(name => name != Default).Distinct(StringComparer.Ordinal).ToList();
        return (forAll, clusters.Select(name => (name, Number: map.Integer(name, 0, Model.Scenario.MostFailover)))
            .Where(each => each.Number is not null)
            .ToImmutableSortedDictionary(each => each.name, each => each.Number!.Value, StringComparer.Ordinal));
    }

    /// <summary>An error for each name that is neither a cluster of the inventory nor a host without one, nor what the scenario plans as one.</summary>
    public static IEnumerable<Finding> Check(Scenario scenario, string file, Inventory inventory)
    {
        ImmutableArray<string> known = [.. new HostGroups(inventory).Names];
        var sites = scenario.Placement.Within == PlacementScope.Cluster
            ? []
            : scenario.Placement.Sites.Select(site => site.Name)
                .Concat(inventory.Hosts.Select(host => host.Datacenter).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();
        return from name in scenario.FailoverOf.Keys
               where !known.Contains(name, StringComparer.Ordinal) && !sites.Contains(name, StringComparer.Ordinal)
               select new Finding(
                   Severity.Error,
                   "unknown-cluster",
                   ClusterCalled.WhyNone(inventory, name, known.AddRange(sites)),
                   new SourcePlace(file, Column: $"{Key}.{name}"),
                   null,
                   Message.Of("unknown-cluster.mend"));
    }
}
