using System.CommandLine;
namespace CostPlanner.Cli;

internal static class BenchCheckCommand
{
    public static Command Create(Terminal terminal) => new("check", "x");
}
