using System.CommandLine;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>The command line: its commands, and how everything that can go wrong ends.</summary>
public static class CommandLine
{
    private const string TypeExpected = " as expected type '";

    /// <summary>Runs the command that the arguments name and returns the exit code.</summary>
    public static int Run(string[] args, Terminal terminal) => Invoke(Commands(terminal), args, terminal);

    /// <summary>Every command with its options.</summary>
    public static RootCommand Commands(Terminal terminal) =>
        new("What a virtual estate costs on vSphere, KVM and Xen: hosts, licences and money from an inventory.")
        {
            InspectCommand.Create(terminal),
            NewCommand.Create(terminal),
            CaseCommand.Create(terminal),
            WhatIfCommand.Create(terminal),
            BreakEvenCommand.Create(terminal),
            RunwayCommand.Create(terminal),
            QuoteCommand.Create(terminal),
            PricesCommand.Create(terminal),
            PackCommand.Create(terminal),
            BenchCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            GuideCommand.Create(terminal),
        };

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            terminal.Error.WriteLine($"error: {InWords(error.Message)}");
        }

        terminal.Error.WriteLine(Words.Of("commands.command-line.refuse"));
        return ExitCode.YourInput;
    }

    /// <summary>The parser names types of the language; the user is told what they hold.</summary>
    private static string InWords(string message) => message.IndexOf(TypeExpected, StringComparison.Ordinal) is >= 0 and var at
        ? Words.Of(
            "commands.command-line.is-expected",
            ("message", message[..at]),
            (
                "contains",
                message[at..].Contains("Int", StringComparison.Ordinal)
                    ? Words.Of("commands.command-line.a-whole-number")
                    : Words.Of("commands.command-line.a-number")))
        : message;

    private static int Invoke(RootCommand root, string[] args, Terminal terminal)
    {
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                return Refuse(parsed, terminal);
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = terminal.Out,
                Error = terminal.Error,
            });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (DiskFullException.IsMeantBy(error))
        {
            var said = (error as DiskFullException)?.Words is { } words ? Sentences.Of(words) : Words.Of(
                "commands.command-line.a-disk-is-full",
                ("message", error.Message));
            return Ended(terminal, ExitCode.MachineCannot, said);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Ended(terminal, ExitCode.YourInput, error.Message);
        }
        catch (OutOfMemoryException)
        {
            return Ended(terminal, ExitCode.YourInput, Words.Of("commands.command-line.invoke"));
        }
        catch (Exception error)
        {
            return Ended(
                terminal,
                ExitCode.OurFault,
                Words.Of("commands.command-line.invoke-this-is-a", ("get-type", error.GetType().Name), ("message", error.Message)),
                Words.Of("commands.command-line.invoke-please-report-it"),
                Environment.GetEnvironmentVariable("COSTPLANNER_TRACE") == "1" ? error.StackTrace ?? "" : "");
        }
    }

    /// <summary>Says how it ended, unless the stream for errors is what cannot be written to.</summary>
    private static int Ended(Terminal terminal, int code, string error, params string[] lines)
    {
        try
        {
            terminal.Error.WriteLine($"error: {error}");
            foreach (var line in lines.Where(line => line.Length > 0))
            {
                terminal.Error.WriteLine(line);
            }
        }
        catch (IOException)
        {
            // Nobody hears; the exit code says it.
        }

        return code;
    }
}
