using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>Affinity and anti-affinity that the inventory tells are obeyed. A server promises 96 vCPUs and 226.8 GiB.</summary>
public sealed class InventoryRulesTests
{
    private static readonly PlacementTerms Terms = new() { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = 1 };

    // 100 + 113 GiB fit on one server: the rule is obeyed although either of the two would leave room for x or y.
    [Fact]
    public void VMs_of_an_affinity_rule_share_a_host()
    {
        var demands = Demands(vm => vm with { AffinityRules = ["close"] });
        var plan = Plan(demands);
        Assert.Single(plan.Servers, load => load.Vms.Any(vm => vm.Vm.Name is "app" or "db"));
        Assert.True(plan.Holds);
        Assert.Empty(PlacementCheck.Violations(plan, [.. demands], Terms));
    }

    // The plan that keeps the two apart is shown to the check as one that was to keep them together.
    [Fact]
    public void The_check_finds_VMs_of_an_affinity_rule_that_were_parted()
    {
        var close = Demands(vm => vm with { AffinityRules = ["close"] }).ToDictionary(vm => vm.Vm.Name, StringComparer.Ordinal);
        var apart = Plan(Demands(vm => vm with { AntiAffinityRules = ["apart"] }));
        var parted = apart with { Servers = [.. apart.Servers.Select(load => load with { Vms = [.. load.Vms.Select(vm => close[vm.Vm.Name])] })] };
        Assert.Equal(["rule \"close\" keeps VMs together that lie on 2 hosts"], PlacementCheck.Violations(parted, [.. close.Values], Terms));
    }

    private static List<VmDemand> Demands(Func<VirtualMachine, VirtualMachine> ruled) =>
        [Demand(ruled(Estate.Vm("app", 4, 113))), Demand(ruled(Estate.Vm("db", 4, 100))), Demand(Estate.Vm("x", 4, 100)), Demand(Estate.Vm("y", 4, 100))];

    private static VmDemand Demand(VirtualMachine vm) => new(vm, vm.VCpus, vm.Memory, ByteSize.Zero);

    private static ClusterPlan Plan(List<VmDemand> demands) => ClusterPlacement.Plan(new ClusterQuestion(
        "C", 4, [.. demands], [.. Enumerable.Range(1, 4).Select(number => Estate.Server(FormattableString.Invariant($"h{number}")))], Terms));
}
