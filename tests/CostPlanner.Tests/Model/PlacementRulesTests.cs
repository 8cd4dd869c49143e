using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

/// <summary>Rules, sites, devices and time buckets. A server promises 96 vCPUs and 226.8 GiB.</summary>
public class PlacementRulesTests
{
    // Five VMs, at most two on a host: three hosts, and one more for the host that may fail.
    [Fact]
    public void At_most_so_many_of_a_group_share_a_host()
    {
        var plan = Plan(Vms(5), Servers(8), Rule(RuleKind.KeepApart, ["vm*"], atMost: 2));
        Assert.Equal(4, plan.Servers.Length);
        Assert.All(plan.Servers, load => Assert.True(load.Vms.Length <= 2));
        Assert.Contains("at most 2 on a host", plan.BoundBy.Words(), StringComparison.Ordinal);
        Assert.True(plan.Holds && plan.IsProvenFewest);
    }

    [Fact]
    public void VMs_kept_together_share_a_host_also_when_others_would_fill_it()
    {
        var plan = Plan([.. Vms(6, memoryGiB: 60), Estate.Vm("app", 4, 100), Estate.Vm("db", 4, 100)], Servers(8), Rule(RuleKind.KeepTogether, ["app", "db"]));
        Assert.Single(plan.Servers, load => load.Vms.Any(vm => vm.Vm.Name is "app" or "db"));
        Assert.True(plan.Holds);
    }

