using CostPlanner.Pricing.Licences;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>VMs, packs of them, and the sum that is rounded once.</summary>
public class VmTests
{
    // ServiceNow on RHEL Server, 2 VMs per subscription: 6 VMs -> 3; 10 -> 5; 1 VM -> 0.5, summed and rounded up: 1. 5 -> 3.
    [Theory]
    [InlineData(6, 3)]
    [InlineData(10, 5)]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    public void Two_guests_share_a_subscription(int vms, int expected) =>
        Assert.Equal(expected, Licensed.Of("vm", "vms-per-unit=2", new QuoteQuestion(4, 2, 16, vms, 1)).Units);

    // 3 hosts with 1 VM each: 0.5 + 0.5 + 0.5 = 1.5 -> 2, and not 1 + 1 + 1.
    [Fact]
    public void Halves_of_several_hosts_are_added_before_they_are_rounded() =>
        Assert.Equal(2m, Licensed.Of("vm", "vms-per-unit=2", new QuoteQuestion(3, 2, 16, 3, 1)).Units);

    // Remote offices: packs of 25 VMs. 25 -> 1, 26 -> 2, 50 -> 2, 51 -> 3.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(25, 1)]
    [InlineData(26, 2)]
    [InlineData(50, 2)]
    [InlineData(51, 3)]
    public void VMs_come_in_packs_of_25(int vms, int expected)
    {
        var quantity = Licensed.Of("vm", "vms-per-unit=25", new QuoteQuestion(2, 2, 16, vms, 1));
        Assert.Equal((expected, "25 VMs"), (quantity.Units, quantity.Unit.Words()));
    }

    [Fact]
    public void Single_VMs_are_counted_one_by_one() => Assert.Equal(51m, Licensed.Of("vm", "", new QuoteQuestion(2, 2, 16, 51, 1)).Units);
}
