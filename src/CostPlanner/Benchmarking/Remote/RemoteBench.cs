using System.Collections.Immutable;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>A run on another host over one session of the system's ssh: nothing is installed there, nothing is left there.</summary>
/// <param name="Target">The host.</param>
/// <param name="Bundle">What it is given.</param>
/// <param name="Folder">The folder for the record, here.</param>
/// <param name="Read">Reads records.</param>
/// <param name="Words">Says what a record is written with here.</param>
public sealed record RemoteBench(RemoteTarget Target, Bundle Bundle, string Folder, RecordReader Read, MessageWording Words)
{
    /// <summary>The arguments of the program over there: it takes the request from its input.</summary>
    public static ImmutableArray<string> Arguments { get; } = ["bench", "run", "--plan-from-stdin"];

    /// <summary>Options of ssh that stand before ours: for tests with a server of their own.</summary>
    internal ImmutableArray<string> SshOptions { get; init; } = [];

    /// <summary>How often the life line is felt.</summary>
    internal TimeSpan Beat { get; init; } = RemoteReporter.Beat;

    /// <summary>How long a run may say nothing at all. No step is so long.</summary>
    internal TimeSpan Silence { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest line that is read; a record is one.</summary>
    internal int LongestLine { get; init; } = 256 << 20;

    /// <summary>Runs it and waits for its end; calling it off lets the life line go, and what came home until then is kept.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="say">Takes progress, from the thread that calls.</param>
    /// <param name="calledOff">Calls the run off.</param>
    public RemoteOutcome Run(RunRequest request, Action<RunProgress> say, CancellationToken calledOff)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(say);
        if (HostProgram.Ssh.Locate() is not { } ssh)
        {
            return Without(HostProgram.Ssh.Missing());
        }

        using var session = SshSession.Start(ssh, SshCommand.Arguments(Target, SshOptions, RemoteScript.Of(Bundle, Arguments)));
        if (session is null)
        {
            return Without(HostProgram.Ssh.Missing());
        }

        say(new RunProgress(RunMoment.Phase, TimeSpan.Zero, null, null, null, null,
            Message.Of("progress.bundle", ("mebibytes", Bundle.Bytes >> 20), ("host", Target.ToString()))));
        var home = new RemoteTranscript(this, request, say);
        using (calledOff.Register(() => home.Stop(session, RejectReason.Interrupted)))
        using (var silence = new Timer(_ => home.Stop(session, RejectReason.ConnectionLost)))
        {
            session.Send(Bundle, request, Beat);
            home.Listen(session, () => silence.Change(Silence, Timeout.InfiniteTimeSpan));
            return home.Ended(session);
        }
    }

    private static RemoteOutcome Without(Finding finding) => new(null, null, null, null, [finding]);
}
