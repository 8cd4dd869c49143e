using CostPlanner.Model;
using Spectre.Console;

namespace CostPlanner.Cli;

/// <summary>Where a command writes: results to one stream, errors to another, progress only where a person watches; and whether the person called the work off.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool ShowsProgress, CancellationToken Interrupted = default)
{
    private const string AtLeast = "at least ";
    private const string NoAnswer = "no answer";

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess(CancellationToken interrupted) =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected && !Console.IsOutputRedirected, interrupted);

    /// <summary>Every finding on a line of its own, errors first, to the error stream.</summary>
    public void Write(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            Error.WriteLine($"{Word(finding.Severity)}: {finding}");
        }
    }

    /// <summary>Rows with their columns aligned; numbers to the right.</summary>
    public void Write(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        var widths = headers.Select((header, column) => all.Select(row => row[column].Length).Append(header.Length).Max()).ToArray();
        foreach (var row in all.Prepend(headers))
        {
            Out.WriteLine(string.Join("  ", row.Select((cell, column) => IsNumeric(all, column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>Does long work under a spinner that names it; without a spinner where nobody watches.</summary>
    public T While<T>(string doing, Func<T> work) => While(doing, _ => work());

    /// <summary>The same for work that tells how far it is.</summary>
    public T While<T>(string doing, Func<Action<string>, T> work)
    {
        Interrupted.ThrowIfCancellationRequested();
        if (!ShowsProgress)
        {
            return work(_ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
        return console.Status().Start(Markup.Escape(doing), status => work(now => status.Status(Markup.Escape(now))));
    }

    /// <summary>Does work of so many parts under a bar that shows how many are done; the parts tell, on any thread.</summary>
    public T Counting<T>(string doing, int parts, Func<Action, T> work)
    {
        Interrupted.ThrowIfCancellationRequested();
        if (!ShowsProgress)
        {
            return work(() => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
        return console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
        {
            var task = progress.AddTask(Markup.Escape(doing), maxValue: parts);
            return work(() => task.Increment(1));
        });
    }

    /// <summary>Whether a column has numbers, or words in the place of one.</summary>
    private static bool IsNumeric(List<IReadOnlyList<string>> rows, int column) => rows.Count > 0 && rows.All(row => IsNumeric(row[column]));

    private static bool IsNumeric(string cell) =>
        cell is "" or NoAnswer || char.IsAsciiDigit((cell.StartsWith(AtLeast, StringComparison.Ordinal) ? cell[AtLeast.Length..] : cell).TrimStart('-', '−', '+').FirstOrDefault('x'));

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
