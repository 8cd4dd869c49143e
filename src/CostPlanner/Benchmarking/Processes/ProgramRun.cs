using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>How a program of ours ended, and what it said.</summary>
/// <param name="ExitCode">Its exit code, also that of a signal; null when it was ended at its deadline or never started.</param>
/// <param name="Output">What it wrote to standard output, cut at the limit.</param>
/// <param name="Errors">What it wrote to standard error, cut at the limit.</param>
/// <param name="Trouble">Why there is no exit code, in words; null when there is one.</param>
/// <param name="TimedOut">Whether it was ended at its deadline.</param>
internal sealed record ProgramRun(int? ExitCode, string Output, string Errors, string? Trouble, bool TimedOut)
{
    /// <summary>What is kept of each stream; the rest is read and dropped, so that a program that floods does not stall.</summary>
    private const int MostKept = 64 * 1024;

    /// <summary>How long an ended program may take to be gone, and its streams to close.</summary>
    private static readonly TimeSpan ForLastWords = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a program to its end, or ends it with its group and all that it started at the deadline or when the run is called off; the latter throws.</summary>
    /// <remarks>The calling thread waits, so that it outlives a child that asked to die with the thread that started it.</remarks>
    public static ProgramRun Of(string program, IEnumerable<string> arguments, TimeSpan deadline, CancellationToken calledOff = default)
    {
        calledOff.ThrowIfCancellationRequested();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            return new ProgramRun(null, "", "", $"{program} could not be started: {refused.Message}", false);
        }

        process.StandardInput.Close();
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        var streams = new[] { Keep(process.StandardOutput, output), Keep(process.StandardError, errors) };
        bool hasEnded;
        using (calledOff.Register(() => ProcessGroup.End(process)))
        {
            hasEnded = process.WaitForExit(deadline);
        }

        if (!hasEnded)
        {
            ProcessGroup.End(process);
            process.WaitForExit(ForLastWords);
        }

        // What the program left behind may hold its pipes open: wait for the last words, but not for ever.
        Task.WaitAll(streams, ForLastWords);
        calledOff.ThrowIfCancellationRequested();
        return new ProgramRun(
            hasEnded ? process.ExitCode : null,
            Text(output),
            Text(errors),
            hasEnded ? null : FormattableString.Invariant($"{program} did not end within {deadline.TotalSeconds:0.##} s and was killed"),
            !hasEnded);
    }

    private static Task Keep(StreamReader from, StringBuilder to) => Task.Run(async () =>
    {
        var buffer = new char[4096];
        try
        {
            for (int count; (count = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                lock (to)
                {
                    to.Append(buffer, 0, Math.Min(count, MostKept - to.Length));
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The run is over and nobody listens any more.
        }
    });

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
