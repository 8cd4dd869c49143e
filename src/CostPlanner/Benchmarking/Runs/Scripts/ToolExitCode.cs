using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>The exit code of a tool as a message tells it.</summary>
internal static class ToolExitCode
{
    /// <summary>The code; a tool that was ended has none.</summary>
    public static MessageValue Of(int? exitCode) => exitCode is { } code ? code : Message.Of("tool.no-code");
}
