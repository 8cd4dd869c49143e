using CostPlanner.Cases.Trials;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Trials;

/// <summary>
/// 40 VMs of 4 vCPUs on 4 hosts that promise (32 - 2) x 4 x 0.8 = 96 vCPUs each, of which one may fail. Growing by 19 % a year a VM needs 4.76, 5.66, 6.74 and 8.02
/// vCPUs at the ends of four years, so that a host carries 20, 16, 14 and 11 of them: 2, 3, 3 and 4 hosts carry all, and one more is there for the loss.
/// </summary>
public sealed class ReusedPlansTests
{
    private static readonly Inventory Estate4 = Estate.Alike(hosts: 4, vms: 40, vCpus: 4, memoryGiB: 2);

    [Fact]
    public void Years_that_are_put_together_need_the_hosts_that_each_year_needs()
    {
        var course = Plans(step: 0.0001).Course(Assumed.With((AssumptionIds.Growth, 0.19m)), years: 4, replaced: null);

        Assert.Equal([3, 4, 4, 5], new[] { 0, 12, 24, 36 }.Select(month => course.Last(stage => stage.From <= month).Plan.HostsUsed));
        Assert.Equal(1, course[^1].Plan.HostsBought);
    }

    [Theory]
    [InlineData(0.19, 0.0001)]
    [InlineData(0.35, 0.1)]
    [InlineData(-0.3, 0.1)]
    public void Every_year_runs_on_hosts_of_the_year_that_needs_the_most(decimal growth, double step)
    {
        var course = Plans(step).Course(Assumed.With((AssumptionIds.Growth, growth)), years: 4, replaced: null);
        var most = Names(growth > 0 ? course[^1] : course[0]);

        Assert.All(course, stage => Assert.Subset(most, Names(stage)));
        Assert.All(course, stage => Assert.True(stage.Plan.Holds));
    }

    [Fact]
    public void Years_that_are_as_scarce_share_a_plan_whatever_made_them_so()
    {
        var plans = Plans(step: 0.1);

        // 10 % of growth after two years is 21 % more demand; 4 / 1.21 vCPUs a core are 21 % less capacity.
        var grown = plans.Course(Assumed.With((AssumptionIds.Growth, 0.1m)), years: 2, replaced: null);
        var made = plans.Count;
        var scarce = plans.Course(Assumed.With((AssumptionIds.CpuOvercommit, 4 / 1.21m), (AssumptionIds.MemoryTarget, 0.9m / 1.21m)), years: 2, replaced: null);

        Assert.Same(grown[^1].Plan, Assert.Single(scarce).Plan);
        Assert.Equal(made, plans.Count);
    }

    [Fact]
    public void Within_a_step_of_the_point_the_hosts_are_those_of_the_point()
    {
        var plans = Plans(step: 0.1);
        Assert.Equal(plans.Course(Assumed.Plain, 4, null), plans.Course(Assumed.With((AssumptionIds.CpuOvercommit, 4.1m)), 4, null));
        Assert.Equal(1, plans.Count);
    }

    private static HashSet<string> Names(HostSpan stage) => [.. stage.Plan.Servers.Select(load => load.Server.Name)];

    private static ReusedPlans Plans(double step)
    {
        var terms = new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = 1, NewHosts = [Estate.Model()] };
        var point = HostTimeline.Plan(YearPlans.Of(Estate4, years => Demand(Assumed.Plain, years)), terms, years: 4);
        return new ReusedPlans(Estate4, assumptions => Demand(assumptions, 0), terms, point, exact: [], step, new CaseCache());
    }

    private static EstateDemand Demand(AssumptionSet assumptions, int years) => EstateDemand.Of(Estate4, Estate.Scenario(), PlatformFamily.Kvm, assumptions, years: years);
}
