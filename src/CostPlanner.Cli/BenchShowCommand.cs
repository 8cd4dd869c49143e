using System.CommandLine;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Pages.Measurement;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>bench show RUN: one run, whether it counts, its values, checks and replicates.</summary>
internal static class BenchShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = SharedOptions.Run("RUN");
        var html = SharedOptions.Html();
        var data = SharedOptions.Data();
        var command = new Command("show", "Show a run: whether it counts, its values with their intervals, its checks and replicates.") { run, html, data };
        command.SetAction(parsed => Run(terminal, MeasurementFile.Find(parsed.GetRequiredValue(run), parsed.GetRequiredValue(data)), parsed.GetValue(html)));
        return command;
    }

    /// <summary>Says where a page was written, if one was.</summary>
    public static void Tell(Terminal terminal, string? html)
    {
        if (html is not null)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(Words.Of("commands.bench-show.written-to", ("html", html)));
        }
    }

    private static int Run(Terminal terminal, Reading<BenchmarkRun> reading, string? html)
    {
        terminal.Write(reading.Findings);
        if (reading.Value is not { } run)
        {
            return ExitCode.YourInput;
        }

        if (html is not null)
        {
            AtomicFile.Write(html, HtmlReport.Render(RunPage.Of(run)));
        }

        Print(terminal, run);
        Tell(terminal, html);
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, BenchmarkRun run)
    {
        terminal.Out.WriteLine(Words.Of("commands.bench-show.run", ("run", run.Id)));
        terminal.Out.WriteLine(RunPage.ContextOf(run));
        terminal.Out.WriteLine(RunPage.Verdict(run).Replace(Printed.Space, " ", StringComparison.Ordinal));
        foreach (var why in run.WhyNotValid)
        {
            terminal.Out.WriteLine($"- {Sentences.Of(why)}");
        }

        terminal.Out.WriteLine();
        terminal.Write(MeasuredWords.ValueHeaders, run.Values.Select(MeasuredWords.Cells));
        terminal.Out.WriteLine();
        terminal.Write(MeasuredWords.CheckHeaders, run.Checks.Select(MeasuredWords.Cells));
        terminal.Out.WriteLine();
        terminal.Write(MeasuredWords.ReplicateHeaders, run.Replicates.Select(MeasuredWords.Cells));
    }
}
