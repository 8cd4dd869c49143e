using CostPlanner.Benchmarking.Processes;

namespace CostPlanner.Tests.Given;

/// <summary>The QEMU of this machine; a test that asks for it is skipped, visibly, where there is none.</summary>
internal static class RealQemu
{
    public static void OrSkip() => Assert.SkipWhen(HostProgram.Qemu.Locate() is null, "there is no QEMU on this machine");
}
