using System.Text.Json;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Hosts;

public sealed class HostFactsTests
{
    [Fact]
    public void The_captured_virtual_machine_is_read()
    {
        using var host = HostTree.Captured("software-nested.txt");
        var facts = host.Facts(HostTree.NoTools);

        Assert.Equal(("AuthenticAMD", "AMD EPYC", 25, 17, 1, "0x1000065"), (
            facts.Cpu.CpuVendor, facts.Cpu.CpuModel, facts.Cpu.CpuFamily, facts.Cpu.CpuModelNumber, facts.Cpu.CpuStepping, facts.Cpu.Microcode));
        Assert.Equal((1, 2, 2, 1), (facts.Cpu.Sockets, facts.Cpu.Cores, facts.Cpu.Threads, facts.Cpu.NumaNodes));
        Assert.Equal("notsupported", facts.Cpu.Smt);
        Assert.Equal(("none", true), (facts.Cpu.VirtualisationFlag, facts.Cpu.HypervisorFlag));
        Assert.Equal(["kvm", "kvm_pvm"], facts.Kvm.Modules!.Value);
        Assert.Equal(("200000", "Y"), (facts.Kvm.Parameters["kvm.halt_poll_ns"], facts.Kvm.Parameters["kvm_pvm.pvm_native"]));
        Assert.Equal("Vulnerable: Safe RET, no microcode", facts.Cpu.Mitigations!["spec_rstack_overflow"]);
        Assert.Equal(("madvise", false, "1 and 2"), (facts.Memory.TransparentHugePages, facts.Memory.Ksm, facts.System.Cgroup));
        Assert.Equal(
            [new HugePages(ByteSize.FromMiB(2L), 0, 0), new HugePages(ByteSize.FromGiB(1L), 0, 0)],
            facts.Memory.HugePages!.Value);

        // 24684084 kB, in bytes.
        Assert.Equal(24_684_084L * 1024, facts.Memory.Memory!.Value.Bytes);
        Assert.Equal(ByteSize.Zero, facts.Memory.Swap);
        Assert.True(facts.IsVirtual);
    }

    [Fact]
    public void Caches_that_several_cpus_list_are_counted_once()
    {
        using var captured = HostTree.Captured("software-nested.txt");
        Assert.Equal(
            [
                new CpuCache(1, "Data", ByteSize.FromBytes(32 << 10), 2),
                new CpuCache(1, "Instruction", ByteSize.FromBytes(32 << 10), 2),
                new CpuCache(2, "Unified", ByteSize.FromMiB(1L), 2),
                new CpuCache(3, "Unified", ByteSize.FromMiB(32L), 1),
            ],
            captured.Facts().Cpu.Caches!.Value);

        using var intel = HostTree.Intel();
        Assert.Equal(
            [new CpuCache(1, "Data", ByteSize.FromBytes(48 << 10), 8), new CpuCache(3, "Unified", ByteSize.FromMiB(60L), 2)],
            intel.Facts().Cpu.Caches!.Value);
    }

    [Fact]
    public void A_server_of_two_sockets_with_threads_is_counted()
    {
        using var host = HostTree.Intel();
        var cpu = host.Facts().Cpu;

        // 2 sockets of 4 cores with 2 threads.
        Assert.Equal((2, 8, 16, 2, "on"), (cpu.Sockets, cpu.Cores, cpu.Threads, cpu.NumaNodes, cpu.Smt));
        Assert.Equal("Intel(R) Xeon(R) Gold 6448Y", cpu.CpuModel);
        Assert.Equal(("performance", "acpi-cpufreq", true), (cpu.Governor, cpu.FrequencyDriver, cpu.Boost));
        Assert.Equal(("vmx", false), (cpu.VirtualisationFlag, cpu.HypervisorFlag));
    }

    [Fact]
    public void A_server_with_smt_and_boost_off_says_so()
    {
        using var host = HostTree.Amd();
        var facts = host.Facts();

        Assert.Equal((1, 8, 8, "off", false), (facts.Cpu.Sockets, facts.Cpu.Cores, facts.Cpu.Threads, facts.Cpu.Smt, facts.Cpu.Boost));
        Assert.Equal([new HugePages(ByteSize.FromMiB(2L), 512, 12)], facts.Memory.HugePages!.Value);
        Assert.True(facts.Memory.Ksm);
        Assert.Equal(("2", "9.1.0", "qemu-kvm-9.1.0-15.el9", "none"), (facts.System.Cgroup, facts.Kvm.Qemu, facts.Kvm.QemuPackage, facts.System.VirtualisedBy));
        Assert.Equal(("Some Vendor Inc.", "Server R7", "5.14.0-570.el9.x86_64"), (facts.System.MachineVendor, facts.System.MachineModel, facts.System.Kernel));
    }

