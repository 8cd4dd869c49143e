namespace CostPlanner.Benchmarking.Probe;

/// <summary>The few bytes of machine code (64-bit) that the probe runs; each takes its count, 1 and above, in rdi.</summary>
/// <remarks>
/// Each begins with the count's move to its register and nops up to byte 16, so that loops lie alike towards the CPU's fetch
/// blocks in guest and host. None touches memory or stack, so that nothing but the instructions themselves is measured.
/// </remarks>
internal static class LoopCode
{
    private const int LoopAt = 16;
    private const byte Nop = 0x90;

    private static readonly byte[] Halt = [0xF4];
    private static readonly byte[] Return = [0xC3];
    private static readonly byte[] CountInRcx = [0x48, 0x89, 0xF9]; // mov rcx, rdi
    private static readonly byte[] CountInR8 = [0x49, 0x89, 0xF8]; // mov r8, rdi

    // again: dec rcx; jnz again
    private static readonly byte[] CountDown = [0x48, 0xFF, 0xC9, 0x75, 0xFB];

    // again: xor eax, eax; xor ecx, ecx; cpuid; dec r8; jnz again
    private static readonly byte[] AskCpu = [0x31, 0xC0, 0x31, 0xC9, 0x0F, 0xA2, 0x49, 0xFF, 0xC8, 0x75, 0xF5];

    // again: out 0x10, al; dec rcx; jnz again
    private static readonly byte[] WritePort = [0xE6, 0x10, 0x48, 0xFF, 0xC9, 0x75, 0xF9];

    /// <summary>Counts down in the guest.</summary>
    public static byte[] GuestLoop { get; } = Code(CountInRcx, CountDown, Halt);

    /// <summary>The same bytes as a function of the host.</summary>
    public static byte[] NativeLoop { get; } = Code(CountInRcx, CountDown, Return);

    /// <summary>Asks for the CPU's identity: the guest leaves to the kernel and comes back, each time.</summary>
    public static byte[] CpuidLoop { get; } = Code(CountInR8, AskCpu, Halt);

    /// <summary>Writes a port that nobody has: the guest leaves to this process and comes back, each time.</summary>
    public static byte[] PortLoop { get; } = Code(CountInRcx, WritePort, Halt);

    private static byte[] Code(byte[] setUp, byte[] loop, byte[] end) =>
        [.. setUp, .. Enumerable.Repeat(Nop, LoopAt - setUp.Length), .. loop, .. end];
}
