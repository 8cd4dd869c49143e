using System.Text;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>
/// The line home of a run that somebody asked for from another host: the request comes over it, progress and record go back, and when it is cut the run is
/// called off.
/// </summary>
/// <remarks>
/// The other side says a line now and then only to show that it is there. Silence is a cut too: a host whose network is gone says no farewell, and the ssh
/// server may take hours to notice.
/// </remarks>
public sealed class RemoteReporter : IDisposable
{
    /// <summary>How often the other side says that it is there.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>How long it may be silent.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int LongestLine = 1 << 16;
    private const long MostBytes = 1L << 30;

    private readonly Stream output;
    private readonly LimitedLines lines;
    private readonly TimeSpan patience;
    private readonly MessageWording words;
    private readonly CancellationTokenSource cut = new();
    private readonly TaskCompletionSource<byte[]?> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer silence;
    private readonly Lock oneAtATime = new();

    private RemoteReporter(Stream input, Stream output, TimeSpan patience, MessageWording words)
    {
        (this.output, this.patience, this.words) = (output, patience, words);
        lines = new LimitedLines(input, LongestLine, MostBytes);
        silence = new Timer(_ => Cut());
    }

    /// <summary>Cancelled when the line is cut, by whatever.</summary>
    public CancellationToken IsCut => cut.Token;

    /// <summary>What is asked for.</summary>
    public RunRequest Request { get; private set; } = null!;

    /// <summary>Waits for the request; what is none, or none that comes, is a <see cref="FormatException"/> with the reason.</summary>
    /// <param name="input">The line from home: the process's standard input.</param>
    /// <param name="output">The line to home: its standard output.</param>
    /// <param name="words">Says what goes home: lines hold texts.</param>
    public static RemoteReporter Open(Stream input, Stream output, MessageWording words) => Open(input, output, Patience, words);

    internal static RemoteReporter Open(Stream input, Stream output, TimeSpan patience, MessageWording words)
    {
        var line = new RemoteReporter(input, output, patience, words);
        new Thread(line.Listen) { IsBackground = true, Name = "home" }.Start();
        if (!line.first.Task.Wait(patience))
        {
            throw new FormatException(FormattableString.Invariant($"no request came within {patience.TotalSeconds:0.##} s"));
        }

        line.Request = RunRequestJson.Read(line.first.Task.Result ?? throw new FormatException("the line was cut before a request came"));
        return line;
    }

    /// <summary>Tells what is going on.</summary>
    public void Say(RunProgress progress) => Send(RunProgressJson.Line(progress, words));

    /// <summary>Tells something that the user should know.</summary>
    public void Say(Finding finding) => Send(RemoteMessage.Line(finding, words));

    /// <summary>Hands the record over as it is by now; the last one counts.</summary>
    public void Hand(BenchmarkRun run) => Send(RemoteMessage.Line(run, words));

    /// <summary>Stops watching. The thread that listens ends with its stream or with the process.</summary>
    public void Dispose()
    {
        lock (oneAtATime)
        {
            silence.Dispose();
        }
    }

    private void Send(string line)
    {
        lock (oneAtATime)
        {
            try
            {
                output.Write(Encoding.UTF8.GetBytes(line + "\n"));
                output.Flush();
            }
            catch (IOException)
            {
                // Nobody listens any more; the run ends by the token.
                Cut();
            }
        }
    }

    private void Listen()
    {
        try
        {
            while (lines.Next() is { } line)
            {
                first.TrySetResult(line);
                silence.Change(patience, Timeout.InfiniteTimeSpan);
            }
        }
        catch (Exception over) when (over is IOException or InvalidDataException or ObjectDisposedException)
        {
            // Whatever ended it, it is over.
        }

        first.TrySetResult(null);
        Cut();
    }

    private void Cut() => cut.Cancel();
}
