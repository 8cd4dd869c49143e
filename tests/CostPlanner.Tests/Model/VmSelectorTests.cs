using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

/// <summary>Which VMs an entry of leave_out, keep or group means.</summary>
public sealed class VmSelectorTests
{
    private static readonly VirtualMachine Web = Estate.Vm("web-01", cluster: "Prod") with
    {
        Id = "vm-12", Folder = "/Berlin/vm/Test/Old", GuestOs = "Microsoft Windows Server 2008 R2 (64-bit)", Tags = [new VmTag("owner", "sales"), new VmTag(null, "pci")],
    };

    [Theory]
    [InlineData(VmTrait.Name, "web-01", true)]
    [InlineData(VmTrait.Name, "vm-12", true)]
    [InlineData(VmTrait.Name, "WEB-01", false)] // without a star, letter by letter: as before
    [InlineData(VmTrait.Name, "web", false)]
    [InlineData(VmTrait.Name, "WEB*", true)]
    [InlineData(VmTrait.Folder, "/Berlin/vm/Test", true)] // the folders below belong to it
    [InlineData(VmTrait.Folder, "/Berlin/vm/Test/", true)]
    [InlineData(VmTrait.Folder, "/Berlin/vm/Te*", true)]
    [InlineData(VmTrait.Folder, "/Berlin/vm/Tes", false)]
    [InlineData(VmTrait.Folder, "*/Old", true)]
    [InlineData(VmTrait.Folder, "/Paris*", false)]
    [InlineData(VmTrait.Tag, "sales", true)]
    [InlineData(VmTrait.Tag, "owner: sal*", true)]
    [InlineData(VmTrait.Tag, "PCI", true)]
    [InlineData(VmTrait.Tag, "owner", false)]
    [InlineData(VmTrait.Cluster, "prod", true)]
    [InlineData(VmTrait.Cluster, "web-01", false)]
    [InlineData(VmTrait.GuestOs, "*Windows Server 2008*", true)]
    [InlineData(VmTrait.GuestOs, "Windows Server 2008", false)]
    public void An_entry_means_what_its_trait_fits(VmTrait by, string pattern, bool expected) => Assert.Equal(expected, Estate.Named(pattern, by).Matches(Web));

    [Fact]
    public void A_VM_of_which_the_source_tells_nothing_fits_no_trait() => Assert.All(
        new[] { VmTrait.Folder, VmTrait.Tag, VmTrait.GuestOs },
        by => Assert.False(Estate.Named("*", by).Matches(Estate.Vm("bare"))));

    [Fact]
    public void Keep_comes_before_leave_out()
    {
        var scenario = Estate.Scenario() with { LeaveOut = [Estate.Named("web-*")], Keep = [Estate.Named("web-01")] };
        Assert.False(scenario.LeavesOut(Web));
        Assert.True(scenario.LeavesOut(Web with { Name = "web-02", Id = "vm-13" }));
    }
}