    [Fact]
    public void A_cpu_that_is_switched_off_is_not_counted()
    {
        using var host = HostTree.Amd();
        host.Put("sys/devices/system/cpu/cpu8/online", "0");
        Assert.Equal((8, 8), (host.Facts().Cpu.Threads, host.Facts().Cpu.Cores));
    }

    [Fact]
    public void Governors_that_differ_are_all_named()
    {
        using var host = HostTree.Amd();
        host.Put("sys/devices/system/cpu/cpufreq/policy3/scaling_governor", "powersave");
        Assert.Equal("performance, powersave", host.Facts().Cpu.Governor);
    }

    [Fact]
    public void Whatever_is_not_known_is_null_with_a_reason_under_its_name()
    {
        using var host = HostTree.Empty();
        var facts = host.Facts(HostTree.NoTools);
        var unknown =
            from part in new object[] { facts.Cpu, facts.Memory, facts.System, facts.Kvm }
            from property in part.GetType().GetProperties()
            where property.GetValue(part) is null
            select JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        Assert.Equal(unknown.Order(StringComparer.Ordinal), facts.Unknown.Keys);
        Assert.All(facts.Unknown.Values, why => Assert.NotEqual("", why));
        Assert.Equal("/proc/cpuinfo is not there", facts.Unknown["cpuModel"].Words());
        Assert.Equal("QEMU is not installed", facts.Unknown["qemu"].Words());
        Assert.Empty(facts.Kvm.Parameters);
    }

    [Fact]
    public void A_fact_whose_file_makes_no_sense_is_unknown_and_never_zero()
    {
        using var host = HostTree.Amd();
        host.Put("proc/meminfo", "MemTotal: plenty");
        host.Put("sys/kernel/mm/ksm/run", "maybe");
        host.Put("sys/kernel/mm/transparent_hugepage/enabled", "always madvise never");
        var facts = host.Facts();

        Assert.Null(facts.Memory.Memory);
        Assert.Null(facts.Memory.Swap);
        Assert.Null(facts.Memory.Ksm);
        Assert.Null(facts.Memory.TransparentHugePages);
        Assert.Equal("/proc/meminfo has no size \"SwapTotal\"", facts.Unknown["swap"].Words());
        Assert.Equal("/sys/kernel/mm/ksm/run holds no number", facts.Unknown["ksm"].Words());
    }

    [Theory]
    [InlineData("fpu vmx", "none", false)]
    [InlineData("fpu vmx hypervisor", "none", true)]
    [InlineData("fpu vmx", "vmware", true)]
    [InlineData("fpu vmx", null, false)]
    public void A_host_is_virtual_when_the_cpu_or_systemd_says_so(string flags, string? by, bool isVirtual)
    {
        using var host = HostTree.Intel(flags);
        Assert.Equal(isVirtual, host.Facts(HostTree.Tools with { VirtualisedBy = by, WhyNoVirtualisedBy = "not installed" }).IsVirtual);
    }

    [Fact]
    public void Lines_of_facts_have_names_in_lower_case_each_once_and_all_reasons()
    {
        using var host = HostTree.Captured("software-nested.txt");
        var lines = FactLines.All(host.Facts(HostTree.NoTools)).ToList();

        Assert.All(lines, line => Assert.Matches("^[a-z0-9-]+$", line.Name));
        Assert.Equal(lines.Count, lines.Select(line => line.Name).Distinct().Count());
        Assert.All(lines, line => Assert.True(line.Value is null != (line.WhyUnknown is null), line.Name));
        Assert.Contains(new FactLine("qemu", null, "QEMU is not installed"), lines);
        Assert.Contains(new FactLine("kvm-pvm-pvm-native", "Y", null), lines);
        Assert.Contains(new FactLine("mitigation-meltdown", "Not affected", null), lines);
        Assert.Equal(
            "2 x L1 data 32 KiB, 2 x L1 instruction 32 KiB, 2 x L2 unified 1024 KiB, 1 x L3 unified 32768 KiB",
            lines.Single(line => line.Name == "caches").Value.Words());
        Assert.Subset(lines.ToHashSet(), FactLines.OnOneScreen(host.Facts(HostTree.NoTools)).ToHashSet());
        Assert.DoesNotContain(FactLines.OnOneScreen(host.Facts(HostTree.NoTools)), line => line.Name == "mitigation-meltdown");
    }
}
