using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Progress;
using Spectre.Console;

namespace CostPlanner.Cli;

/// <summary>
/// Where a command writes: results to one stream, errors to another, progress only where a person watches; and whether the person called the work off.
/// </summary>
/// <remarks>The only place that writes to the console: what passes through here is printable, whatever file it came from.</remarks>
/// <param name="Out">Where results go.</param>
/// <param name="Error">Where errors go.</param>
/// <param name="ShowsProgress">Whether a person watches.</param>
/// <param name="Interrupted">Cancelled when the person calls the work off.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool ShowsProgress, CancellationToken Interrupted = default)
{
    // What draws on a terminal steers it, so it gets the stream itself, and texts only through Marked.
    private readonly TextWriter drawn = Error;

    private Func<string, string>? hidden;

    /// <summary>Where results go, made printable.</summary>
    public TextWriter Out { get; } = new PrintableWriter(Out);

    /// <summary>Where errors go, made printable.</summary>
    public TextWriter Error { get; } = new PrintableWriter(Error);

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess(CancellationToken interrupted) =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected && !Console.IsOutputRedirected, interrupted);

    /// <summary>From now on every text passes this before it is written or drawn; null for as it is.</summary>
    internal void Hide(Func<string, string>? hide)
    {
        hidden = hide;
        foreach (var writer in new[] { Out, Error })
        {
            ((PrintableWriter)writer).Hide = hide;
        }
    }

    /// <summary>Every finding on a line of its own, errors first, to the error stream.</summary>
    public void Write(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            Error.WriteLine($"{Word(finding.Severity)}: {Sentences.Line(finding)}");
        }
    }

    /// <summary>Rows with their columns aligned; numbers to the right.</summary>
    public void Write(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Printable.OnOneLine)]).ToList();
        var widths = headers.Select((header, column) => all.Select(row => row[column].Length).Append(header.Length).Max()).ToArray();
        foreach (var row in all.Prepend(headers))
        {
            Out.WriteLine(
                string.Join(
                    "  ", row.Select((cell, column) => IsNumeric(all, column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
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

        return Screen().Status().Start(Drawn(doing), status => work(now => status.Status(Drawn(now))));
    }

    /// <summary>Does long work under a spinner that says how far it is.</summary>
    internal T Following<T>(StudyStage stage, Func<IProgress<StudyProgress>, T> work) =>
        While(ProgressWords.Of(new StudyProgress(stage)), say => work(new Told(progress => say(ProgressWords.Of(progress)))));

    /// <summary>Does work of so many parts under a bar that shows how many are done.</summary>
    internal T Counting<T>(StudyStage stage, int parts, Func<IProgress<StudyProgress>, T> work)
    {
        Interrupted.ThrowIfCancellationRequested();
        if (!ShowsProgress)
        {
            return work(new Told(_ => { }));
        }

        return Screen()
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
        {
            var task = progress.AddTask(Drawn(ProgressWords.Of(new StudyProgress(stage))), maxValue: parts);
            return work(new Told(_ => task.Increment(1)));
        });
    }

    /// <summary>What draws tables and bars where a person watches; every text of theirs passes <see cref="Marked"/>.</summary>
    internal IAnsiConsole Screen() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(drawn) });

    /// <summary>A text as it may be drawn: printable, on one line, and no markup.</summary>
    internal static string Marked(string text) => Markup.Escape(Printable.OnOneLine(text));

    private string Drawn(string text) => Marked(hidden is { } hide ? hide(text) : text);

    /// <summary>Whether a column has numbers, or words in the place of one.</summary>
    private static bool IsNumeric(List<IReadOnlyList<string>> rows, int column) => rows.Count > 0 && rows.All(row => Printed.IsFigure(row[column]));

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>Progress that is told at once, on the thread that made it.</summary>
    private sealed class Told(Action<StudyProgress> tell) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => tell(value);
    }
}
