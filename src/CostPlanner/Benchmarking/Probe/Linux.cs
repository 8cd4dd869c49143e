using System.Runtime.InteropServices;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>The calls of the C library that benchmarking needs; numbers are those of Linux on x86-64.</summary>
internal static class Linux
{
    public const int ReadAndWrite = 2;
    public const int CloseOnExec = 0x80000;
    public const int Direct = 0x4000;

    /// <summary>What is not looked at again, for posix_fadvise.</summary>
    public const int NotNeeded = 4;

    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int NoProcess = 3;
    public const int Interrupted = 4;
    public const int TryAgain = 11;
    public const int AccessDenied = 13;
    public const int NotADirectory = 20;

    public const int MayRead = 1;
    public const int MayWrite = 2;
    public const int MayExecute = 4;
    public const int Shared = 1;
    public const int Private = 2;
    public const int Anonymous = 0x20;

    public const int SetParentDeathSignal = 1;
    public const int Kill = 9;

    /// <summary>What mmap returns when it fails.</summary>
    public const nint Unmapped = -1;

    /// <summary>What an error number means.</summary>
    public static string Words(int error) => Marshal.GetPInvokeErrorMessage(error);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "close")]
    public static extern int Close(int file);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static extern int Ioctl(int file, nuint request, nint argument);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static extern int Ioctl(int file, nuint request, ref MemorySlot argument);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static extern int Ioctl(int file, nuint request, ref Registers argument);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static extern int Ioctl(int file, nuint request, ref SpecialRegisters argument);

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static extern nint Map(nint where, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    public static extern int Protect(nint where, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    public static extern int Unmap(nint where, nuint length);

    [DllImport("libc", EntryPoint = "prctl")]
    public static extern int ProcessControl(int what, nuint argument, nuint third, nuint fourth, nuint fifth);

    [DllImport("libc", EntryPoint = "setsid")]
    public static extern int NewSession();

    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int Parent();

    [DllImport("libc", EntryPoint = "alarm")]
    public static extern uint Alarm(uint seconds);

    [DllImport("libc", EntryPoint = "sched_getcpu")]
    public static extern int CurrentCpu();

    [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    public static extern int SetAffinity(int thread, nuint size, byte[] mask);

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    public static extern int Advise(int file, nint offset, nint length, int advice);

    [DllImport("libc", EntryPoint = "lchown", SetLastError = true)]
    public static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    public static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
