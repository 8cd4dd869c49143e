using System.Diagnostics;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Remote;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>
/// bench run --plan-from-stdin: the side of a remote run that measures. All that it has to say goes home over standard output; when standard input ends, so
/// does the run.
/// </summary>
internal static class RemoteAgent
{
    /// <summary>Records travel whole: one after each replicate would be many times the same.</summary>
    private static readonly TimeSpan BetweenRecords = TimeSpan.FromMinutes(5);

    public static int Run(Terminal terminal, string device)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        try
        {
            using var home = RemoteReporter.Open(input, output, Sentences.Of);
            using var calledOff = CancellationTokenSource.CreateLinkedTokenSource(home.IsCut, terminal.Interrupted);
            return Run(home, device, calledOff.Token);
        }
        catch (FormatException wrong)
        {
            terminal.Error.WriteLine($"error: {wrong.Message}");
            return ExitCode.YourInput;
        }
    }

    private static int Run(RemoteReporter home, string device, CancellationToken calledOff)
    {
        var (guest, broken) = Bundle.GuestBeside(AppContext.BaseDirectory);
        if (guest is null)
        {
            home.Say(Bundle.Trouble(broken));
            return ExitCode.MachineCannot;
        }

        var prepared = PreparedRun.Of(home.Request, HostCheck.Run(device, ThisProgram.AsProbe(), calledOff), guest.Image);
        if (prepared.Problem is { } problem)
        {
            home.Say(problem);
            return ExitCode.MachineCannot;
        }

        var sinceHanded = Stopwatch.StartNew();
        home.Hand(BenchRun.Do(prepared, earlier: null, new RunListener(home.Say, HandNowAndThen), calledOff));
        return ExitCode.Done;

        void HandNowAndThen(BenchmarkRun record)
        {
            if (sinceHanded.Elapsed > BetweenRecords)
            {
                home.Hand(record);
                sinceHanded.Restart();
            }
        }
    }
}
