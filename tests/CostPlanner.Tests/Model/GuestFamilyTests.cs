using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Model;

public sealed class GuestFamilyTests
{
    [Theory]
    [InlineData("Microsoft Windows Server 2016 or later (64-bit)", GuestFamily.WindowsServer)]
    [InlineData("Microsoft Windows Server 2003 Standard (32-bit)", GuestFamily.WindowsServer)]
    [InlineData("Microsoft Windows 2000 Server", GuestFamily.WindowsServer)]
    [InlineData("Microsoft Windows 11 (64-bit)", GuestFamily.WindowsDesktop)]
    [InlineData("Microsoft Windows XP Professional (32-bit)", GuestFamily.WindowsDesktop)]
    [InlineData("Red Hat Enterprise Linux 9 (64-bit)", GuestFamily.RedHat)]
    [InlineData("Red Hat Fedora (64-bit)", GuestFamily.OtherLinux)]
    [InlineData("SUSE Linux Enterprise 15 (64-bit)", GuestFamily.Suse)]
    [InlineData("SUSE openSUSE (64-bit)", GuestFamily.OtherLinux)]
    [InlineData("Oracle Linux 8 (64-bit)", GuestFamily.OracleLinux)]
    [InlineData("Oracle Solaris 11 (64-bit)", GuestFamily.Other)]
    [InlineData("CentOS 7 (64-bit)", GuestFamily.OtherLinux)]
    [InlineData("Other 5.x or later Linux (64-bit)", GuestFamily.OtherLinux)]
    [InlineData("FreeBSD 13 or later versions (64-bit)", GuestFamily.Other)]
    [InlineData("VM", GuestFamily.Unknown)]
    [InlineData(null, GuestFamily.Unknown)]
    public void The_words_of_the_source_name_the_family(string? words, GuestFamily expected) =>
        Assert.Equal(expected, ReadVm(Vm("web", 1).But("OS according to the configuration file", words)).Guest);

    [Fact]
    public void VMware_Tools_know_better_than_the_configuration_file_unless_they_say_nothing_known()
    {
        var row = Vm("web", 1).But("OS according to the configuration file", "Microsoft Windows Server 2019 (64-bit)");

        Assert.Equal(GuestFamily.RedHat, ReadVm(row.But("OS according to the VMware Tools", "Red Hat Enterprise Linux 8 (64-bit)")).Guest);
        Assert.Equal(GuestFamily.WindowsServer, ReadVm(row.But("OS according to the VMware Tools", "Other (64-bit)")).Guest);
    }
}