    // 100 + 150 GiB together are more than any host may promise.
    [Fact]
    public void VMs_kept_together_that_are_too_large_are_named_together()
    {
        var plan = Plan([Estate.Vm("app", 4, 100), Estate.Vm("db", 4, 150)], Servers(3), Rule(RuleKind.KeepTogether, ["app", "db"]));
        Assert.Equal(2, plan.Misfits.Length);
        Assert.All(plan.Misfits, misfit => Assert.Contains("app, db, kept together, need 250 GiB of memory, the largest host may promise 226.8 GiB", misfit.Reason.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_pinned_VM_runs_only_on_the_hosts_named()
    {
        var plan = Plan(Vms(20), Servers(4), Rule(RuleKind.RunOn, ["vm003"], ["host02", "host03"]));
        var host = plan.Servers.Single(load => load.Vms.Any(vm => vm.Vm.Name == "vm003")).Server.Name;
        Assert.Contains(host, new[] { "host02", "host03" });
        Assert.True(plan.Holds);
        Assert.Empty(plan.Failover.GoDown);
    }

    [Fact]
    public void A_VM_pinned_to_one_host_goes_down_with_it_and_is_named()
    {
        var plan = Plan(Vms(20), Servers(4), Rule(RuleKind.RunOn, ["vm003"], ["host02"]));
        Assert.Equal(["vm003"], plan.Failover.GoDown);
        Assert.True(plan.Holds);
    }

    // The two hosts of the licence promise 453.6 GiB; eight VMs of 60 GiB need 480.
    [Fact]
    public void VMs_that_do_not_fit_the_hosts_of_their_licence_are_explained_by_that_rule_alone()
    {
        var plan = Plan([.. Vms(8, memoryGiB: 60), Estate.Vm("other")], Servers(6), Rule(RuleKind.RunOn, ["vm*"], ["host00", "host01"]));
        Assert.False(plan.Holds);
        var shortfall = Assert.Single(plan.Shortfalls);
        Assert.Contains("host00, host01", shortfall.What.Words(), StringComparison.Ordinal);
        Assert.Equal("they need 480 GiB of memory, 2 hosts may promise 453.6 GiB", shortfall.Why.Words());
    }

    // 30 VMs of 20 GiB: 600 GiB. Three hosts promise 680.4, two of them, one lost, 453.6: 146.4 more, one host.
    [Fact]
    public void Hosts_that_are_too_few_in_sum_are_explained_with_how_many_more_it_takes()
    {
        var shortfall = Assert.Single(Plan(Vms(30, memoryGiB: 20), Servers(3), PlacementRules.None).Shortfalls);
        Assert.Equal("they need 600 GiB of memory, 2 hosts may promise 453.6 GiB", shortfall.Why.Words());
        Assert.StartsWith("at least 1 more, as large as the largest", shortfall.Mend.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_larger_than_the_hosts_offered_is_explained_by_its_rule()
    {
        var plan = Plan(Vms(4), Servers(4), Rule(RuleKind.KeepApart, ["vm*"]));
        Assert.Equal("4 VMs, at most 1 on a host, need 5 hosts with one host lost; 4 are offered", Assert.Single(plan.Shortfalls).Why.Words());
    }

    [Fact]
    public void VMs_are_kept_off_excluded_hosts()
    {
        var plan = Plan(Vms(30, memoryGiB: 16), Servers(4), Rule(RuleKind.NotOn, ["vm00*"], ["host00"]));
        Assert.DoesNotContain(plan.Servers.Where(load => load.Server.Name == "host00").SelectMany(load => load.Vms), vm => vm.Vm.Name.StartsWith("vm00", StringComparison.Ordinal));
        Assert.True(plan.Holds);
    }

    // Ten VMs, three on a host: four hosts, and one that may fail.
    [Fact]
    public void No_host_runs_more_VMs_than_allowed()
    {
        var plan = Plan(Vms(10), Servers(8), new PlacementRules { VmsPerHost = 3 });
        Assert.Equal(5, plan.Servers.Length);
        Assert.All(plan.Servers, load => Assert.True(load.Vms.Length <= 3));
    }

    // Three VMs with a GPU, one in each of host00 to host03: three for them, and one for the host that fails.
    [Fact]
    public void A_device_is_given_to_one_VM_only()
    {
        var device = new PassthroughDevice("GPU", ["vm000", "vm001", "vm002"], ["host00", "host01", "host02", "host03"], 1, false, new SourcePlace("test.yaml"));
        var plan = Plan(Vms(3), Servers(6), new PlacementRules { Devices = [device] });
        Assert.Equal(4, plan.Servers.Length);
        Assert.All(plan.Servers, load => Assert.True(load.Vms.Length <= 1));
        Assert.True(plan.Holds);
    }

    [Fact]
    public void A_rule_spreads_VMs_over_sites_and_gives_way_when_a_site_is_lost()
    {
        var rules = new PlacementRules { SurviveSite = true, Rules = [Rule(RuleKind.SpreadOverSites, ["vm000", "vm001"])] };
        var plan = Plan(Vms(4), [.. Servers(6).Select((server, at) => server with { Site = at < 3 ? "A" : "B" })], rules);
        Assert.True(plan.Holds);
        Assert.Equal(2, plan.Failover.SitesTried);
        var sites = plan.Servers.Where(load => load.Vms.Any(vm => vm.Vm.Name is "vm000" or "vm001")).Select(load => load.Server.Site);
        Assert.Equal(["A", "B"], sites.Order(StringComparer.Ordinal));
    }

    // 600 GiB need three hosts at either site, whichever is lost; one host less at one site would do without that wish.
    [Fact]
    public void To_survive_a_site_every_site_must_carry_everything_with_the_others()
    {
        ImmutableArray<PlannedHost> servers = [.. Servers(8).Select((server, at) => server with { Site = at % 2 == 0 ? "A" : "B" })];
        var plan = Plan(Vms(30, memoryGiB: 20), servers, new PlacementRules { SurviveSite = true });
        Assert.True(plan.Holds);
        Assert.Equal(6, plan.Servers.Length);
        Assert.Equal(3, plan.Servers.Count(load => load.Server.Site == "A"));
        Assert.Equal(4, Plan(Vms(30, memoryGiB: 20), servers, PlacementRules.None).Servers.Length);
    }

    // Seven VMs of 400 operations a second and 3,000 Mbit/s: two on a host of 1,000 operations, three on one of 10,000 Mbit/s that states no operations.
    [Fact]
    public void Disk_operations_and_network_bind_where_the_server_states_them()
    {
        var question = Question([], [.. Servers(2).Select(server => server with { Iops = 1_000 }), Estate.Server("other") with { NetworkMbps = 10_000 }], PlacementRules.None);
        var plan = ClusterPlacement.Plan(question with
        {
            Demands = [.. Vms(7).Select(vm => Demand(vm) with { Iops = 400, NetworkMbps = 3_000 })],
            Terms = question.Terms with { Failures = 0 },
        });
        Assert.True(plan.Holds);
        Assert.All(plan.Servers, load => Assert.True(load.Vms.Length <= (load.Server.Iops is null ? 3 : 2)));
        Assert.Equal(0.9m, plan.Servers.Single(load => load.Server.Name == "other").Used[Dimension.Network].Value);
        Assert.DoesNotContain(Dimension.Iops, plan.Servers.Single(load => load.Server.Name == "other").Used.Keys);
    }

    [Fact]
    public void A_pool_at_one_site_cannot_survive_its_loss_and_that_is_said()
    {
        var plan = Plan(Vms(4), [.. Servers(4).Select(server => server with { Site = "A" })], new PlacementRules { SurviveSite = true });
        Assert.False(plan.Holds);
        Assert.Equal("all 4 hosts offered stand at one site", Assert.Single(plan.Shortfalls).Why.Words());
    }

    // By day 15 x 6 + 15 x 0.4 = 96 vCPUs, by night 15 x 0.4 + 15 x 6: one host carries both, where the peaks, 180 vCPUs, need two.
    [Fact]
    public void Night_batch_and_office_load_share_a_host()
    {
        ImmutableArray<VmDemand> demands =
        [
            .. Vms(15, 4).Select(vm => Demand(vm) with { Cpu = 6, CpuByBucket = [6, 0.4m] }),
            .. Enumerable.Range(0, 15).Select(i => Demand(Estate.Vm($"night{i}", 2, 4)) with { Cpu = 6, CpuByBucket = [0.4m, 6] }),
        ];
        var question = Question([], Servers(4), PlacementRules.None);
        var shared = ClusterPlacement.Plan(question with { Demands = demands, Terms = question.Terms with { Failures = 0 } });
        var peaks = ClusterPlacement.Plan(question with { Demands = [.. demands.Select(vm => vm with { CpuByBucket = [] })], Terms = question.Terms with { Failures = 0 } });
        Assert.Equal(2, peaks.Servers.Length);
        Assert.Single(shared.Servers);
    }

    private static VmDemand Demand(VirtualMachine vm) => new(vm, vm.VCpus, vm.Memory, ByteSize.Zero);

    private static PlacementRule Rule(RuleKind kind, ImmutableArray<string> vms, ImmutableArray<string>? hosts = null, int atMost = 1) =>
        new(kind.ToString(), kind, vms, hosts ?? [], atMost, new SourcePlace("test.yaml"));

    private static ClusterPlan Plan(ImmutableArray<VirtualMachine> vms, ImmutableArray<PlannedHost> servers, PlacementRule rule) =>
        Plan(vms, servers, new PlacementRules { Rules = [rule] });

    private static ClusterPlan Plan(ImmutableArray<VirtualMachine> vms, ImmutableArray<PlannedHost> servers, PlacementRules rules) =>
        ClusterPlacement.Plan(Question(vms, servers, rules));

    private static ClusterQuestion Question(ImmutableArray<VirtualMachine> vms, ImmutableArray<PlannedHost> servers, PlacementRules rules) => new(
        "C",
        servers.Length,
        [.. vms.Select(Demand)],
        servers,
        new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = 1, Rules = rules });

    private static ImmutableArray<VirtualMachine> Vms(int count, int memoryGiB = 8) =>
        [.. Enumerable.Range(0, count).Select(i => Estate.Vm($"vm{i:000}", 2, memoryGiB))];

    private static ImmutableArray<PlannedHost> Servers(int count) => [.. Enumerable.Range(0, count).Select(i => Estate.Server($"host{i:00}"))];
}
