using System.Collections.Immutable;
using System.Text;
using CostPlanner.Benchmarking.Remote;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>bench run --host: a run on another host over ssh; the record comes home.</summary>
internal static class RemoteRun
{
    private const string Program = "costplanner";

    public static int Run(Terminal terminal, RemoteTarget target, RunRequest request, string folder, bool json)
    {
        if (BenchRunCommand.GuestOf(terminal) is not { } guest)
        {
            return ExitCode.MachineCannot;
        }

        RemoteOutcome outcome;
        try
        {
            var bench = new RemoteBench(target, Bundle.Of(AppContext.BaseDirectory, Program, guest), folder, Read, Sentences.Of);
            outcome = RunScreen.Show(terminal, json, tell => Run(bench, request, tell, terminal.Interrupted));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"error: {unreadable.Message}");
            return ExitCode.MachineCannot;
        }

        terminal.Write(outcome.Findings);
        terminal.Interrupted.ThrowIfCancellationRequested();
        if (outcome.Run is not { } run)
        {
            terminal.Error.WriteLine(Words.Of("commands.remote-run.run", ("target", target.ToString())));
            return outcome.ExitCode is ExitCode.YourInput ? ExitCode.YourInput : ExitCode.MachineCannot;
        }

        var ended = BenchRunCommand.Ended(terminal, run, outcome.Path!, json);
        return outcome.Cut is null ? ended : ExitCode.MachineCannot;
    }

    /// <summary>The last line waits for the record, whose path it names.</summary>
    private static RemoteOutcome Run(RemoteBench bench, RunRequest request, Action<RunProgress> tell, CancellationToken calledOff)
    {
        RunProgress? last = null;
        var outcome = bench.Run(request, Hold, calledOff);
        if (last is not null)
        {
            tell(outcome.Path is { } path ? BenchRunCommand.WithPath(last, path) : last);
        }

        return outcome;

        void Hold(RunProgress progress)
        {
            if (progress.Moment == RunMoment.Ended)
            {
                last = progress;
            }
            else
            {
                tell(progress);
            }
        }
    }

    private static (BenchmarkRun? Run, ImmutableArray<Finding> Findings) Read(string text) =>
        MeasurementFile.Of(Words.Of("commands.remote-run.read"), Encoding.UTF8.GetBytes(text)) is var reading ? (reading.Value, reading.Findings) : default;
}
