using System.CommandLine;

namespace CostPlanner.Cli;

/// <summary>bench: candidate servers and the guests that measure them.</summary>
internal static class BenchCommand
{
    public static Command Create(Terminal terminal) => new("bench", "Measure a candidate server by guests on KVM.")
    {
        BenchCheckCommand.Create(terminal),
        BenchImageCommand.Create(terminal),
        BenchRunCommand.Create(terminal),
        BenchShowCommand.Create(terminal),
        BenchCompareCommand.Create(terminal),
        BenchApplyCommand.Create(terminal),
        BenchProbeCommand.Create(terminal),
    };
}
