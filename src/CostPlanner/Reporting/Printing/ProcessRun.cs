using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CostPlanner.Reporting.Printing;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; meaningless when it was refused or ended.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
/// <param name="TimedOut">Whether it was ended because it took too long.</param>
/// <param name="Refused">Why it could not be started, or null.</param>
internal sealed record ProcessRun(int ExitCode, string Output, string Errors, bool TimedOut, string? Refused)
{
    private static readonly TimeSpan ForLastWords = TimeSpan.FromSeconds(2);

    /// <summary>Runs a program to its end, or ends it and all that it started, when it takes too long or the run is called off; the latter throws.</summary>
    public static ProcessRun Of(string program, IEnumerable<string> arguments, TimeSpan patience, CancellationToken calledOff = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = new Process { StartInfo = start };
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        try
        {
            process.Start();
        }
        catch (Exception trouble) when (trouble is Win32Exception or InvalidOperationException)
        {
            return new ProcessRun(0, "", "", false, trouble.Message);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var kill = calledOff.Register(() => process.Kill(entireProcessTree: true));
        var hasEnded = process.WaitForExit(patience);
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
        }

        // A child that outlives the program may hold its pipes open: wait for the last lines, but not for ever.
        Task.Run(process.WaitForExit, CancellationToken.None).Wait(ForLastWords, CancellationToken.None);
        calledOff.ThrowIfCancellationRequested();
        return new ProcessRun(hasEnded ? process.ExitCode : 0, Text(output), Text(errors), !hasEnded, null);
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append('\n');
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
