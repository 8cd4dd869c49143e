using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Timelines;

public class MigrationTests
{
    // kubev2v's migration planner: minutes = GB x 1024 / (620 Mbps / 8) / 60, about 110 minutes for 500 GB (of 1,024 MB): 500 x 1,024 / 77.5 / 60 = 110.1.
    [Fact]
    public void Published_transfer_time() =>
        Assert.Equal(110.1m, decimal.Round(new TransferRate(620).HoursFor(ByteSize.FromBytes(500L * 1024 * 1_000_000)) * 60, 1));

    // 100 VMs at 10 a week: 10 weeks = 2.3 months of 4.345 weeks, in whole months 3. Waves 33, 33, 34 after 2 months of preparation.
    [Fact]
    public void Waves_are_as_even_as_whole_vms_can_be()
    {
        var move = Migration.Of(Demand(100, ByteSize.FromGiB(1)), Assumed.With((AssumptionIds.MigrationPreparation, 2)), new CaseCache());
        Assert.False(move.IsLimitedByData);
        Assert.Equal([(2, 33), (3, 33), (4, 34)], move.Waves());
        Assert.Equal(5, move.Ends);
    }

    // 10 VMs with 10 TiB each = 109,951,162,777,600 bytes at 1,000 Mbit/s: 879,609 s = 244.3 h, at 40 h a week 6.1 weeks: 2 months; the VMs alone take one week.
    [Fact]
    public void Data_may_take_longer_than_the_vms()
    {
        var move = Migration.Of(Demand(10, ByteSize.FromGiB(10 * 1024)), Assumed.Plain, new CaseCache());
        Assert.True(move.IsLimitedByData);
        Assert.Equal(6.1m, decimal.Round(move.WeeksByData, 1));
        Assert.Equal(2, move.Moving);
    }

    // Three hosts today, the plan needs two. 30 VMs at 10 a week = 3 weeks, after 2 months: in months 0 and 1 only today's three run, in month 2 the third
    // still runs, from month 3 on two do. The new platform is paid from month 2 on. 4 servers should be free and one is: 3 are bought for the move.
    [Fact]
    public void Hosts_of_today_run_until_the_move_ends()
    {
        var (h1, h2, h3) = (Estate.Server("h1"), Estate.Server("h2"), Estate.Server("h3"));
        var plan = Plan.Of(1, (h1, []), (h2, []));
        var move = new Migration(2, 1, 30, ByteSize.Zero, 3, 0);
        var course = Timeline.Moving([new HostSpan(0, Plan.DemandOf(plan), plan)], 60, move, [h1, h2, h3], spare: 4, new CaseCache());
        Assert.Equal([(0, 2, 3), (2, 3, 3), (3, 60, 2)], course.Spans.Select(phase => (phase.From, phase.To, phase.Running.Count)));
        Assert.Equal(2, course.PlatformFrom);
        Assert.Equal(3, course.Swing);
    }

    // Three hosts today; the first year needs h1, the second h1 and h2, and VMs move in months 0 to 17. So h2 and h3 run beside h1 to month 12, and h3 alone
    // beside h1 and h2 from then on: three hosts in all, as many as there are.
    [Fact]
    public void A_host_of_today_that_growth_takes_back_runs_once()
    {
        var (h1, h2, h3) = (Estate.Server("h1"), Estate.Server("h2"), Estate.Server("h3"));
        var (small, large) = (Plan.Of(1, (h1, [])), Plan.Of(1, (h1, []), (h2, [])));
        var course = Timeline.Moving(
            [new HostSpan(0, Plan.DemandOf(small), small), new HostSpan(12, Plan.DemandOf(large), large)], 36, new Migration(0, 18, 30, ByteSize.Zero, 78, 0), [h1, h2, h3], spare: 0, new CaseCache());
        Assert.Equal([(0, 12, 3), (12, 18, 3), (18, 36, 2)], course.Spans.Select(phase => (phase.From, phase.To, phase.Running.Count)));
    }

    // Hosts are replaced in month 2, and the first VM moves in month 3, to the new host: all three of today's run until the last has moved.
    [Fact]
    public void Hosts_replaced_before_the_first_wave_all_run_until_the_move_ends()
    {
        var (h1, h2, h3) = (Estate.Server("h1"), Estate.Server("h2"), Estate.Server("h3"));
        var (before, after) = (Plan.Of(1, (h1, []), (h2, [])), Plan.Of(1, (Estate.Server("new1"), [])));
        var course = Timeline.Moving(
            [new HostSpan(0, Plan.DemandOf(before), before), new HostSpan(2, Plan.DemandOf(after), after)], 36, new Migration(3, 1, 30, ByteSize.Zero, 3, 0), [h1, h2, h3], spare: 4, new CaseCache());
        Assert.Equal([(0, 3, 3), (3, 4, 4), (4, 36, 1)], course.Spans.Select(phase => (phase.From, phase.To, phase.Running.Count)));
        Assert.Equal(1, course.Swing);
    }

    // All hosts are replaced: the new ones run beside all of today's while VMs move.
    [Fact]
    public void Where_hosts_are_replaced_both_run()
    {
        var plan = Plan.Of(1, (Estate.Server("new1"), []), (Estate.Server("new2"), []));
        var course = Timeline.Moving([new HostSpan(0, Plan.DemandOf(plan), plan)], 60, new Migration(0, 4, 30, ByteSize.Zero, 3, 0), [Estate.Server("h1"), Estate.Server("h2"), Estate.Server("h3")], spare: 0, new CaseCache());
        Assert.Equal([(0, 4, 5), (4, 60, 2)], course.Spans.Select(phase => (phase.From, phase.To, phase.Running.Count)));
        Assert.Equal(0, course.Swing);
    }

    // 2 swing servers of 10,000 bought in month 1, sold in month 7 with 54 of 60 months left at half their worth: 2 x 54/60 x 0.5 = 0.9 prices back.
    [Fact]
    public void Swing_servers_are_bought_for_the_move_and_sold_after_it()
    {
        var plan = Plan.Of(0, (Estate.Server("h1"), []));
        var basis = ProductLinesTests.Basis([]) with { Assumptions = Assumed.With((AssumptionIds.SwingServers, 2), (AssumptionIds.ResaleShare, 0.5m)) };
        var move = new Migration(1, 6, 30, ByteSize.Zero, 24, 0);
        var course = Timeline.Moving([new HostSpan(0, Plan.DemandOf(plan), plan)], 60, move, [Estate.Server("h1")], spare: 2, new CaseCache()) with { SwingModel = Estate.Model() };
        var lines = MigrationLines.Of(basis, Plan.DemandOf(plan), course, move);
        Assert.Equal([(1, 20_000m)], Payments(lines, "swing-servers"));
        Assert.Equal([(7, -9_000m)], Payments(lines, "resale-swing-servers"));
    }

    private static IEnumerable<(int, decimal)> Payments(IEnumerable<CostLine> lines, string id) =>
        lines.Single(line => line.Id == id).Payments.Select(payment => (payment.Month, payment.Amount.Amount));

    private static EstateDemand Demand(int vms, ByteSize disk) => new(
        [.. Enumerable.Range(0, vms).Select(i => Estate.Vm($"vm{i}") with { Disk = disk }).Select(vm => new VmDemand(vm, 1, vm.Memory, ByteSize.Zero))], [], [], [], []);
}
