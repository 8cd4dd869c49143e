using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

public sealed class FailoverSectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_number_holds_for_all_clusters()
    {
        var scenario = Read("2").Value!;
        Assert.Equal((2, 0), (scenario.Failover, scenario.FailoverOf.Count));
    }

    [Fact]
    public void A_map_has_a_default_and_single_clusters()
    {
        var scenario = Read("{default: 1, A: 2, \"CL1 (DC1, vc-b)\": 0}").Value!;
        Assert.Equal(1, scenario.Failover);
        Assert.Equal([("A", 2), ("CL1 (DC1, vc-b)", 0)], scenario.FailoverOf.Select(each => (each.Key, each.Value)));
    }

    [Theory]
    [InlineData("{A: 2}", "missing-key", "failover")]
    [InlineData("{default: 1, A: 3}", "bad-value", "failover.A")]
    [InlineData("{default: 1, A: -1}", "bad-value", "failover.A")]
    [InlineData("{default: 1, A: many}", "bad-value", "failover.A")]
    [InlineData("[1, 2]", "bad-value", "failover")]
    public void What_is_no_number_of_hosts_is_named(string value, string code, string column)
    {
        var finding = Assert.Single(Read(value).Findings);
        Assert.Equal((code, column), (finding.Code, finding.Place.Column));
    }

    [Theory]
    [InlineData("C", "Unknown cluster \"C\"; there are A, B. Did you mean \"A\"?")]
    [InlineData("CL1", "\"CL1\" is the name of 2 clusters; say which: A, B.")]
    public void A_cluster_that_is_not_there_is_named_with_the_nearest(string name, string words)
    {
        var inventory = TwoClusters.Case.Inventory;
        inventory = inventory with { Clusters = [.. inventory.Clusters.Select(cluster => cluster with { NameInSource = "CL1" })] };
        var scenario = Read($"{{default: 1, {name}: 0}}").Value!;
        var finding = Assert.Single(PlacementRulesCheck.Of(scenario, "case.yaml", inventory), each => each.Code == "unknown-cluster");
        Assert.Equal((words, Severity.Error), (finding.Message.Words(), finding.Severity));
    }

    [Fact]
    public void A_host_that_stands_alone_may_be_named()
    {
        var inventory = Estate.Of([], []) with { Hosts = [Estate.Host("esx-a") with { Cluster = null }] };
        Assert.DoesNotContain(PlacementRulesCheck.Of(Read("{default: 1, esx-a: 1}").Value!, "case.yaml", inventory), each => each.Code == "unknown-cluster");
    }

    private Reading<Scenario> Read(string failover)
    {
        File.WriteAllText(folder.At("case.yaml"), $$"""
            title: Test
            as_of: 2026-10-01
            currency: EUR
            horizon_years: 5
            inventory: estate.xlsx
            failover: {{failover}}
            baseline: a
            new_host: small
            options:
              - {id: a, name: A, platform: kvm}
            """);
        return ScenarioFile.Read(folder.At("case.yaml"));
    }
}
