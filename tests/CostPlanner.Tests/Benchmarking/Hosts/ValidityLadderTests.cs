using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Hosts;

public sealed class ValidityLadderTests
{
    private static readonly KvmDevice Opens = new("/dev/kvm", KvmDeviceState.Opens, KvmDevice.UsableApi, "opens, API 12");
    private static readonly KvmDevice Absent = new("/dev/kvm", KvmDeviceState.Absent, null, "is not there");

    [Fact]
    public void A_server_on_which_everything_speaks_for_it_is_hardware()
    {
        using var intel = HostTree.Intel();
        using var amd = HostTree.Amd();

        foreach (var host in new[] { intel, amd })
        {
            var ladder = ValidityLadder.Judge(Opens, host.Facts(), Measured());
            Assert.Equal(HostClass.Hardware, ladder.Class);
            Assert.All(ladder.Rungs, rung => Assert.True(rung.Passed));
            Assert.Single(ladder.Advice);
        }
    }

    [Fact]
    public void A_virtual_machine_with_the_cpus_virtualisation_is_nested()
    {
        using var host = HostTree.Intel("fpu vmx hypervisor");
        var ladder = ValidityLadder.Judge(Opens, host.Facts(), Measured(cpuid: 24_000, port: 31_000));

        Assert.Equal(HostClass.Nested, ladder.Class);
        Assert.Equal(["bare-metal", "exits"], Failed(ladder));
        Assert.Contains("measure on the server itself", ladder.Advice[0].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hypervisor_that_hides_itself_is_told_by_dear_exits()
    {
        using var host = HostTree.Intel();
        Assert.Equal(HostClass.Nested, ValidityLadder.Judge(Opens, host.Facts(), Measured(cpuid: 3001)).Class);
        Assert.Equal(HostClass.Nested, ValidityLadder.Judge(Opens, host.Facts(), Measured(port: 8001)).Class);
    }

    [Theory]
    [InlineData(1.02, HostClass.Hardware)]
    [InlineData(0.9, HostClass.Hardware)]
    [InlineData(0.89, HostClass.Nested)]
    [InlineData(0.5, HostClass.Nested)]
    [InlineData(0.49, HostClass.Emulated)]
    [InlineData(0.0002, HostClass.Emulated)]
    public void The_loops_speed_tells_the_class(double ratio, HostClass expected)
    {
        using var host = HostTree.Intel();
        Assert.Equal(expected, ValidityLadder.Judge(Opens, host.Facts(), Measured(ratio)).Class);
    }

    [Fact]
    public void The_captured_virtual_machine_is_emulated_by_its_modules_flags_and_loop()
    {
        using var host = HostTree.Captured("software-nested.txt");
        var ladder = ValidityLadder.Judge(Opens, host.Facts(), Measured(ratio: 0.00025, cpuid: 2895, port: 7991));

        Assert.Equal(HostClass.Emulated, ladder.Class);
        Assert.Equal(["module", "cpu-flag", "bare-metal", "loop"], Failed(ladder));
        Assert.Contains("kvm_pvm", ladder.Rungs[1].Words.Words(), StringComparison.Ordinal);
        Assert.Contains(ladder.Advice, advice => advice.Contains("nested virtualisation", StringComparison.Ordinal));
    }

    [Fact]
    public void Modules_and_flags_alone_make_a_host_emulated_however_fast_the_loop_was()
    {
        using var host = HostTree.Captured("software-nested.txt");
        Assert.Equal(HostClass.Emulated, ValidityLadder.Judge(Opens, host.Facts(), Measured()).Class);
    }

    [Theory]
    [InlineData(ProbeEnd.TimedOut, HostClass.Emulated)]
    [InlineData(ProbeEnd.NoAnswer, HostClass.Emulated)]
    [InlineData(ProbeEnd.Refused, HostClass.None)]
    public void Without_figures_of_the_probe_nothing_may_be_claimed(ProbeEnd end, HostClass expected)
    {
        using var host = HostTree.Intel();
        var ladder = ValidityLadder.Judge(Opens, host.Facts(), ProbeAnswer.Without(end, "KVM_CREATE_VM: Device or resource busy"));

        Assert.Equal(expected, ladder.Class);
        Assert.Equal(["loop"], Failed(ladder));
        Assert.Null(Rung(ladder, "exits").Passed);
        Assert.Contains("KVM_CREATE_VM", $"{Rung(ladder, "loop").Value.Words()} {Rung(ladder, "loop").Words.Words()}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_whose_facts_cannot_be_read_is_not_hardware()
    {
        using var host = HostTree.Empty();
        var ladder = ValidityLadder.Judge(Opens, host.Facts(HostTree.NoTools), Measured());

        Assert.Equal(HostClass.Emulated, ladder.Class);
        Assert.Equal(["module", "cpu-flag", "bare-metal"], Failed(ladder));
        Assert.Contains("/sys/module lists none", Rung(ladder, "module").Words.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_device_the_verdict_is_none_and_the_probe_is_not_asked()
    {
        using var host = HostTree.Intel();
        var ladder = ValidityLadder.Judge(Absent, host.Facts(), null);

        Assert.Equal(HostClass.None, ladder.Class);
        Assert.Equal([false, true, true, true, null, null], ladder.Rungs.Select(rung => rung.Passed));
    }

    [Theory]
    [InlineData("fpu vmx", "modprobe kvm_intel")]
    [InlineData("fpu svm", "modprobe kvm_amd")]
    [InlineData("fpu", "BIOS")]
    [InlineData("fpu hypervisor", "nested virtualisation")]
    public void An_absent_device_is_advised_on_by_what_the_cpu_says(string flags, string advice)
    {
        using var host = HostTree.Intel(flags);
        Assert.Contains(advice, ValidityLadder.Judge(Absent, host.Facts(), null).Advice[0].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_is_not_permitted_is_advised_on_by_its_group()
    {
        using var host = HostTree.Intel();
        var ladder = ValidityLadder.Judge(new KvmDevice("/dev/kvm", KvmDeviceState.NotPermitted, null, "may not be opened by this user"), host.Facts(), null);

        Assert.Equal(HostClass.None, ladder.Class);
        Assert.Contains("usermod -aG kvm", Assert.Single(ladder.Advice).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_qemu_is_named_with_the_command_that_installs_it()
    {
        using var host = HostTree.Intel();
        var ladder = ValidityLadder.Judge(Opens, host.Facts(HostTree.NoTools), Measured());

        Assert.Equal(HostClass.Hardware, ladder.Class);
        Assert.Contains(HostTools.QemuInstallCommand.Words(), ladder.Advice[^1].Words(), StringComparison.Ordinal);
    }

    private static ProbeAnswer Measured(double ratio = 1, double cpuid = 1100, double port = 2300) =>
        ProbeAnswer.Of(new ProbeFigures(1, ratio, cpuid, port, 5, sameMachineCode: true));

    private static IEnumerable<string> Failed(ValidityLadder ladder) => ladder.Rungs.Where(rung => rung.Passed == false).Select(rung => rung.Name);

    private static Rung Rung(ValidityLadder ladder, string name) => ladder.Rungs.Single(rung => rung.Name == name);
}
