using System.Runtime.InteropServices;
using CostPlanner.Benchmarking.Probe;

namespace CostPlanner.Tests.Benchmarking.Probe;

public sealed class LoopCodeTests
{
    private const int LoopAt = 16;
    private const byte JumpIfNotZero = 0x75;

    [Fact]
    public void Each_jump_leads_back_to_the_start_of_its_loop() => Assert.All(
        new[] { LoopCode.GuestLoop, LoopCode.NativeLoop, LoopCode.CpuidLoop, LoopCode.PortLoop },
        code =>
        {
            // ... jnz distance, end: the distance counts from the end.
            Assert.Equal(JumpIfNotZero, code[^3]);
            Assert.Equal(LoopAt, code.Length - 1 + unchecked((sbyte)code[^2]));
        });

    [Fact]
    public void Guest_and_host_run_the_same_bytes_but_for_the_end() => Assert.Equal(LoopCode.GuestLoop[..^1], LoopCode.NativeLoop[..^1]);

    [Fact]
    public void The_hosts_loop_runs_and_returns()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64, "the loop is machine code of x86-64");
        using var loop = NativeLoop.Create();
        loop.Run(1);
        loop.Run(100_000);
        Assert.True(loop.IsMachineCode);
    }

    [Fact]
    public void Where_no_page_may_be_run_a_loop_of_csharp_counts()
    {
        using var loop = NativeLoop.OfCSharp();
        loop.Run(1);
        loop.Run(100_000);
        Assert.False(loop.IsMachineCode);
    }
}
