using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CostPlanner.Benchmarking.Runs.Plans;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>One ssh process: its input is the bundle, the request, and from then on the life line; its output are lines.</summary>
internal sealed class SshSession : IDisposable
{
    private const int MostErrors = 16 * 1024;

    /// <summary>How long the other side may take to clean up after the life line was let go, before we leave it alone.</summary>
    private static readonly TimeSpan ToCleanUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan ForLastWords = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly Task errorsRead;
    private readonly CancellationTokenSource over = new();
    private Task sending = Task.CompletedTask;

    private SshSession(Process process)
    {
        this.process = process;
        errorsRead = Task.Run(ReadErrors);
    }

    /// <summary>What the session says: lines of what ssh's output is.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Why the bundle could not be sent, other than that nobody took it; null where it could.</summary>
    public string? NotSent { get; private set; }

    /// <summary>What ssh and the other side said beside the lines.</summary>
    public string Errors
    {
        get
        {
            errorsRead.Wait(ForLastWords);
            lock (errors)
            {
                return errors.ToString();
            }
        }
    }

    /// <summary>Starts ssh; null where it cannot be started.</summary>
    public static SshSession? Start(string ssh, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(ssh, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";
        try
        {
            return new SshSession(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Sends the bundle and the request from a thread of its own, then a beat now and then until the session is let go.</summary>
    public void Send(Bundle bundle, RunRequest request, TimeSpan beat) => sending = Task.Factory.StartNew(
        () =>
        {
            try
            {
                var input = new OutgoingStream(process.StandardInput.BaseStream, over.Token);
                bundle.Write(input);
                input.Write(Encoding.UTF8.GetBytes(RunRequestJson.Line(request) + "\n"));
                while (!over.Token.WaitHandle.WaitOne(beat))
                {
                    input.Write("\n"u8);
                }
            }
            catch (EndOfStreamException)
            {
                // The other side ended early; its exit code tells why.
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                // A file of ours, which nobody else can tell.
                NotSent = wrong.Message;
            }
            catch (OperationCanceledException)
            {
                // The session is let go.
            }
            finally
            {
                CloseInput();
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Lets the life line go: the other side calls its run off and cleans up; ssh is ended where that takes too long.</summary>
    public void LetGo()
    {
        over.Cancel();
        _ = Task.Delay(ToCleanUp).ContinueWith(_ => Kill(), TaskScheduler.Default);
    }

    /// <summary>Waits for ssh to be gone, for a while, then ends it.</summary>
    /// <returns>Its exit code; null where it had to be ended.</returns>
    public int? End()
    {
        over.Cancel();
        var inTime = process.WaitForExit(ToCleanUp);
        Kill();
        process.WaitForExit(ForLastWords);
        sending.Wait(ForLastWords);
        return inTime ? process.ExitCode : null;
    }

    /// <summary>Ends ssh now, with what it started (the ssh of a jump host).</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended on its own meanwhile.
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
        over.Dispose();
    }

    private void CloseInput()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Nobody reads it.
        }
    }

    private void ReadErrors()
    {
        var buffer = new char[4096];
        try
        {
            for (int count; (count = process.StandardError.Read(buffer)) > 0;)
            {
                lock (errors)
                {
                    errors.Append(buffer, 0, count);

                    // The last words are those that tell.
                    errors.Remove(0, Math.Max(0, errors.Length - MostErrors));
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The session is over.
        }
    }
}
