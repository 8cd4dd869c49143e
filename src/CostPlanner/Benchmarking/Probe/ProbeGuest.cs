using System.Runtime.InteropServices;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>A guest of one vCPU and 64 KiB in long mode: no firmware, no kernel, only a loop.</summary>
/// <remarks>Long mode, because old CPUs leave real mode to software even where KVM is real.</remarks>
internal sealed class ProbeGuest : IDisposable
{
    private const int MemorySize = 0x10000;
    private const int TopTableAt = 0x1000;
    private const int MiddleTableAt = 0x2000;
    private const int LowTableAt = 0x3000;
    private const int CodeAt = 0x4000;

    private const long PresentAndWritable = 3;
    private const long LargePage = 0x80;

    // Paging, write protection, native FPU errors, protected mode; page addresses of 36 bits and more; long mode, enabled and active.
    private const ulong Cr0 = 0x8005_0033;
    private const ulong Cr4 = 0x20;
    private const ulong Efer = 0x500;
    private const ulong RflagsAlwaysOne = 2;

    private readonly Stack<int> files = new();
    private nint memory = Linux.Unmapped;
    private nint state = Linux.Unmapped;
    private nuint stateSize;
    private int vcpu;

    private ProbeGuest()
    {
    }

    /// <summary>Makes the guest; throws KvmRefusal, which names the step, where KVM will not.</summary>
    public static ProbeGuest Create(string device)
    {
        var guest = new ProbeGuest();
        try
        {
            guest.Make(device);
            return guest;
        }
        catch (KvmException)
        {
            guest.Dispose();
            throw;
        }
    }

    /// <summary>Puts code into the guest's memory.</summary>
    public void Load(byte[] code) => Marshal.Copy(code, 0, memory + CodeAt, code.Length);

    /// <summary>Runs the loaded code from its start until it halts.</summary>
    public void Run(long count)
    {
        var registers = new Registers { Rip = CodeAt, Rdi = (ulong)count, Rflags = RflagsAlwaysOne };
        Checked("KVM_SET_REGS", Linux.Ioctl(vcpu, KvmCalls.SetRegisters, ref registers));
        while (true)
        {
            if (Linux.Ioctl(vcpu, KvmCalls.Run, 0) < 0)
            {
                // The runtime's own signals end the call early.
                var error = Marshal.GetLastPInvokeError();
                if (error is not (Linux.Interrupted or Linux.TryAgain))
                {
                    throw new KvmException("KVM_RUN", Linux.Words(error));
                }

                continue;
            }

            var reason = Marshal.ReadInt32(state, KvmCalls.ExitReasonAt);
            if (reason == KvmCalls.ExitByHalt)
            {
                return;
            }

            if (reason != KvmCalls.ExitByPort)
            {
                throw new KvmException("KVM_RUN", $"the guest stopped for reason {reason}");
            }
        }
    }

    public void Dispose()
    {
        Unmap(state, stateSize);
        Unmap(memory, MemorySize);
        while (files.TryPop(out var file))
        {
            _ = Linux.Close(file);
        }
    }

    private static int Checked(string step, int result) =>
        result >= 0 ? result : throw new KvmException(step, Linux.Words(Marshal.GetLastPInvokeError()));

    private static nint Mapped(string step, nuint size, int flags, int file)
    {
        var where = Linux.Map(0, size, Linux.MayRead | Linux.MayWrite, flags, file, 0);
        return where != Linux.Unmapped ? where : throw new KvmException(step, Linux.Words(Marshal.GetLastPInvokeError()));
    }

    private static void Unmap(nint where, nuint size)
    {
        if (where != Linux.Unmapped)
        {
            _ = Linux.Unmap(where, size);
        }
    }

    private void Make(string device)
    {
        var kvm = Opened("open", Linux.Open(device, Linux.ReadAndWrite | Linux.CloseOnExec));
        var vm = Opened("KVM_CREATE_VM", Linux.Ioctl(kvm, KvmCalls.CreateVm, 0));
        memory = Mapped("mmap of the guest's memory", MemorySize, Linux.Shared | Linux.Anonymous, -1);
        var slot = new MemorySlot { Size = MemorySize, OurAddress = (ulong)memory };
        Checked("KVM_SET_USER_MEMORY_REGION", Linux.Ioctl(vm, KvmCalls.SetUserMemoryRegion, ref slot));
        vcpu = Opened("KVM_CREATE_VCPU", Linux.Ioctl(vm, KvmCalls.CreateVcpu, 0));
        stateSize = (nuint)Checked("KVM_GET_VCPU_MMAP_SIZE", Linux.Ioctl(kvm, KvmCalls.GetVcpuMapSize, 0));
        state = Mapped("mmap of the vCPU's state", stateSize, Linux.Shared, vcpu);
        EnterLongMode();
    }

    private int Opened(string step, int file)
    {
        files.Push(Checked(step, file));
        return file;
    }

    // Three tables map the first 2 MiB to themselves by one large page; flat segments as long mode wants them.
    private void EnterLongMode()
    {
        Marshal.WriteInt64(memory + TopTableAt, MiddleTableAt | PresentAndWritable);
        Marshal.WriteInt64(memory + MiddleTableAt, LowTableAt | PresentAndWritable);
        Marshal.WriteInt64(memory + LowTableAt, LargePage | PresentAndWritable);

        var special = default(SpecialRegisters);
        Checked("KVM_GET_SREGS", Linux.Ioctl(vcpu, KvmCalls.GetSpecialRegisters, ref special));
        special.Cs = new Segment { Limit = uint.MaxValue, Selector = 8, Type = 11, Present = 1, CodeOrData = 1, Long = 1, InPages = 1 };
        var data = new Segment { Limit = uint.MaxValue, Selector = 16, Type = 3, Present = 1, CodeOrData = 1, Big = 1, InPages = 1 };
        (special.Ds, special.Es, special.Fs, special.Gs, special.Ss) = (data, data, data, data, data);
        (special.Cr0, special.Cr3, special.Cr4, special.Efer) = (Cr0, TopTableAt, Cr4, Efer);
        Checked("KVM_SET_SREGS", Linux.Ioctl(vcpu, KvmCalls.SetSpecialRegisters, ref special));
    }
}
