using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

public class MemoryOverheadTests
{
    private static readonly AssumptionSet Assumptions = Assumed.With(
        (AssumptionIds.VSphereOverheadBase, 14m),
        (AssumptionIds.VSphereOverheadPerVCpu, 4m),
        (AssumptionIds.VSphereOverheadShare, 0.0074m),
        (AssumptionIds.QemuOverheadBase, 38m),
        (AssumptionIds.QemuOverheadPerVCpu, 8m),
        (AssumptionIds.QemuOverheadShare, 0.001953125m));

    // VMware, "Overhead memory on virtual machines", vSphere 5.1 to 6.7; the fit is said to be within 1.4 MB of each cell.
    [Theory]
    [InlineData(256, 1, 20.29)]
    [InlineData(256, 8, 48.16)]
    [InlineData(1024, 2, 29.91)]
    [InlineData(4096, 1, 48.64)]
    [InlineData(4096, 8, 76.78)]
    [InlineData(16384, 4, 151.93)]
    [InlineData(16384, 8, 168.60)]
    public void Esxi_is_within_a_megabyte_and_a_half_of_the_vendors_table(int memoryMiB, int vCpus, double vendorMiB)
    {
        var vm = Estate.Vm("a", vCpus) with { Memory = ByteSize.FromMiB(memoryMiB) };
        var overhead = MemoryOverhead.Of(PlatformFamily.VSphere, vm, Assumptions).MiB;
        Assert.InRange((double)overhead, vendorMiB - 1.4, vendorMiB + 1.4);
    }

    [Fact]
    public void Esxi_prefers_what_the_source_measured()
    {
        var vm = Estate.Vm("a") with { MeasuredOverhead = ByteSize.FromMiB(99) };
        Assert.Equal(99m, MemoryOverhead.Of(PlatformFamily.VSphere, vm, Assumptions).MiB);
    }

    // 38 + 8 x 4 + 16,384 / 512 = 38 + 32 + 32 = 102, and nothing measured on ESXi counts.
    [Theory]
    [InlineData(PlatformFamily.Kvm)]
    [InlineData(PlatformFamily.Xen)]
    public void Qemu_follows_its_formula_on_kvm_and_xen(PlatformFamily platform)
    {
        var vm = Estate.Vm("a", 4, 16) with { MeasuredOverhead = ByteSize.FromMiB(99) };
        Assert.Equal(102m, MemoryOverhead.Of(platform, vm, Assumptions).MiB);
    }
}
