using System.Collections.Immutable;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What to do about a verdict.</summary>
internal static class LadderAdvice
{
    private const string Passed = "This system is a VM: let its host pass virtualisation through (nested virtualisation), or measure on the server itself.";
    private const string Firmware = "Enable Intel VT-x or AMD-V (SVM) in the firmware's setup (BIOS or UEFI), then switch the server off and on.";
    private const string SelfTest = "A self-test tries the whole path here; its figures are never valid.";

    public static ImmutableArray<string> Of(HostClass verdict, KvmDevice device, HostFacts facts, ProbeAnswer? probe) =>
    [
        .. verdict switch
        {
            HostClass.Hardware => ["Guests run on the CPU itself: what is measured here may reach a business case when the checks of its run pass."],
            HostClass.Nested => ["Figures from here are indicative and never reach a business case: measure on the server itself, without a hypervisor below."],
            HostClass.Emulated => Emulated(facts),
            _ => None(device, facts, probe),
        },
        .. facts.Kvm.Qemu is null ? new[] { $"QEMU runs the guests and was not found; on Debian: {HostTools.QemuInstallCommand}" } : [],
    ];

    private static string[] Emulated(HostFacts facts) =>
    [
        "Figures from here mean nothing and never reach a business case: measure on a server whose CPU runs its guests.",
        .. facts.IsVirtual == true ? new[] { Passed } : [],
        SelfTest,
    ];

    private static string[] None(KvmDevice device, HostFacts facts, ProbeAnswer? probe) => device.State switch
    {
        KvmDeviceState.Absent => [.. WhyAbsent(facts), "In a container, hand the device in: --device /dev/kvm."],
        KvmDeviceState.NotPermitted => [$"Join the group that owns {device.Path} and log in again: sudo usermod -aG kvm $USER"],
        KvmDeviceState.Refused => [$"{device.Path} {device.Words}: look into the kernel's log (dmesg) for lines of kvm."],
        _ => [
            $"{probe?.Words}.",
            "Another hypervisor (VirtualBox, VMware) may hold the CPU's virtualisation: end it; then look into the kernel's log (dmesg) for lines of kvm.",
        ],
    };

    private static string[] WhyAbsent(HostFacts facts) => facts.Cpu.VirtualisationFlag switch
    {
        "vmx" => ["Load the module: sudo modprobe kvm_intel", $"Where that is refused: {Firmware}"],
        "svm" => ["Load the module: sudo modprobe kvm_amd", $"Where that is refused: {Firmware}"],
        _ => [facts.IsVirtual == true ? Passed : Firmware],
    };
}
