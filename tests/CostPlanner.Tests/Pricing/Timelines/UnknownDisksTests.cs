using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Timelines;

/// <summary>How long a move takes where the disks of VMs are not known.</summary>
public sealed class UnknownDisksTests
{
    /// <summary>
    /// Assumed: 25 VMs a week; 620 Mbit/s for 40 hours a week copy 620/8 x 3,600 x 40 = 11,160,000 MB, about 10,643 GiB. 100 VMs take 4 weeks, so a month (4.35
    /// weeks). At 400 GiB each they are 40,000 GiB: 3.8 weeks, still within the month. At 600 GiB 60,000 GiB take 5.6 weeks: two months.
    /// </summary>
    [Theory]
    [InlineData(400, false)]
    [InlineData(600, true)]
    public void The_duration_is_open_where_disks_of_the_size_granted_would_lengthen_it(int granted, bool open)
    {
        var move = Migration.Of(Demand(100, null), Assumed.With((AssumptionIds.UnknownDisk, granted), (AssumptionIds.VmsPerWeek, 25), (AssumptionIds.TransferRate, 620), (AssumptionIds.TransferHours, 40)), new CaseCache());
        Assert.Equal((100, open), (move.VmsOfUnknownDisk, move.DependsOnUnknownDisks));
    }

    [Fact]
    public void Nothing_is_open_where_all_disks_are_known() =>
        Assert.False(Migration.Of(Demand(100, ByteSize.Zero), Assumed.With((AssumptionIds.UnknownDisk, 100_000)), new CaseCache()).DependsOnUnknownDisks);

    private static EstateDemand Demand(int vms, ByteSize? disk) => new(
        [.. Enumerable.Range(0, vms).Select(i => Estate.Vm($"vm{i}") with { Disk = disk }).Select(vm => new VmDemand(vm, 1, vm.Memory, ByteSize.Zero))], [], [], [], []);
}
