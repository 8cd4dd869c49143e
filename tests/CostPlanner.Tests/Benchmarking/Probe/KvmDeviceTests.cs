using CostPlanner.Benchmarking.Probe;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Probe;

public sealed class KvmDeviceTests
{
    [Fact]
    public void A_device_that_is_hidden_is_absent()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(KvmDeviceState.Absent, KvmDevice.Ask(folder.At("kvm")).State);
        Assert.Equal(KvmDeviceState.Absent, KvmDevice.Ask(folder.Write("file", "") + "/kvm").State);
    }

    [Fact]
    public void What_is_not_kvm_is_refused_with_the_kernels_words()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((KvmDeviceState.Refused, null), (KvmDevice.Ask(folder.Root).State, KvmDevice.Ask(folder.Root).Api));
        Assert.StartsWith("is not KVM (", KvmDevice.Ask(folder.Write("kvm", "")).Words.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_without_permission_says_so()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may open everything");
        using var folder = new TemporaryFolder();
        var file = folder.Write("kvm", "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.None);
        }

        Assert.Equal(KvmDeviceState.NotPermitted, KvmDevice.Ask(file).State);
    }
}
