using System.CommandLine;

namespace CostPlanner.Cli;

/// <summary>bench: guests on a candidate server, and what they need.</summary>
internal static class BenchCommand
{
    public static Command Create(Terminal terminal) => new("bench", "Measure a candidate server with KVM guests.") { BenchImageCommand.Create(terminal) };
}
