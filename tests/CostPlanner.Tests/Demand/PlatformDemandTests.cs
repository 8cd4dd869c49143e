using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

/// <summary>What VMs of the platform, and VMs that its manager has lost, need under each platform.</summary>
public sealed class PlatformDemandTests
{
    private static readonly Provenance Source = new("test", "2026", Grade.B, "hosts/platform-vms.csv, row 2");
    private static readonly PlatformPart Agent = new(new PlatformRole("agent", [PlatformFamily.VSphere], [], false, false, "None.", Source), "name");
    private static readonly PlatformPart Appliance = new(new PlatformRole("manager", [PlatformFamily.VSphere], [], true, false, "None.", Source), "name");
    private static readonly PlatformPart Storage = new(new PlatformRole("storage", [], ["nutanix*"], true, false, "None.", Source), "name");
    private static readonly PlatformPart Proxy = new(new PlatformRole("proxy", [], [], true, true, "None.", Source) { IsOfToday = true }, "name");

    private static readonly Inventory Inventory = Estate.Of(
        [Estate.Host("h1")],
        [
            Estate.Vm("work"),
            Estate.Vm("agent") with { Part = Agent },
            Estate.Vm("manager") with { Part = Appliance },
            Estate.Vm("old-manager") with { Part = Appliance, Power = PowerState.Off },
            Estate.Vm("storage") with { Part = Storage },
            Estate.Vm("proxy") with { Part = Proxy },
            Estate.Vm("orphan") with { Connection = ConnectionState.Orphaned },
            Estate.Vm("unread") with { Connection = ConnectionState.Inaccessible },
            Estate.Vm("away") with { Connection = ConnectionState.Disconnected },
            Estate.Vm("found") with { Connection = ConnectionState.Orphaned, IsKept = true },
        ]);

    [Theory]
    [InlineData(PlatformFamily.VSphere, "vmware-vvf", "manager proxy", "agent storage")]
    [InlineData(PlatformFamily.Kvm, "proxmox-basic", "", "agent manager old-manager storage proxy")]
    [InlineData(PlatformFamily.Kvm, "nutanix-nci-pro", "storage", "agent manager old-manager proxy")]
    public void A_platform_carries_only_what_it_needs(PlatformFamily platform, string product, string carried, string without)
    {
        var demand = Of(Estate.Option("x", platform, product));
        Assert.Equal(["work", "away", "found"], demand.Running.Select(each => each.Vm.Name));
        Assert.Equal(carried, string.Join(' ', demand.OfPlatform.Select(each => each.Vm.Name)));
        Assert.Equal(without, string.Join(' ', demand.DoneWithout.Select(vm => vm.Name)));
        Assert.Equal(["orphan", "unread"], demand.Lost.Select(vm => vm.Name));
        Assert.Equal(platform == PlatformFamily.VSphere ? ["old-manager"] : [], demand.NotRunning.Select(vm => vm.Name));
    }

    // The estate as it is needs all that is there today, whatever its products are called.
    [Fact]
    public void The_estate_as_it_is_carries_all_that_takes_capacity()
    {
        var option = Estate.Option("as-it-is", PlatformFamily.VSphere, "vmware-vvf") with { IsToday = true };
        var demand = EstateDemand.Of(Inventory, Estate.Scenario(option), option.Platform, Assumed.Plain, option: option);
        Assert.Equal(["manager", "storage", "proxy"], demand.OfPlatform.Select(each => each.Vm.Name));
    }

    [Fact]
    public void Options_share_plans_only_where_they_carry_the_same()
    {
        var scenario = Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere, "vmware-vvf"));
        string Needed(params string[] products) => EstateDemand.RolesNeeded(Inventory, scenario, Estate.Option("other", PlatformFamily.Kvm, products));
        Assert.Equal("storage", Needed("nutanix-nci-pro"));
        Assert.Equal("", Needed("proxmox-basic"));
        Assert.Equal("agent manager proxy", EstateDemand.RolesNeeded(Inventory, scenario, Estate.Option("other", PlatformFamily.VSphere)));
    }

    private static EstateDemand Of(ScenarioOption option) => EstateDemand.Of(Inventory, Estate.Scenario(), option.Platform, Assumed.Plain, option: option);
}
