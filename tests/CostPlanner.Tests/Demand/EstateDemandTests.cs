using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

public class EstateDemandTests
{
    [Fact]
    public void Every_VM_is_in_exactly_one_list()
    {
        var vms = new[]
        {
            Estate.Vm("runs"),
            Estate.Vm("off") with { Power = PowerState.Off },
            Estate.Vm("suspended") with { Power = PowerState.Suspended },
            Estate.Vm("template") with { Power = PowerState.Off, IsTemplate = true },
            Estate.Vm("placeholder") with { IsPlaceholder = true },
            Estate.Vm("unwanted"),
        };
        var demand = Of(vms, Estate.Scenario() with { LeaveOut = [Estate.Named("unwanted")] }, Assumed.Plain);
        Assert.Equal(["runs"], demand.Running.Select(each => each.Vm.Name));
        Assert.Equal(["off", "suspended"], demand.NotRunning.Select(vm => vm.Name));
        Assert.Equal(["template"], demand.Templates.Select(vm => vm.Name));
        Assert.Equal(["placeholder"], demand.Placeholders.Select(vm => vm.Name));
        Assert.Equal(["unwanted"], demand.LeftOut.Select(vm => vm.Name));
    }

    // 10 % a year over 5 years: 1.1^5 = 1.61051; 2 vCPUs -> 3.22102.
    [Fact]
    public void Demand_is_grown_to_the_end_of_the_horizon()
    {
        var demand = Of([Estate.Vm("a", 2, 8)], Estate.Scenario(), Assumed.With((AssumptionIds.Growth, 0.1m)));
        Assert.Equal(3.22102m, demand.Running[0].Cpu);
        Assert.Equal(decimal.Round(8 * 1.61051m, 6), decimal.Round(demand.Running[0].Memory.GiB, 6));
    }

    // 100 GiB on vSAN with two copies take 200 GiB of the pool; on VMFS none; a powered-off VM takes storage only.
    [Fact]
    public void Disks_on_vsan_take_room_in_its_pool_with_their_copies()
    {
        var inventory = Estate.Of(
            [Estate.Host("h1")],
            [
                Estate.Vm("inside") with { Datastore = "vsan1" },
                Estate.Vm("shared") with { Datastore = "san1" },
                Estate.Vm("asleep") with { Datastore = "vsan1", Power = PowerState.Off },
            ]) with
        {
            Datastores =
            [
                Store("vsan1", "vsan", 3),
                Store("san1", "VMFS", 3),
            ],
        };
        var demand = EstateDemand.Of(inventory, Estate.Scenario(), PlatformFamily.Kvm, Assumed.Plain);
        Assert.Equal(200m, demand.Running.Single(each => each.Vm.Name == "inside").PooledStorage.GiB);
        Assert.Equal(ByteSize.Zero, demand.Running.Single(each => each.Vm.Name == "shared").PooledStorage);
        var asleep = Assert.Single(demand.StorageOnly);
        Assert.Equal((0m, ByteSize.Zero, 200m), (asleep.Cpu, asleep.Memory, asleep.PooledStorage.GiB));
    }

    private static EstateDemand Of(VirtualMachine[] vms, Scenario scenario, AssumptionSet assumptions) =>
        EstateDemand.Of(Estate.Of([Estate.Host("h1")], vms), scenario, PlatformFamily.Kvm, assumptions);

    private static Datastore Store(string name, string type, int hosts) => new()
    {
        Name = name,
        Type = type,
        Capacity = ByteSize.FromGiB(10240),
        HostCount = hosts,
        Hosts = ["h1"],
        Origin = new SourcePlace("test.xlsx", "vDatastore", 2),
    };
}
