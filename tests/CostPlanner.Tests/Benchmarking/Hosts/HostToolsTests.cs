using CostPlanner.Benchmarking.Hosts;

namespace CostPlanner.Tests.Benchmarking.Hosts;

public sealed class HostToolsTests
{
    [Theory]
    [InlineData("QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)\nCopyright (c) 2003-2022 Fabrice Bellard\n", "7.2.22", "Debian 1:7.2+dfsg-7+deb12u18+b3")]
    [InlineData("QEMU emulator version 9.1.0 (qemu-kvm-9.1.0-15.el9_6.9)\n", "9.1.0", "qemu-kvm-9.1.0-15.el9_6.9")]
    [InlineData("QEMU emulator version 10.0.50 (v10.0.0-1234-gabcdef)\n", "10.0.50", "v10.0.0-1234-gabcdef")]
    [InlineData("QEMU emulator version 8.2.0\n", "8.2.0", null)]
    [InlineData("QEMU emulator version 4.1.0(qemu-kvm)\n", "4.1.0", null)]
    public void Qemus_version_is_read(string output, string version, string? package) =>
        Assert.Equal(new QemuVersion(version, package), QemuVersion.Parse(output));

    [Theory]
    [InlineData("")]
    [InlineData("QEMU emulator version\n")]
    [InlineData("error while loading shared libraries\nQEMU emulator version 7.2.0\n")]
    public void What_is_no_version_is_none(string output) => Assert.Null(QemuVersion.Parse(output));

    [Theory]
    [InlineData("kvm\n", "kvm")]
    [InlineData("none\n", "none")]
    [InlineData("", null)]
    [InlineData("Failed to detect: no\n", null)]
    public void The_answer_of_systemd_is_one_word(string output, string? by) => Assert.Equal(by, HostTools.ParseVirtualisation(output));
}
