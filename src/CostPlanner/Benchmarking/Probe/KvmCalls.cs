using System.Runtime.InteropServices;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>The requests and answers of KVM on x86-64 (linux/kvm.h): 0xAE is KVM's letter, the upper half holds direction and size.</summary>
internal static class KvmCalls
{
    public const nuint GetApiVersion = 0xAE00;
    public const nuint CreateVm = 0xAE01;
    public const nuint GetVcpuMapSize = 0xAE04;
    public const nuint CreateVcpu = 0xAE41;
    public const nuint SetUserMemoryRegion = 0x4020_AE46;
    public const nuint Run = 0xAE80;
    public const nuint SetRegisters = 0x4090_AE82;
    public const nuint GetSpecialRegisters = 0x8138_AE83;
    public const nuint SetSpecialRegisters = 0x4138_AE84;

    /// <summary>Where the mapped page of a vCPU says why the guest stopped.</summary>
    public const int ExitReasonAt = 8;

    /// <summary>The guest read or wrote a port.</summary>
    public const int ExitByPort = 2;

    /// <summary>The guest halted.</summary>
    public const int ExitByHalt = 5;
}

/// <summary>struct kvm_userspace_memory_region: memory of ours that the guest sees as its own.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MemorySlot
{
    public uint Slot;
    public uint Flags;
    public ulong GuestAddress;
    public ulong Size;
    public ulong OurAddress;
}

/// <summary>struct kvm_regs.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Registers
{
    public ulong Rax, Rbx, Rcx, Rdx, Rsi, Rdi, Rsp, Rbp;
    public ulong R8, R9, R10, R11, R12, R13, R14, R15;
    public ulong Rip, Rflags;
}

/// <summary>struct kvm_segment.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Segment
{
    public ulong Start;
    public uint Limit;
    public ushort Selector;
    public byte Type, Present, Privilege, Big, CodeOrData, Long, InPages, Available, Unusable, Padding;
}

/// <summary>struct kvm_dtable.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DescriptorTable
{
    public ulong Start;
    public ushort Limit, Padding1, Padding2, Padding3;
}

/// <summary>struct kvm_sregs.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SpecialRegisters
{
    public Segment Cs, Ds, Es, Fs, Gs, Ss, Tr, Ldt;
    public DescriptorTable Gdt, Idt;
    public ulong Cr0, Cr2, Cr3, Cr4, Cr8, Efer, ApicStart;
    public ulong Interrupts0, Interrupts1, Interrupts2, Interrupts3;
}
