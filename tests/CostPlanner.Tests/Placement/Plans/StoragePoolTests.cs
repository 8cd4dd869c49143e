using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.Plans;

/// <summary>vSAN is a pool of all hosts of a cluster: a constraint on the set of them, and never on one.</summary>
public class StoragePoolTests
{
    /// <summary>6 VMs × 3,000 GiB × 2 copies = 36,000 GiB; ÷ 0.9 = 40,000; ÷ 15,360 = 2.6: 3 hosts, though no host holds three VMs' copies.</summary>
    [Fact]
    public void Six_VMs_of_6000_GiB_with_copies_need_three_hosts_of_15360() =>
        AssertFewest(3, Plan(Stored(6, gib: 6000), Hosts(6, gib: 15_360), failures: 0));

    /// <summary>10 × 1,000 × 2 = 20,000; ÷ 0.9 = 22,222; ÷ 10,000 = 2.2: 3. Packed host by host with a quarter of slack it was 4.</summary>
    [Fact]
    public void Ten_VMs_of_2000_GiB_with_copies_need_three_hosts_of_10000() =>
        AssertFewest(3, Plan(Stored(10, gib: 2000), Hosts(6, gib: 10_000), failures: 0));

    /// <summary>32 TiB ÷ 0.9 = 35.6; ÷ 16 = 2.2: 3 hosts; one more to rebuild on: 4.</summary>
    [Fact]
    public void A_host_more_where_one_may_fail_and_is_to_be_rebuilt() =>
        AssertFewest(4, Plan(Stored(16, gib: 2048), Hosts(6, gib: 16_384), failures: 1));

    /// <summary>The same with vsan-rebuild 0: one host may fail, CPU and memory survive that, the pool waits for the host to come back. 3 hosts.</summary>
    [Fact]
    public void No_host_more_where_no_rebuild_is_asked_for() =>
        AssertFewest(3, Plan(Stored(16, gib: 2048), Hosts(6, gib: 16_384), failures: 1, (AssumptionIds.VsanRebuild, 0)));

