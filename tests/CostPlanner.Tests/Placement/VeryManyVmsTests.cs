using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>
/// 1,200 VMs of 2 vCPUs: too many to be spread in vain. A host promises (32 - 2) x 4 x 0.8 = 96 vCPUs, 48 of them: 25 hosts carry all, and one more is there for the
/// loss of one, or two for the loss of two.
/// </summary>
public sealed class VeryManyVmsTests
{
    [Theory]
    [InlineData(1, 26)]
    [InlineData(2, 27)]
    public void They_need_the_fewest_hosts_also_where_new_ones_are_offered(int failures, int hosts)
    {
        var plan = Plan(failures, SearchEffort.Thorough);

        Assert.True(plan.Holds);
        Assert.Equal((hosts, 0, hosts), (plan.HostsUsed, plan.HostsBought, plan.LowerBound));
    }

    // The first mix tried holds half a per cent more than the sums: 25.125 hosts, so that one more than the fewest may be taken.
    [Fact]
    public void In_a_hurry_the_plan_holds_too_with_little_more()
    {
        var plan = Plan(1, SearchEffort.Quick);

        Assert.True(plan.Holds);
        Assert.InRange(plan.HostsUsed, 26, 27);
    }

    // 40 hosts, of which 26 would do: there is room to spread, and no host is kept free.
    [Fact]
    public void Where_hosts_are_plenty_they_are_spread_evenly()
    {
        var plan = Plan(1, SearchEffort.Thorough, HostPolicy.KeepAll);

        Assert.Equal((40, 0), (plan.HostsUsed, plan.Clusters.Sum(cluster => cluster.KeptFree)));
        Assert.All(plan.Servers, load => Assert.Equal(30, load.Vms.Length));
    }

    private static EstatePlan Plan(int failures, SearchEffort effort, HostPolicy policy = HostPolicy.Reuse)
    {
        var inventory = Estate.Of(Enumerable.Range(1, 40).Select(i => Estate.Host($"h{i:00}")), Enumerable.Range(1, 1200).Select(i => Estate.Vm($"vm{i:0000}", 2, 2)));
        var demand = EstateDemand.Of(inventory, Estate.Scenario(), PlatformFamily.Kvm, Assumed.Plain, years: 0);
        return EstatePlacement.Plan(inventory, demand, new PlacementTerms
        {
            Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = failures, Policy = policy, NewHosts = [Estate.Model()], Effort = effort,
        });
    }
}
