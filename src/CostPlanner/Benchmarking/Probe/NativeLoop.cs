using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>The guest's loop on the host itself: what the CPU does when nothing stands between.</summary>
/// <remarks>
/// As a rule the very bytes that the guest runs, in an executable page, so that both sides differ in nothing but the guest.
/// Where the system refuses such a page, a loop in C# that is compiled to the same two instructions, a decrement and a jump:
/// it may lie otherwise towards the fetch blocks, which costs at most a fraction of what tells an emulated host.
/// </remarks>
internal sealed class NativeLoop : IDisposable
{
    private const nuint PageSize = 4096;

    private readonly nint page;
    private readonly CountDown run;

    private NativeLoop(nint page, CountDown run) => (this.page, this.run) = (page, run);

    private delegate void CountDown(ulong count);

    /// <summary>Whether it is the guest's own machine code, and not C#.</summary>
    public bool IsMachineCode => page != 0;

    public static NativeLoop Create()
    {
        var page = Linux.Map(0, PageSize, Linux.MayRead | Linux.MayWrite, Linux.Private | Linux.Anonymous, -1, 0);
        if (page == Linux.Unmapped)
        {
            return OfCSharp();
        }

        Marshal.Copy(LoopCode.NativeLoop, 0, page, LoopCode.NativeLoop.Length);
        if (Linux.Protect(page, PageSize, Linux.MayRead | Linux.MayExecute) != 0)
        {
            _ = Linux.Unmap(page, PageSize);
            return OfCSharp();
        }

        return new NativeLoop(page, Marshal.GetDelegateForFunctionPointer<CountDown>(page));
    }

    /// <summary>The loop where machine code cannot be had.</summary>
    public static NativeLoop OfCSharp() => new(0, InCSharp);

    /// <summary>Counts down from a count of 1 and above.</summary>
    public void Run(long count) => run((ulong)count);

    public void Dispose()
    {
        if (page != 0)
        {
            _ = Linux.Unmap(page, PageSize);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void InCSharp(ulong count)
    {
        unchecked
        {
            do
            {
                count--;
            }
            while (count != 0);
        }
    }
}
