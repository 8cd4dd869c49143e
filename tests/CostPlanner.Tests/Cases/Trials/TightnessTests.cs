using CostPlanner.Cases.Trials;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Trials;

/// <summary>A host promises 96 vCPUs and (256 - 4) x 0.9 = 226.8 GiB. 20 VMs of 2 vCPUs and 2 GiB need 0.417 of it by CPU and 0.176 by memory.</summary>
public sealed class TightnessTests
{
    private const double Step = 0.1;

    // CPU a fifth scarcer: 0.417 x 1.21 = 0.504 hosts, 80 % of it 0.403. Memory may need 0.403 / 0.176 = 2.287 times what it does: 1.1^8 = 2.1436, and 1.1^9 is more.
    [Fact]
    public void What_does_not_bind_is_taken_as_what_just_does_not() =>
        Assert.Equal(new PlacementScale(1.21m, 2.14358881m, 1), Of().Settled(new PlacementScale(1.21m, 1, 1), Step));

    // At 2.5936 memory needs 0.457 hosts, more than 80 % of what CPU does: then it stands as it is.
    [Fact]
    public void What_nearly_binds_stays() =>
        Assert.Equal(new PlacementScale(1.21m, 2.59374246m, 1), Of().Settled(new PlacementScale(1.21m, 2.59374246m, 1), Step));

    // 150 of 226.8 GiB: on a host that promises less it might find no place.
    [Fact]
    public void What_a_large_VM_needs_stays() =>
        Assert.Equal(new PlacementScale(4.84m, 1, 1), Of(Estate.Vm("large", 80, 150)).Settled(new PlacementScale(4.84m, 1, 1), Step));

    // The other cluster is bound by memory: 20 VMs of 20 GiB, 1.76 hosts.
    [Fact]
    public void What_binds_in_any_pool_stays() =>
        Assert.Equal(new PlacementScale(1.21m, 1, 1), Of([.. Enumerable.Range(1, 20).Select(i => Estate.Vm($"db{i}", 2, 20, "D"))]).Settled(new PlacementScale(1.21m, 1, 1), Step));

    [Fact]
    public void The_point_stays() => Assert.Equal(PlacementScale.Point, Of().Settled(PlacementScale.Point, Step));

    private static Tightness Of(params VirtualMachine[] more)
    {
        var inventory = Estate.Of([Estate.Host("h1"), Estate.Host("h2"), Estate.Host("d1", cluster: "D")], [.. Enumerable.Range(1, 20).Select(i => Estate.Vm($"vm{i}", 2, 2)), .. more]);
        var terms = new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain };
        return new Tightness(inventory, EstateDemand.Of(inventory, Estate.Scenario(), PlatformFamily.Kvm, Assumed.Plain, years: 0), terms);
    }
}
