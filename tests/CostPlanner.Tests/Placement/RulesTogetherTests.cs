using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>Rules that meet: each case once gave a false proof, or a plan that was said to be impossible. A server promises 96 vCPUs and 226.8 GiB.</summary>
public class RulesTogetherTests
{
    // a1 and a2 stay together at one site, so a3 and a4 go to the other: two VMs at each.
    [Fact]
    public void VMs_kept_together_count_one_by_one_at_their_site()
    {
        var plan = Plan(Vms(4), AtSites(2), 0, Rule(RuleKind.SpreadOverSites, ["vm*"], atMost: 2), Rule(RuleKind.KeepTogether, ["vm000", "vm001"]));
        Assert.True(plan.Holds);
        Assert.All(plan.Servers, load => Assert.Equal(2, load.Vms.Length));
    }

    [Fact]
    public void A_rule_of_sites_that_cannot_be_broken_asks_for_no_second_host()
    {
        var plan = Plan(Vms(2), AtSites(2), 0, Rule(RuleKind.SpreadOverSites, ["vm*"], atMost: 2));
        Assert.Single(plan.Servers);
    }

    [Fact]
    public void A_VM_is_given_the_site_of_the_host_that_it_is_pinned_to()
    {
        var plan = Plan(Vms(2), AtSites(2), 0, Rule(RuleKind.SpreadOverSites, ["vm*"]), Rule(RuleKind.RunOn, ["vm000"], ["host01"]));
        Assert.True(plan.Holds);
        Assert.Equal("host01", plan.Servers.Single(load => load.Vms.Any(vm => vm.Vm.Name == "vm000")).Server.Name);
    }

    // Five VMs, at most three on a host, two of them together: 3 + 2 on two hosts.
    [Fact]
    public void VMs_kept_together_count_one_by_one_where_others_are_kept_apart()
    {
        var plan = Plan(Vms(5), Servers(6), 0, Rule(RuleKind.KeepTogether, ["vm000", "vm001"]), Rule(RuleKind.KeepApart, ["vm*"], atMost: 3));
        Assert.Equal((2, 2), (plan.Servers.Length, plan.LowerBound));
    }

    // p and q of 60 vCPUs are tied to one host each and go down with it: two hosts do, though no single one could carry both.
    [Fact]
    public void The_bound_does_not_count_VMs_that_go_down_with_their_host()
    {
        var plan = Plan([Estate.Vm("p", 60), Estate.Vm("q", 60)], Servers(3), 1, Rule(RuleKind.RunOn, ["p"], ["host00"]), Rule(RuleKind.RunOn, ["q"], ["host01"]));
        Assert.True(plan.Holds);
        Assert.Equal((2, 2), (plan.Servers.Length, plan.LowerBound));
        Assert.Equal(["p", "q"], plan.Failover.GoDown);
    }

    [Fact]
    public void Two_rules_together_may_tie_a_VM_to_one_host()
    {
        var plan = Plan(Vms(4), Servers(4), 1, Rule(RuleKind.RunOn, ["vm000"], ["host00", "host01"]), Rule(RuleKind.NotOn, ["vm000"], ["host00"]));
        Assert.True(plan.Holds);
        Assert.Equal(["vm000"], plan.Failover.GoDown);
    }

    // Ten rules, one for each pair of five VMs: each VM has a host of its own, though no rule has more than two VMs.
    [Fact]
    public void Rules_for_every_pair_get_hosts_enough()
    {
        ImmutableArray<PlacementRule> pairs =
        [
            .. from one in Enumerable.Range(0, 5)
               from other in Enumerable.Range(one + 1, 4 - one)
               select Rule(RuleKind.KeepApart, [$"vm00{one}", $"vm00{other}"]),
        ];
        var plan = Plan(Vms(5), [], 0, [Estate.Model()], new PlacementRules { Rules = pairs });
        Assert.True(plan.Holds);
        Assert.Equal(5, plan.Servers.Length);
    }

    // Eight guests on four hosts at two sites: with one host lost three on each (8 / 3), with a site lost four (8 / 2).
    [Fact]
    public void Guests_count_as_many_as_run_when_a_site_is_lost()
    {
        var guests = ConcurrentGuests.Of(AtSites(4), Vms(8), _ => true, new PlacementRules { SurviveSite = true }, 1, []);
        Assert.All(guests, each => Assert.Equal(4, each.Value));
        Assert.All(ConcurrentGuests.Of(AtSites(4), Vms(8), _ => true, PlacementRules.None, 1, []), each => Assert.Equal(3, each.Value));
    }

    [Fact]
    public void Guests_count_only_on_hosts_that_have_their_device_or_take_the_VMs_they_stay_with()
    {
        var device = new PassthroughDevice("GPU", ["vm*"], ["host00"], 8, false, new SourcePlace("test.yaml"));
        Assert.Equal(["host00"], ConcurrentGuests.Of(Servers(4), Vms(4), _ => true, new PlacementRules { Devices = [device] }, 0, []).Keys);
        var tied = new PlacementRules { Rules = [Rule(RuleKind.KeepTogether, ["vm000", "vm001"]), Rule(RuleKind.RunOn, ["vm001"], ["host02"])] };
        Assert.Equal(["host02"], ConcurrentGuests.Of(Servers(4), Vms(2), vm => vm.Name == "vm000", tied, 0, []).Keys);
    }

    private static PlacementRule Rule(RuleKind kind, ImmutableArray<string> vms, ImmutableArray<string>? hosts = null, int atMost = 1) =>
        new(kind.ToString(), kind, vms, hosts ?? [], atMost, new SourcePlace("test.yaml"));

    private static ClusterPlan Plan(ImmutableArray<VirtualMachine> vms, ImmutableArray<PlannedHost> servers, int failures, params PlacementRule[] rules) =>
        Plan(vms, servers, failures, [], new PlacementRules { Rules = [.. rules] });

    private static ClusterPlan Plan(
        ImmutableArray<VirtualMachine> vms, ImmutableArray<PlannedHost> servers, int failures, ImmutableArray<ServerModel> models, PlacementRules rules) => ClusterPlacement.Plan(new ClusterQuestion(
            "C",
            servers.Length,
            [.. vms.Select(vm => new VmDemand(vm, vm.VCpus, vm.Memory, ByteSize.Zero))],
            servers,
            new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = failures, NewHosts = models, Rules = rules }));

    private static ImmutableArray<VirtualMachine> Vms(int count) => [.. Enumerable.Range(0, count).Select(i => Estate.Vm($"vm{i:000}"))];

    private static ImmutableArray<PlannedHost> Servers(int count) => [.. Enumerable.Range(0, count).Select(i => Estate.Server($"host{i:00}"))];

    private static ImmutableArray<PlannedHost> AtSites(int count) => [.. Servers(count).Select((server, at) => server with { Site = at % 2 == 0 ? "A" : "B" })];
}
