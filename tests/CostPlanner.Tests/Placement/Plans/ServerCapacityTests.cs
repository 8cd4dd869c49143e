using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.Plans;

public class ServerCapacityTests
{
    // 32 cores - 2 = 30; x 4 x 0.8 = 96 vCPUs. (256 - 4) GiB x 0.9 = 226.8 GiB.
    [Fact]
    public void Cores_and_memory_are_promised_after_reserve_and_target()
    {
        var capacity = ServerCapacity.Of(Estate.Server("a"), PlatformFamily.Kvm, Assumed.Plain);
        Assert.Equal(96m, capacity.Cpu);
        Assert.Equal(226.8m, decimal.Round(capacity.Memory.GiB, 6));
    }

    // 32 more threads at a quarter of a core: (30 + 8) x 3.2 = 121.6.
    [Fact]
    public void Second_threads_count_what_the_assumption_says() =>
        Assert.Equal(121.6m, ServerCapacity.Of(Estate.Server("a"), PlatformFamily.Kvm, Assumed.With((AssumptionIds.ThreadYield, 0.25m))).Cpu);

    [Fact]
    public void A_server_smaller_than_the_reserve_promises_nothing()
    {
        var capacity = ServerCapacity.Of(Estate.Server("a", sockets: 1, coresPerSocket: 1, memoryGiB: 2), PlatformFamily.Kvm, Assumed.Plain);
        Assert.Equal(0m, capacity.Cpu);
        Assert.Equal(ByteSize.Zero, capacity.Memory);
    }

    [Fact]
    public void Busy_cores_are_promised_once_and_a_core_counts_with_its_worth()
    {
        // (32 cores - 2) x 1.5 x 0.8 = 36 busy cores; as vCPUs 4 times as many.
        var server = Estate.Server("a") with { CoreFactor = 1.5m };

        Assert.Equal(36m, ServerCapacity.Of(server, PlatformFamily.Kvm, Assumed.Plain, CpuUnit.BusyCores).Cpu);
        Assert.Equal(144m, ServerCapacity.Of(server, PlatformFamily.Kvm, Assumed.Plain).Cpu);
    }
}
