using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CostPlanner.Benchmarking.Images;

/// <summary>One run of a program of this machine: it ends by itself within its deadline, or is ended with all that it started.</summary>
/// <param name="Program">Which.</param>
/// <param name="Deadline">How long it may take.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record HostCommand(HostProgram Program, TimeSpan Deadline, params ImmutableArray<string> Arguments)
{
    private const int LinesQuoted = 3;

    private static readonly TimeSpan ForLastWords = TimeSpan.FromSeconds(5);

    /// <summary>Variables set beside those of this process.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty.Add("LC_ALL", "C");

    /// <summary>The folder it runs in; null for that of this process.</summary>
    public string? Folder { get; init; }

    /// <summary>What it is called for scripts when it fails.</summary>
    public string Code { get; init; } = "command-failed";

    /// <summary>What the user may do about its failure, or null.</summary>
    public string? Mend { get; init; }

    /// <summary>Runs it and returns what it wrote, as text; whatever goes wrong is thrown as trouble, in words.</summary>
    public string Run(CancellationToken calledOff) => Encoding.UTF8.GetString(RunForBytes(calledOff));

    /// <summary>The same, as bytes.</summary>
    public byte[] RunForBytes(CancellationToken calledOff)
    {
        var (output, errors, exitCode) = Finish(calledOff);
        return exitCode == 0 ? output : throw Trouble($"ended with code {exitCode.ToString(CultureInfo.InvariantCulture)}{LastWords(errors)}");
    }

    /// <summary>The same, as text, both streams together: for a program that tells its version on the wrong one.</summary>
    public string RunForAllText(CancellationToken calledOff)
    {
        var (output, errors, _) = Finish(calledOff);
        return Encoding.UTF8.GetString(output) + errors;
    }

    private (byte[] Output, string Errors, int ExitCode) Finish(CancellationToken calledOff)
    {
        calledOff.ThrowIfCancellationRequested();
        using var process = Started();
        var output = Task.Run(() => Drained(process.StandardOutput.BaseStream), CancellationToken.None);
        var errors = Task.Run(() => Drained(process.StandardError.BaseStream), CancellationToken.None);
        using var kill = calledOff.Register(() => process.Kill(entireProcessTree: true));
        var inTime = process.WaitForExit(Deadline);
        if (!inTime)
        {
            process.Kill(entireProcessTree: true);
        }

        // A child that outlives the program may hold its pipes open: wait for the last lines, but not for ever.
        var whole = Task.WaitAll([output, errors], (int)ForLastWords.TotalMilliseconds, CancellationToken.None);
        calledOff.ThrowIfCancellationRequested();
        if (!inTime || !whole)
        {
            throw Trouble(FormattableString.Invariant($"did not finish within {Deadline.TotalSeconds:0} seconds and was ended"));
        }

        return (output.Result, Encoding.UTF8.GetString(errors.Result), process.ExitCode);
    }

    private Process Started()
    {
        var start = new ProcessStartInfo(Program.Locate() ?? throw new ImageTrouble(Program.Missing()), Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder ?? "",
        };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception trouble)
        {
            throw Trouble($"could not be started: {trouble.Message}");
        }
    }

    private ImageTrouble Trouble(string what) => ImageTrouble.Of(Code, $"{Program.Name} {what}", Program.Name, Mend);

    private static byte[] Drained(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static string LastWords(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : ": " + string.Join(" | ", lines.TakeLast(LinesQuoted));
    }
}
