using System.Globalization;
using System.Collections.Immutable;
using System.CommandLine;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Benchmarking.Proposals;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Templates;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>bench apply RUN SCENARIO: assumed beside measured, and the measured values written into the scenario.</summary>
internal static class BenchApplyCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = SharedOptions.Run("RUN");
        var scenario = new Argument<string>("SCENARIO") { Description = "The scenario file (.yaml) that is changed." };
        var dry = new Option<bool>("--dry-run") { Description = "Show what would change, and change nothing." };
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var command = new Command("apply", "Put the measured values of a run in the place of a scenario's assumptions.") { run, scenario, dry, json, data };
        command.SetAction(parsed => Run(
            new Asked(terminal, parsed.GetRequiredValue(scenario), parsed.GetValue(dry), parsed.GetValue(json)),
            parsed.GetRequiredValue(run),
            parsed.GetRequiredValue(data)));
        return command;
    }

    private static int Run(Asked asked, string named, string data)
    {
        var run = MeasurementFile.Find(named, data);
        var scenario = ScenarioFile.Read(asked.Path);
        var assumptions = AssumptionFiles.Read(data);
        asked.Terminal.Write([.. run.Findings, .. scenario.Findings, .. assumptions.Findings]);
        if (run.Value is not { } measured || scenario.Value is not { } question || assumptions.Value is not { } assumed)
        {
            return ExitCode.YourInput;
        }

        var proposals = RunProposals.Of(measured, assumed, question.Assumptions);
        var written = false;
        var edit = proposals.Any(each => each.IsAccepted) ? Edited(asked, measured, proposals) : null;
        if (!asked.Json)
        {
            Print(asked, measured, proposals, edit);
        }

        if (edit?.Text is { } text && !asked.IsDry)
        {
            AtomicFile.Write(asked.Path, text);
            written = true;
        }

        if (asked.Json)
        {
            asked.Terminal.Out.WriteLine(ProposalsJson.Render(measured, proposals, written));
        }

        return Ending(asked, measured, question, proposals, edit);
    }

    /// <summary>The scenario with the accepted values, read again to make sure that it says what was meant.</summary>
    private static EditedScenario Edited(Asked asked, BenchmarkRun run, ImmutableArray<Proposal> proposals)
    {
        var accepted = proposals.Where(each => each.IsAccepted).ToImmutableArray();
        var edit = ScenarioEdit.Of(File.ReadAllText(asked.Path), accepted.Select(each => MeasuredWords.Line(run, each)));
        if (edit.Text is not { } text)
        {
            return edit;
        }

        var again = AtomicFile.Tried(Path.GetFileName(asked.Path), text, ScenarioFile.Read).Value?.Assumptions;
        return accepted.All(each => again?.Count(own => own.Id == each.Assumed.Id && own.Value == each.Measured) == 1)
            ? edit
            : new EditedScenario(null, Words.Of("commands.bench-apply.edited"));
    }

    private static void Print(Asked asked, BenchmarkRun run, ImmutableArray<Proposal> proposals, EditedScenario? edit)
    {
        asked.Terminal.Out.WriteLine(Words.Of(
            "commands.bench-apply.run",
            ("run", run.Id),
            ("started", run.Started.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("word", run.Conditions.HostClass.Word())));
        asked.Terminal.Write(MeasuredWords.ProposalHeaders, proposals.Select(MeasuredWords.Cells));
        if (edit?.Text is not { } text)
        {
            return;
        }

        asked.Terminal.Out.WriteLine();
        foreach (var line in LineDiff.Of(File.ReadAllText(asked.Path), text))
        {
            asked.Terminal.Out.WriteLine(line);
        }

        asked.Terminal.Out.WriteLine();
        asked.Terminal.Out.WriteLine(asked.IsDry ? Words.Of("commands.bench-apply.print", ("path", asked.Path)) : Words.Of(
            "commands.bench-apply.written-to",
            ("path", asked.Path)));
    }

    private static int Ending(Asked asked, BenchmarkRun run, Scenario scenario, ImmutableArray<Proposal> proposals, EditedScenario? edit)
    {
        if (edit is null)
        {
            foreach (var why in run.IsValid ? proposals.Select(each =>
                $"{each.Assumed.Id}: {Sentences.Of(each.Refusal!)}") : run.WhyNotValid.Select(Sentences.Of))
            {
                asked.Terminal.Error.WriteLine(Words.Of("commands.bench-apply.ending", ("run", run.Id), ("why", why)));
            }

            return ExitCode.YourInput;
        }

        if (edit.Problem is { } problem)
        {
            asked.Terminal.Error.WriteLine(Words.Of("commands.bench-apply.ending-error-was-not", ("path", asked.Path), ("problem", problem)));
            foreach (var line in proposals.Where(each => each.IsAccepted).Select(each => MeasuredWords.Line(run, each)))
            {
                asked.Terminal.Error.WriteLine($"  {line.Id}: {line.Value}   {line.Comment}");
            }

            return ExitCode.YourInput;
        }

        foreach (var option in scenario.Options)
        {
            foreach (var own in option.Assumptions.Where(own => proposals.Any(each => each.IsAccepted && each.Assumed.Id == own.Id)))
            {
                asked.Terminal.Error.WriteLine(Words.Of(
                    "commands.bench-apply.ending-warning-option-has",
                    ("option", option.Id),
                    ("own", own.Id),
                    ("own-2", own.Value)));
            }
        }

        return ExitCode.Done;
    }

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(Terminal Terminal, string Path, bool IsDry, bool Json);
}
