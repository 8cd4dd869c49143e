using System.CommandLine;

namespace CostPlanner.Cli;

/// <summary>bench: candidate servers, measured with KVM guests.</summary>
internal static class BenchCommand
{
    public static Command Create(Terminal terminal) => new("bench", "Candidate servers, measured with KVM guests.")
    {
        BenchCompareCommand.Create(terminal),
        BenchApplyCommand.Create(terminal),
    };
}
