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
            terminal.Error.WriteLine($"error: {Words(error.Message)}");
        }

        terminal.Error.WriteLine("costplanner --help lists the commands, costplanner COMMAND --help its options");
        return ExitCode.YourInput;
    }

    /// <summary>The parser names types of the language; the user is told what they hold.</summary>
    private static string Words(string message) => message.IndexOf(TypeExpected, StringComparison.Ordinal) is >= 0 and var at
        ? $"{message[..at]}: {(message[at..].Contains("Int", StringComparison.Ordinal) ? "a whole number" : "a number")} is expected"
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
            var said = (error as DiskFullException)?.Words is { } words ? Sentences.Of(words) : $"a disk is full: {error.Message}";
            return Ended(terminal, ExitCode.MachineCannot, said);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Ended(terminal, ExitCode.YourInput, error.Message);
        }
        catch (OutOfMemoryException)
        {
            return Ended(terminal, ExitCode.YourInput, "the input asks for more memory than there is; check that it is the right file");
        }
        catch (Exception error)
        {
            return Ended(
                terminal,
                ExitCode.OurFault,
                $"this is a bug in CostPlanner, not in your input: {error.GetType().Name}: {error.Message}",
                "Please report it with the command you ran and, if you may share it, the scenario; with COSTPLANNER_TRACE=1 the place in the code is printed.",
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
