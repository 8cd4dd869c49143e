using System.CommandLine;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Progress;

namespace CostPlanner.Cli;

/// <summary>case SCENARIO.yaml: the main job, a business case as HTML, PDF and JSON.</summary>
internal static class CaseCommand
{
    private const int MostTrials = 1_000_000;
    private const string Reports = "reports";

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "The scenario file (.yaml)." };
        var folder = new Option<string?>("--out") { Description = "The folder of the report; by default reports/<scenario>." };
        var seed = new Option<int>("--seed") { Description = "The seed, in place of the scenario's." };
        var trials = new Option<int?>("--trials")
        {
            Description = "The most trials with drawn values, by which the report says how sure it is; 0 for none. By default what the scenario says "
                + "(most_trials), else 10,000; fewer where the difference between staying and leaving is known well enough before.",
        };
        trials.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 0 or > MostTrials)
            {
                result.AddError(Words.Of("commands.case.trials-is-0-to", ("most-trials", MostTrials)));
            }
        });
        var json = SharedOptions.Json();
        var browser = SharedOptions.Browser();
        var data = SharedOptions.Data();
        var mask = SharedOptions.MaskNames();
        var command = new Command("case", "Work out a scenario and write its report.") { scenario, folder, seed, trials, json, browser, data, mask };
        command.SetAction(parsed => NameMasking.Run(terminal, parsed.GetValue(mask), [Result(parsed.GetValue(folder))], masking => Run(
            terminal,
            masking,
            parsed.GetRequiredValue(scenario),
            parsed.GetValue(folder),
            parsed.GetResult(seed) is null ? null : parsed.GetValue(seed),
            parsed.GetValue(trials),
            parsed.GetValue(json),
            parsed.GetValue(browser),
            parsed.GetRequiredValue(data))));
        return command;
    }

    private static string Result(string? folder) => Path.Combine(Given(folder) ?? Reports, ReportFolder.JsonName);

    private static string? Given(string? folder) => string.IsNullOrWhiteSpace(folder) ? null : folder;

    private static int Run(Terminal terminal, NameMasking masking, string file, string? folder, int? seed, int? trials, bool json, string? browser, string data)
    {
        if (CaseLoader.Read(terminal, file, data, masking) is not { } inputs)
        {
            return ExitCode.YourInput;
        }

        inputs = seed is { } given ? inputs with { Scenario = inputs.Scenario with { Seed = given } } : inputs;
        var result = terminal.Following(StudyStage.Case, told => CaseStudy.Of(inputs, CaseStudy.OfReport, told, trials, terminal.Interrupted));

        var target = Given(folder) ?? Path.Combine(Reports, inputs.Scenario.Name);
        var written = terminal.While(
            Words.Of("commands.case.writing-the-report"), () => ReportFolder.Write(result, target, browser, masking.Hide, terminal.Interrupted));
        terminal.Write(result.Findings.Where(finding => finding.Severity != Severity.Note));
        if (json)
        {
            terminal.Out.WriteLine(ResultJson.Render(result));
        }
        else
        {
            Print(terminal, result, written);
        }

        return Ending(terminal, result, written);
    }

    private static int Ending(Terminal terminal, CaseStudy result, ReportOutcome written)
    {
        if (written.Pdf.Missing is { } missing)
        {
            terminal.Error.WriteLine(Words.Of(
                "commands.case.ending",
                ("missing", missing),
                ("value", written.Pdf.Command is { } install ? Words.Of(
                "commands.case.install-it",
                ("install", install)) : "")));
            return ExitCode.MachineCannot;
        }

        return result.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.YourInput : ExitCode.Done;
    }

    private static void Print(Terminal terminal, CaseStudy result, ReportOutcome written)
    {
        terminal.Write(
            OptionSummary.Titles(result), result.Options.Select(option => OptionSummary.Cells(result, option)));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(ReportDocument.AnswerOf(result));
        terminal.Out.WriteLine();
        foreach (var file in written.Files)
        {
            terminal.Out.WriteLine(file);
        }
    }
}
