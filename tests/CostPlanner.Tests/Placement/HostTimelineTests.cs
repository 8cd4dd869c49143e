using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

public class HostTimelineTests
{
    // A host promises 96 vCPUs ((32 - 2) x 4 x 0.8). 40 VMs of 4 vCPUs = 160, one host may fail. Growing by 30 % a year: 208, 270, 352 vCPUs after 1, 2 and
    // 3 years need 3, 3 and 4 hosts, and one more each: 4, 4, 5. Four are there, so the fifth is bought at the start of the third year.
    [Fact]
    public void Hosts_are_bought_when_growth_needs_them()
    {
        var stages = Stages(0.3m, 3);
        Assert.Equal([0, 12, 24], stages.Select(stage => stage.From));
        Assert.Equal([4, 4, 5], stages.Select(stage => stage.Plan.HostsUsed));
        Assert.Equal([0, 0, 1], stages.Select(stage => stage.Plan.HostsBought));
        Assert.All(stages, stage => Assert.True(stage.Plan.Holds));
    }

    [Fact]
    public void Without_growth_there_is_one_stage() => Assert.Equal([0], Stages(0, 5).Select(stage => stage.From));

    // Shrinking by 30 % a year: 112, 78 and 55 vCPUs: 2, 1 and 1 hosts and one more each. The first year needs the most.
    [Fact]
    public void Where_demand_shrinks_hosts_are_switched_off()
    {
        var stages = Stages(-0.3m, 3);
        Assert.Equal([3, 2, 2], stages.Select(stage => stage.Plan.HostsUsed));
        Assert.True(stages[1].Plan.Servers.All(load => stages[0].Plan.Servers.Any(before => before.Server.Name == load.Server.Name)));
    }

    // Hosts of today are gone from month 18 on: from then on all run on new ones, which are numbered after those bought before.
    [Fact]
    public void Hosts_of_today_are_replaced_on_their_day()
    {
        var stages = Stages(0, 3, replaced: 18);
        Assert.Equal([0, 18], stages.Select(stage => stage.From));
        Assert.Equal(0, stages[0].Plan.HostsBought);
        Assert.Equal(stages[1].Plan.HostsUsed, stages[1].Plan.HostsBought);
    }

    // With growth too: what was bought before the day stays, and is used.
    [Fact]
    public void What_was_bought_before_stays()
    {
        var stages = Stages(0.3m, 4, replaced: 36);
        var before = stages.Where(stage => stage.From < 36).SelectMany(stage => stage.Plan.Servers).Where(load => load.Server.Bought is not null).Select(load => load.Server.Name).Distinct().ToList();
        var after = stages.Single(stage => stage.From == 36).Plan.Servers.Select(load => load.Server.Name).ToList();
        Assert.NotEmpty(before);
        Assert.All(before, name => Assert.Contains(name, after));
        Assert.Equal(after.Count, after.Distinct().Count());
    }

    private static System.Collections.Immutable.ImmutableArray<HostSpan> Stages(decimal growth, int years, int? replaced = null)
    {
        var inventory = Estate.Alike(hosts: 4, vms: 40, vCpus: 4, memoryGiB: 2);
        var assumptions = Assumed.With((AssumptionIds.Growth, growth));
        return HostTimeline.Plan(
            YearPlans.Of(inventory, after => EstateDemand.Of(inventory, Estate.Scenario(), PlatformFamily.Kvm, assumptions, years: after)),
            new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = assumptions, Failures = 1, NewHosts = [Estate.Model()] },
            years,
            replaced);
    }
}
