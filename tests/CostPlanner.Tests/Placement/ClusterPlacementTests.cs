using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

public class ClusterPlacementTests
{
    // A server promises 96 vCPUs and 226.8 GiB. 40 VMs of 4 vCPUs and 16 GiB: 160 vCPUs -> 2 servers, 640 GiB -> 3 servers
    // (680.4). One may fail, so 4, and the bound says the same: the largest left out, 3 x 226.8 >= 640.
    [Fact]
    public void The_fewest_servers_are_found_and_proven()
    {
        var plan = Plan(Vms(40, 4, 16), Servers(10));
        Assert.Equal(4, plan.Servers.Length);
        Assert.Equal(4, plan.LowerBound);
        Assert.True(plan.IsProvenFewest);
        Assert.True(plan.Holds);
        Assert.Equal(4, plan.Failover.CasesTried);
        Assert.Equal(Dimension.Memory, plan.Failover.Tightest);
        Assert.Equal(decimal.Round(640m / 680.4m, 3), decimal.Round(plan.Failover.TightestUse!.Value.Value, 3));
    }

    // Without failover 3 servers hold 640 GiB; with two failures 5 are needed and 5 x 4 / 2 = 10 pairs are tried.
    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(1, 4, 4)]
    [InlineData(2, 5, 10)]
    public void More_failures_need_more_servers(int failures, int servers, int cases)
    {
        var plan = Plan(Vms(40, 4, 16), Servers(10), failures);
        Assert.Equal(servers, plan.Servers.Length);
        Assert.Equal(cases, plan.Failover.CasesTried);
        Assert.True(plan.Holds);
    }

    [Fact]
    public void A_VM_larger_than_any_server_is_named_with_the_dimension_that_stops_it()
    {
        var plan = Plan([Estate.Vm("small"), Estate.Vm("huge", 4, 2048)], Servers(3));
        var misfit = Assert.Single(plan.Misfits);
        Assert.Equal("huge", misfit.Demand.Vm.Name);
        Assert.Contains("memory", misfit.Reason.Words(), StringComparison.Ordinal);
        Assert.Contains("2,048 GiB", misfit.Reason.Words(), StringComparison.Ordinal);
        Assert.Contains("226.8 GiB", misfit.Reason.Words(), StringComparison.Ordinal);
        Assert.False(plan.Holds);
        Assert.Contains(plan.Servers.SelectMany(load => load.Vms), vm => vm.Vm.Name == "small");
    }

    // 32 cores with two threads each: 64 threads. 65 vCPUs cannot run at once, though 96 may be promised.
    [Fact]
    public void A_VM_with_more_vCPUs_than_threads_fits_nowhere()
    {
        var misfit = Assert.Single(Plan([Estate.Vm("wide", 65, 8)], Servers(3)).Misfits);
        Assert.Contains("65 vCPUs at once, the widest host has 64 threads", misfit.Reason.Words(), StringComparison.Ordinal);
    }

    // Three VMs that must keep apart need three hosts, and a fourth for the one that fails.
    [Fact]
    public void VMs_that_must_keep_apart_keep_apart_also_after_a_failure()
    {
        var plan = Plan([.. Enumerable.Range(0, 3).Select(i => Estate.Vm($"dc{i}", 2, 8, rules: "domain controllers"))], Servers(6));
        Assert.Equal(4, plan.Servers.Length);
        Assert.Contains("domain controllers", plan.BoundBy.Words(), StringComparison.Ordinal);
        Assert.All(plan.Servers, load => Assert.True(load.Vms.Length <= 1));
        Assert.True(plan.Holds);
    }

    [Fact]
    public void New_servers_are_bought_only_where_existing_ones_do_not_suffice()
    {
        var question = Question(Vms(40, 4, 16), Servers(2));
        var plan = ClusterPlacement.Plan(question with { Terms = question.Terms with { NewHosts = [Estate.Model()] } });
        Assert.True(plan.Holds);
        Assert.Equal(2, plan.Servers.Count(load => load.Server.Bought is null));
        Assert.Contains(plan.Servers, load => load.Server.Bought is not null);
    }

    [Fact]
    public void Too_few_servers_and_none_to_buy_leave_VMs_without_a_place()
    {
        var plan = Plan(Vms(40, 4, 16), Servers(2));
        Assert.False(plan.Holds);
        Assert.NotEmpty(plan.Misfits);
        Assert.All(plan.Misfits, misfit => Assert.Contains("none of the 2 hosts offered", misfit.Reason.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public void Keeping_all_hosts_uses_those_that_are_not_needed()
    {
        var question = Question(Vms(4, 2, 8), Servers(5));
        Assert.Equal(5, ClusterPlacement.Plan(question with { Terms = question.Terms with { Policy = HostPolicy.KeepAll } }).Servers.Length);
    }

    [Fact]
    public void A_cluster_without_VMs_needs_no_host()
    {
        var plan = Plan([], Servers(3));
        Assert.Empty(plan.Servers);
        Assert.True(plan.Holds);
    }

    private static ClusterPlan Plan(ImmutableArray<VirtualMachine> vms, ImmutableArray<PlannedHost> servers, int failures = 1) =>
        ClusterPlacement.Plan(Question(vms, servers, failures));

    private static ClusterQuestion Question(ImmutableArray<VirtualMachine> vms, ImmutableArray<PlannedHost> servers, int failures = 1) => new(
        "C",
        servers.Length,
        [.. vms.Select(vm => new VmDemand(vm, vm.VCpus, vm.Memory, ByteSize.Zero))],
        servers,
        new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = failures });

    private static ImmutableArray<VirtualMachine> Vms(int count, int vCpus, int memoryGiB) =>
        [.. Enumerable.Range(0, count).Select(i => Estate.Vm($"vm{i:000}", vCpus, memoryGiB))];

    private static ImmutableArray<PlannedHost> Servers(int count) => [.. Enumerable.Range(0, count).Select(i => Estate.Server($"host{i:00}"))];
}
