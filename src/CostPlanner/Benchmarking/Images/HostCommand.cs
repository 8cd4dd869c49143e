using System.Collections.Immutable;
using System.Text;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>One run of a program of this machine: it ends by itself within its deadline, or is ended with all that it started.</summary>
/// <param name="Program">Which.</param>
/// <param name="Deadline">How long it may take.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record HostCommand(HostProgram Program, TimeSpan Deadline, params ImmutableArray<string> Arguments)
{
    private const int LinesQuoted = 3;
    private const int MostKept = 256 << 20;

    private static readonly TimeSpan ForLastWords = TimeSpan.FromSeconds(5);

    /// <summary>Variables set beside those of this process.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty.Add("LC_ALL", "C");

    /// <summary>The folder it runs in; null for that of this process.</summary>
    public string? Folder { get; init; }

    /// <summary>What it is called for scripts when it fails.</summary>
    public string Code { get; init; } = "command-failed";

    /// <summary>What the user may do about its failure, or null.</summary>
    public Message? Mend { get; init; }

    /// <summary>Runs it and returns what it wrote, as text; whatever goes wrong is thrown as trouble.</summary>
    public string Run(CancellationToken calledOff) => Encoding.UTF8.GetString(RunForBytes(calledOff));

    /// <summary>The same, as bytes.</summary>
    public byte[] RunForBytes(CancellationToken calledOff)
    {
        var run = Finish(calledOff);
        return run.ExitCode == 0 ? run.OutputBytes : throw Trouble(Message.Of(
            "command-failed.ended", ("command", Program.Name), ("code", run.ExitCode ?? -1), ("said", LastWords(run.Errors))));
    }

    /// <summary>The same, as text, both streams together: for a program that tells its version on the wrong one.</summary>
    public string RunForAllText(CancellationToken calledOff)
    {
        var run = Finish(calledOff);
        return run.Output + run.Errors;
    }

    private ProgramRun Finish(CancellationToken calledOff)
    {
        var setting = new ProgramSetting { Folder = Folder, Variables = Variables, MostKept = MostKept, ForLastWords = ForLastWords };
        var run = ProgramRun.Of(Program.Locate() ?? throw new ImageException(Program.Missing()), Arguments, Deadline, setting, calledOff);
        return run switch
        {
            { Refused: { } refused } => throw Trouble(Message.Of("command-failed.not-started", ("command", Program.Name), ("why", refused))),
            { TimedOut: true } => throw Trouble(Message.Of(
                "command-failed.too-long", ("command", Program.Name), ("seconds", Deadline.TotalSeconds))),
            { IsWhole: false } => throw Trouble(Message.Of("command-failed.not-whole", ("command", Program.Name))),
            _ => run,
        };
    }

    private ImageException Trouble(Message what) => ImageException.Of(Code, what, Program.Name, Mend);

    private static string LastWords(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : ": " + string.Join(" | ", lines.TakeLast(LinesQuoted));
    }
}
