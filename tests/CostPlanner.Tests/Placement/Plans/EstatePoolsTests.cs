using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.Plans;

/// <summary>Which hosts are planned together, and how many of them may fail. A host of 32 cores and 256 GiB promises 96 vCPUs and 226.8 GiB.</summary>
public sealed class EstatePoolsTests
{
    // Three branches, one host and two small VMs each: together they would fit on one host, and each stays at its own.
    [Fact]
    public void A_host_without_a_cluster_stands_alone_with_its_VMs()
    {
        var plan = Plan(Branches());
        Assert.Equal(["esx-a", "esx-b", "esx-c"], plan.Clusters.Select(pool => pool.Cluster));
        Assert.All(plan.Clusters, pool => Assert.Equal((1, 0, true), (pool.Servers.Length, pool.Failover.Failures, pool.IsOneHostToday)));
        Assert.All(plan.Servers, load => Assert.All(load.Vms, vm => Assert.Equal(load.Server.Name, vm.Vm.Host)));
    }

    // Both VMs of a branch on the new host, and none to spare, as today.
    [Fact]
    public void Replacing_the_hosts_keeps_the_VMs_apart()
    {
        var plan = Plan(Branches(), terms => terms with { Policy = HostPolicy.Refresh, NewHosts = [Estate.Model()] });
        Assert.Equal(["esx-a new 1", "esx-b new 1", "esx-c new 1"], plan.Servers.Select(load => load.Server.Name));
    }

    // One pool of three hosts today: one host carries all six VMs, and one more may fail.
    [Theory]
    [InlineData(PlacementScope.Site)]
    [InlineData(PlacementScope.Estate)]
    public void Hosts_are_joined_where_the_scenario_says_so(PlacementScope scope)
    {
        var plan = Plan(Branches(datacenter: "North"), terms => terms with { Rules = new PlacementRules { Within = scope } });
        Assert.Equal((2, 1), (plan.HostsUsed, Assert.Single(plan.Clusters).Failover.Failures));
    }

    // C has two hosts and D one: C keeps one host for a failure, D none.
    [Fact]
    public void A_cluster_of_one_host_has_no_failover()
    {
        var plan = Plan(Estate.Of([Estate.Host("c1"), Estate.Host("c2"), Estate.Host("d1", cluster: "D")], [Estate.Vm("x"), Estate.Vm("y", cluster: "D")]));
        Assert.Equal([("C", 2, 1), ("D", 1, 0)], plan.Clusters.Select(pool => (pool.Cluster, pool.Servers.Length, pool.Failover.Failures)));
    }

    [Fact]
    public void What_is_stated_for_a_pool_holds_whatever_it_has_today()
    {
        var plan = Plan(
            Estate.Of([Estate.Host("c1"), Estate.Host("c2"), Estate.Host("d1", cluster: "D")], [Estate.Vm("x"), Estate.Vm("y", cluster: "D")]),
            terms => terms with { NewHosts = [Estate.Model()], FailuresOf = Of(("C", 0), ("D", 1)) });
        Assert.Equal([("C", 1, 0), ("D", 2, 1)], plan.Clusters.Select(pool => (pool.Cluster, pool.Servers.Length, pool.Failover.Failures)));
    }

    // Joined, C with 2 and D with what holds for all, 1: 2. Joined with nothing stated but that C has none: D's 1.
    [Theory]
    [InlineData(2, 2)]
    [InlineData(0, 1)]
    public void A_joined_pool_survives_the_most_that_is_asked_for_a_part_of_it(int stated, int expected)
    {
        var plan = Plan(
            Estate.Of([Estate.Host("c1"), Estate.Host("c2"), Estate.Host("d1", cluster: "D")], [Estate.Vm("x"), Estate.Vm("y", cluster: "D")]),
            terms => terms with { FailuresOf = Of(("C", stated)), Rules = new PlacementRules { Within = PlacementScope.Estate } });
        Assert.Equal(expected, Assert.Single(plan.Clusters).Failover.Failures);
    }

    // No host today: what holds for all, so two are bought for one VM.
    [Fact]
    public void A_cluster_without_hosts_gets_the_failover_of_all()
    {
        var plan = Plan(Estate.Of([], [Estate.Vm("x")]), terms => terms with { NewHosts = [Estate.Model()] });
        Assert.Equal((2, 1), (plan.HostsUsed, Assert.Single(plan.Clusters).Failover.Failures));
    }

    // One host of C is listed, its VMs name two: the list has a gap, and C is no cluster of one host.
    [Fact]
    public void A_cluster_whose_VMs_name_more_hosts_than_are_listed_is_no_cluster_of_one()
    {
        var plan = Plan(
            Estate.Of([Estate.Host("c1")], [Estate.Vm("x") with { Host = "c1" }, Estate.Vm("y") with { Host = "c2" }]), terms => terms with { NewHosts = [Estate.Model()] });
        Assert.Equal((2, 1), (plan.HostsUsed, Assert.Single(plan.Clusters).Failover.Failures));
    }

    // x stays with a host that is named and not listed, y and z have none: two pools, the second with the failover of all.
    [Fact]
    public void VMs_without_a_cluster_stay_with_the_host_that_they_name()
    {
        var plan = Plan(
            Estate.Of([], []) with { Vms = [Alone("x", "esx-9"), Alone("y", null), Alone("z", null)] }, terms => terms with { NewHosts = [Estate.Model()] });
        Assert.Equal(
            [("esx-9", 1, 0), (HostGroups.NoHost, 2, 1)], plan.Clusters.Select(pool => (pool.Cluster, pool.Servers.Length, pool.Failover.Failures)));
    }

    [Fact]
    public void A_host_that_bears_the_name_of_a_cluster_is_not_taken_for_it()
    {
        var plan = Plan(Estate.Of([Estate.Host("C"), Estate.Host("c2")], [Estate.Vm("x"), Estate.Vm("y")]) with
        {
            Hosts = [Estate.Host("C") with { Cluster = null }, Estate.Host("c2")],
            Vms = [Alone("x", "C"), Estate.Vm("y")],
        });
        Assert.Equal(["C", "C (host)"], plan.Clusters.Select(pool => pool.Cluster));
        Assert.Equal(["y", "x"], plan.Clusters.Select(pool => Assert.Single(pool.Servers.SelectMany(load => load.Vms)).Vm.Name));
    }

    private static Inventory Branches(string? datacenter = null)
    {
        string[] names = ["esx-a", "esx-b", "esx-c"];
        return Estate.Of([], []) with
        {
            Hosts = [.. names.Select(name => Estate.Host(name) with { Cluster = null, Datacenter = datacenter })],
            Vms = [.. names.SelectMany(name => new[] { Alone($"{name}-1", name), Alone($"{name}-2", name) })],
        };
    }

    private static VirtualMachine Alone(string name, string? host) => Estate.Vm(name) with { Cluster = null, Host = host };

    private static ImmutableSortedDictionary<string, int> Of(params (string Pool, int Failures)[] stated) =>
        stated.ToImmutableSortedDictionary(each => each.Pool, each => each.Failures);

    private static EstatePlan Plan(Inventory inventory, Func<PlacementTerms, PlacementTerms>? change = null)
    {
        var terms = new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = 1 };
        var plan = EstatePlacement.Plan(inventory, EstateDemand.Of(inventory, Estate.Scenario(), PlatformFamily.Kvm, Assumed.Plain), change?.Invoke(terms) ?? terms);
        Assert.True(plan.Holds);
        return plan;
    }
}
