using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>How a program of ours ended, and what it said.</summary>
/// <param name="ExitCode">Its exit code, also that of a signal; null when it was ended at its deadline or never started.</param>
/// <param name="OutputBytes">What it wrote to standard output, cut at the limit.</param>
/// <param name="Errors">What it wrote to standard error, cut at the limit.</param>
/// <param name="Trouble">Why there is no exit code; null when there is one.</param>
internal sealed record ProgramRun(int? ExitCode, byte[] OutputBytes, string Errors, Message? Trouble)
{
    /// <summary>Whether it was ended at its deadline.</summary>
    public bool TimedOut { get; private init; }

    /// <summary>Why it could not be started, in the system's words; null when it was.</summary>
    public string? Refused { get; private init; }

    /// <summary>Whether all that it wrote was kept, to the ends of its streams.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>What it wrote to standard output, as text.</summary>
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>
    /// Runs a program to its end, or ends it with its group and all that it started at the deadline or when the run is called off; the latter throws.
    /// </summary>
    /// <remarks>The calling thread waits, so that it outlives a child that asked to die with the thread that started it.</remarks>
    public static ProgramRun Of(string program, IEnumerable<string> arguments, TimeSpan deadline, CancellationToken calledOff = default) =>
        Of(program, arguments, deadline, ProgramSetting.Usual, calledOff);

    /// <summary>The same, in a folder, with variables and limits of its own.</summary>
    public static ProgramRun Of(string program, IEnumerable<string> arguments, TimeSpan deadline, ProgramSetting setting, CancellationToken calledOff)
    {
        calledOff.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartOf(program, arguments, setting) };
        try
        {
            process.Start();
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            return new ProgramRun(null, [], "",
                Message.Of("program.not-started", ("program", program), ("why", refused.Message))) { Refused = refused.Message };
        }

        process.StandardInput.Close();
        var (output, errors) = (
            new KeptStream(process.StandardOutput.BaseStream, setting.MostKept), new KeptStream(process.StandardError.BaseStream, setting.MostKept));
        bool hasEnded;
        using (calledOff.Register(() => ProcessGroup.End(process)))
        {
            hasEnded = process.WaitForExit(deadline);
        }

        if (!hasEnded)
        {
            ProcessGroup.End(process);
            process.WaitForExit(setting.ForLastWords);
        }

        // What the program left behind may hold its pipes open: wait for the last words, but not for ever.
        Task.WaitAll([output.Closed, errors.Closed], hasEnded ? setting.ForWholeOutput : setting.ForLastWords);
        calledOff.ThrowIfCancellationRequested();
        return new ProgramRun(
            hasEnded ? process.ExitCode : null,
            output.Kept(),
            Encoding.UTF8.GetString(errors.Kept()),
            hasEnded ? null : Message.Of("program.killed", ("program", program), ("seconds", deadline.TotalSeconds)))
        {
            TimedOut = !hasEnded,
            IsWhole = output.IsWhole && errors.IsWhole,
        };
    }

    private static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments, ProgramSetting setting)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = setting.Folder ?? "",
        };
        foreach (var (name, value) in setting.Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
