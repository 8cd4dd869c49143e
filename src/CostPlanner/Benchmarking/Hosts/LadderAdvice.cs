using System.Collections.Immutable;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What to do about a verdict.</summary>
internal static class LadderAdvice
{
    private static readonly Message Passed = Message.Of("advice.pass-through");
    private static readonly Message Firmware = Message.Of("advice.firmware");

    public static ImmutableArray<Message> Of(HostClass verdict, KvmDevice device, HostFacts facts, ProbeAnswer? probe) =>
    [
        .. verdict switch
        {
            HostClass.Hardware => [Message.Of("advice.hardware")],
            HostClass.Nested => [Message.Of("advice.nested")],
            HostClass.Emulated => Emulated(facts),
            _ => None(device, facts, probe),
        },
        .. facts.Kvm.Qemu is null ? new[] { Message.Of("advice.qemu", ("command", HostTools.QemuInstallCommand)) } : [],
    ];

    private static Message[] Emulated(HostFacts facts) =>
    [
        Message.Of("advice.emulated"),
        .. facts.IsVirtual == true ? new[] { Passed } : [],
        Message.Of("advice.self-test"),
    ];

    private static Message[] None(KvmDevice device, HostFacts facts, ProbeAnswer? probe) => device.State switch
    {
        KvmDeviceState.Absent => [.. WhyAbsent(facts), Message.Of("advice.container")],
        KvmDeviceState.NotPermitted => [Message.Of("advice.group", ("device", device.Path))],
        KvmDeviceState.Refused => [Message.Of("advice.refused", ("device", device.Path), ("words", device.Words))],
        _ => [
            Message.Of("advice.probe", ("words", probe?.Words ?? Message.None)),
            Message.Of("advice.other-hypervisor"),
        ],
    };

    private static Message[] WhyAbsent(HostFacts facts) => facts.Cpu.VirtualisationFlag switch
    {
        "vmx" => Load("kvm_intel"),
        "svm" => Load("kvm_amd"),
        _ => [facts.IsVirtual == true ? Passed : Firmware],
    };

    private static Message[] Load(string module) =>
        [Message.Of("advice.load", ("module", module)), Message.Of("advice.where-refused", ("advice", Firmware))];
}
