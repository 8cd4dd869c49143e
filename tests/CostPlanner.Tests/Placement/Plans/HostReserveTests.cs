using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.Plans;

public class HostReserveTests
{
    // xcp/dom0.py: mb = host MiB + 256; dom0 = min(1024 + (int(mb * 0.05) & ~0xF), 8192); and 128 MiB for Xen itself.
    // 512 GiB: mb = 524,544; 5 % = 26,227 -> 26,224; + 1,024 = 27,248 -> 8,192; + 128 = 8,320.
    // 64 GiB: mb = 65,792; 5 % = 3,289 -> 3,280; + 1,024 = 4,304; + 128 = 4,432.
    [Theory]
    [InlineData(512, 8320)]
    [InlineData(64, 4432)]
    public void Dom0_gets_what_its_installer_computes(int hostGiB, int expectedMiB) =>
        Assert.Equal(expectedMiB, HostReserve.Memory(PlatformFamily.Xen, ByteSize.FromGiB(hostGiB), Assumed.Plain).MiB);

    // max(4,096; 3 %): 64 GiB -> 1,966 -> 4,096; 1,024 GiB -> 31,457.28.
    [Theory]
    [InlineData(64, "4096")]
    [InlineData(1024, "31457.28")]
    public void Esxi_keeps_the_larger_of_an_amount_and_a_share(int hostGiB, string expectedMiB) =>
        Assert.Equal(expectedMiB, Assumed.Text(decimal.Round(HostReserve.Memory(PlatformFamily.VSphere, ByteSize.FromGiB(hostGiB), Assumed.Plain).MiB, 4)).TrimEnd('0').TrimEnd('.'));

    [Fact]
    public void Kvm_keeps_a_fixed_amount() =>
        Assert.Equal(4096, HostReserve.Memory(PlatformFamily.Kvm, ByteSize.FromGiB(1024), Assumed.Plain).MiB);
}
