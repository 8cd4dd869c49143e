using CostPlanner.Cli;

namespace CostPlanner.Tests.Cli;

/// <summary>What a command line came to: the exit code and both streams.</summary>
internal sealed record Run(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command line in this process.</summary>
    public static Run Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, new Terminal(output, error, false));
        return new Run(code, output.ToString(), error.ToString());
    }
}
