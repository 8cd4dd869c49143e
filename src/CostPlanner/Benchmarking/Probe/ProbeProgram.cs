using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>The program that runs the probe, and how it is called: as a rule this very program with its hidden command.</summary>
/// <param name="Path">The program; its full path, or a name on the path.</param>
/// <param name="Arguments">What stands before the probe's own arguments.</param>
public sealed record ProbeProgram(string Path, ImmutableArray<string> Arguments)
{
    /// <summary>Runs the probe in a child process; at the deadline it is killed with its group.</summary>
    public ProbeAnswer Ask(string device, TimeSpan deadline, CancellationToken calledOff = default)
    {
        var run = ProgramRun.Of(Path, [.. Arguments, .. Own(device, deadline)], deadline, calledOff);
        return run switch
        {
            { TimedOut: true } => ProbeAnswer.Without(ProbeEnd.TimedOut, run.Trouble!),
            { Trouble: { } trouble } => ProbeAnswer.Without(ProbeEnd.NoAnswer, trouble),
            { ExitCode: not 0 } => ProbeAnswer.Without(ProbeEnd.NoAnswer, Message.Of("probe.ended", ("code", run.ExitCode!.Value))),
            _ => ProbeAnswer.Parse(run.Output),
        };
    }

    // The alarm comes after the deadline: it is for a child whose parent is gone.
    private static string[] Own(string device, TimeSpan deadline) =>
    [
        "--device", device,
        "--seconds", ((int)Math.Ceiling(deadline.TotalSeconds) + 1).ToString(CultureInfo.InvariantCulture),
        "--parent", Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
    ];
}