    /// <summary>1,000 GiB in hosts of 10,000 would lie on one; the policy needs 4 (RAID-5), and 5 to rebuild.</summary>
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 5)]
    public void The_policy_bounds_the_hosts_and_is_named(int failures, int hosts)
    {
        var plan = Plan(Stored(1, gib: 1000), Hosts(8, gib: 10_000), failures, (AssumptionIds.VsanLeastHosts, 4));
        AssertFewest(hosts, plan);
        Assert.StartsWith("the storage policy, which needs 4 hosts", plan.BoundBy.Words(), StringComparison.Ordinal);
    }

    /// <summary>A VM of 30,000 GiB with copies is larger than any host of 10,000 and has a place: 30,000 ÷ 0.9 = 33,333: 4 hosts.</summary>
    [Fact]
    public void A_VM_larger_than_a_host_has_a_place()
    {
        var plan = Plan(Stored(1, gib: 30_000), Hosts(5, gib: 10_000), failures: 0);
        AssertFewest(4, plan);
        Assert.StartsWith("the storage pool, filled to 90", plan.BoundBy.Words(), StringComparison.Ordinal);
    }

    /// <summary>9,000 GiB ÷ 0.9 = exactly the 10,000 of one host: no more than that one holds, beside the two that the policy wants (least 1 here).</summary>
    [Fact]
    public void A_pool_that_is_exactly_full_holds() =>
        AssertFewest(1, Plan(Stored(1, gib: 9000), Hosts(2, gib: 10_000), failures: 0, (AssumptionIds.VsanLeastHosts, 1)));

    [Fact]
    public void A_host_without_storage_does_not_count_for_the_pool()
    {
        // Two hosts with storage and four without: the policy's three are not there.
        var plan = Plan(Stored(1, gib: 100), [.. Hosts(2, gib: 10_000), .. Enumerable.Range(2, 4).Select(i => Estate.Server($"bare{i}"))], failures: 0);
        Assert.False(plan.Holds);
        var shortfall = Assert.Single(plan.Shortfalls);
        Assert.Equal("the storage policy, which needs 3 hosts; 2 hosts with storage are offered", shortfall.Why.Words());
    }

    /// <summary>50,000 GiB ÷ 0.9 = 55,556 of 40,000 offered: said with both figures, in TiB.</summary>
    [Fact]
    public void A_pool_that_is_too_small_is_said_with_both_figures()
    {
        var plan = Plan(Stored(5, gib: 10_000), Hosts(4, gib: 10_000), failures: 0);
        Assert.False(plan.Holds);
        Assert.Equal("it needs 54.3 TiB raw, filled to 90%; 4 hosts have 39.1 TiB with no host lost", Assert.Single(plan.Shortfalls).Why.Words());
    }

    [Fact]
    public void A_VM_that_does_not_run_takes_room_in_the_pool_and_lies_on_no_host()
    {
        ImmutableArray<VmDemand> demands = [.. Stored(1, gib: 1000), new VmDemand(Estate.Vm("asleep"), 0, ByteSize.Zero, ByteSize.Zero) { PooledStorage = ByteSize.FromGiB(30_000) }];
        var plan = Plan(demands, Hosts(6, gib: 10_000), failures: 0);

        // 31,000 ÷ 0.9 = 34,444: 4 hosts.
        AssertFewest(4, plan);
        Assert.Equal("asleep", Assert.Single(plan.Stored).Vm.Name);
        Assert.DoesNotContain(plan.Servers, load => load.Vms.Any(vm => vm.Vm.Name == "asleep"));
    }

    [Fact]
    public void New_hosts_bring_their_storage_into_the_pool()
    {
        // 36,000 ÷ 0.9 ÷ 15,360 = 2.6: 3 are bought, though one would do for CPU and memory.
        var plan = Plan(Stored(6, gib: 6000), [], failures: 0, model: Estate.Model() with { LocalStorage = ByteSize.FromGiB(15_360) });
        AssertFewest(3, plan);
        Assert.All(plan.Servers, load => Assert.Equal(ByteSize.FromGiB(15_360), load.Server.RawStorage));
    }

    [Fact]
    public void The_check_finds_a_plan_whose_pool_is_too_small()
    {
        var question = Question(Stored(6, gib: 6000), Hosts(3, gib: 15_360), 0, Assumed.Plain, null);
        var plan = ClusterPlacement.Plan(question);
        Assert.Empty(PlacementCheck.Violations(plan, question.Demands, question.Terms));
        ImmutableArray<VmDemand> grown = [.. question.Demands.Select(vm => vm with { PooledStorage = vm.PooledStorage * 2 })];
        Assert.Equal(["the storage pool holds less than lies on it when hosts are lost"], PlacementCheck.Violations(plan, grown, question.Terms));
    }

    /// <summary>
    /// Two nodes with a witness elsewhere run today: two are enough, and a third to rebuild on is not there. Three hosts are a mirror's least: no fourth is
    /// planned unless the pool's own failures are stated; of four hosts one is there to rebuild on.
    /// </summary>
    [Theory]
    [InlineData(2, 1, false, 2, 0, true)]
    [InlineData(2, 1, true, 2, 0, true)]
    [InlineData(3, 1, false, 3, 0, true)]
    [InlineData(3, 1, true, 3, 1, false)]
    [InlineData(3, 0, false, 3, 0, false)]
    [InlineData(4, 1, false, 3, 1, false)]
    [InlineData(0, 1, false, 3, 1, false)]
    public void A_pool_rebuilds_only_where_a_host_is_there_to_rebuild_on(int today, int failures, bool isStated, int least, int rebuild, bool hasNoSpare) => Assert.Equal(
        new StoragePool(0.9m, least, rebuild) { HasNoSpareToday = hasNoSpare },
        StoragePool.Of(Question([], [], failures, Assumed.Plain, null).Terms, today, isStated));

    private static void AssertFewest(int hosts, ClusterPlan plan)
    {
        Assert.True(plan.Holds);
        Assert.Equal(hosts, plan.Servers.Length);
        Assert.True(plan.IsProvenFewest);
    }

    private static ClusterPlan Plan(ImmutableArray<VmDemand> demands, ImmutableArray<PlannedHost> hosts, int failures, params (string, decimal)[] changes) =>
        ClusterPlacement.Plan(Question(demands, hosts, failures, Assumed.With(changes), null));

    private static ClusterPlan Plan(ImmutableArray<VmDemand> demands, ImmutableArray<PlannedHost> hosts, int failures, ServerModel model) =>
        ClusterPlacement.Plan(Question(demands, hosts, failures, Assumed.Plain, model));

    private static ClusterQuestion Question(ImmutableArray<VmDemand> demands, ImmutableArray<PlannedHost> hosts, int failures, AssumptionSet assumptions, ServerModel? model)
    {
        var terms = new PlacementTerms { Platform = PlatformFamily.VSphere, Assumptions = assumptions, Failures = failures, NewHosts = model is null ? [] : [model] };
        return new ClusterQuestion("C", hosts.Length, demands, hosts, terms) { Storage = StoragePool.Of(terms, hostsToday: 0) };
    }

    private static ImmutableArray<VmDemand> Stored(int count, long gib) =>
    [
        .. Enumerable.Range(0, count).Select(i => new VmDemand(Estate.Vm($"vm{i:00}", 1, 1), 1, ByteSize.FromGiB(1), ByteSize.Zero) { PooledStorage = ByteSize.FromGiB(gib) }),
    ];

    private static ImmutableArray<PlannedHost> Hosts(int count, long gib) =>
        [.. Enumerable.Range(0, count).Select(i => Estate.Server($"host{i}") with { PooledStorage = ByteSize.FromGiB(gib) })];
}
