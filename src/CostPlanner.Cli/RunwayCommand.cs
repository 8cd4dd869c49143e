using System.CommandLine;
using CostPlanner.Ingest;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Reporting.Chapters.Runway;
using CostPlanner.Reporting.Pages.Runway;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Progress;
using CostPlanner.Studies.Runway;

namespace CostPlanner.Cli;

/// <summary>runway SCENARIO: the month in which the hosts of today, or those of an option, do not suffice any more.</summary>
internal static class RunwayCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "The scenario file (.yaml)." };
        var snapshots = new Option<string[]>("--snapshot")
        {
            Description = "Inventories of the same estate on other days, or a folder of them; their trend is its growth. The day is the file's own, or a date "
                + "in its name.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var months = new Option<int?>("--months") { Description = "How many months to look ahead; by default the horizon of the scenario." };
        months.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 1 or > RunwayStudy.MostMonths)
            {
                given.AddError(Words.Of("commands.runway.create", ("most-months", RunwayStudy.MostMonths)));
            }
        });
        var option = new Option<string?>("--option")
        {
            Description = "The option whose planned hosts are looked at, as they are once everything has moved; by default the hosts of today, on the "
                + "baseline's terms.",
        };
        var html = SharedOptions.Html();
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var mask = SharedOptions.MaskNames();
        var command = new Command(
            "runway", "When the hosts of today, or those of an option, do not suffice any more, cluster by cluster, and what the next host buys.")
        {
            scenario, snapshots, months, option, html, json, data, mask,
        };
        command.SetAction(parsed => NameMasking.Run(terminal, parsed.GetValue(mask), [parsed.GetValue(html)], masking => Run(
            new Asked(
                terminal, masking, parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(data),
                parsed.GetValue(months), parsed.GetValue(option), parsed.GetValue(html), parsed.GetValue(json)),
            parsed.GetRequiredValue(snapshots))));
        return command;
    }

    private static int Run(Asked asked, string[] files)
    {
        var terminal = asked.Terminal;
        var reading = terminal.While("Reading", () => CaseFiles.Read(asked.Scenario, asked.Data));
        if (reading.Value is not { } read)
        {
            asked.Masking.Refuse(reading.Findings.Where(finding => finding.Severity == Severity.Error));
            return ExitCode.YourInput;
        }

        var series = terminal.While(Words.Of("commands.runway.reading-snapshots"), () => SnapshotFiles.Read(files, read.Inventory));
        if (series.Value is not { } found)
        {
            asked.Masking.Refuse(series.Findings);
            return ExitCode.YourInput;
        }

        // What is part of the platform is known by names and notes.
        found = new SnapshotSeries([.. found.Snapshots.Select(each => each with { Inventory = read.PlatformVms.Mark(each.Inventory, read.Scenario.Keep) })]);
        if (asked.Masking.Of(read, asked.Data, [], [.. found.Snapshots.Select(each => each.Inventory)]) is not { } inputs)
        {
            return ExitCode.YourInput;
        }

        terminal.Write(asked.Masking.Of(series.Findings));
        var option = asked.Option is { } id ? inputs.Scenario.Options.FirstOrDefault(each => each.Id == id) : null;
        if (asked.Option is not null && option is null)
        {
            terminal.Error.WriteLine(
                Words.Of(
                    "commands.runway.run",
                    ("option", asked.Option),
                    ("options", string.Join(", ", inputs.Scenario.Options.Select(each => each.Id)))));
        }

        return option is null == asked.Option is null ? Answer(asked, inputs, asked.Masking.Of(found), option) : ExitCode.YourInput;
    }

    private static int Answer(Asked asked, CaseInputs inputs, SnapshotSeries snapshots, ScenarioOption? option)
    {
        var study = asked.Terminal.Following(
            StudyStage.Runway,
            told => option is null
                ? RunwayStudy.Of(inputs, snapshots, asked.Months, option: null, told, asked.Terminal.Interrupted)
                : RunwayStudy.OfPlan(inputs, snapshots, option, asked.Months, told, asked.Terminal.Interrupted));
        asked.Masking.Write((asked.Html, () => HtmlReport.Render(RunwayPage.Of(inputs.Scenario.Title, study))));
        if (asked.Json)
        {
            asked.Terminal.Out.WriteLine(RunwayJson.Render(study));
        }
        else
        {
            Print(asked.Terminal, study);
            BenchShowCommand.Tell(asked.Terminal, asked.Html);
        }

        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, RunwayStudy study)
    {
        terminal.Write(
            RunwayWords.Headers, study.Clusters.SelectMany(cluster => RunwayWords.Rows(study, cluster)).Select(row => row.Select(Printed.Plain).ToList()));
        terminal.Out.WriteLine();
        foreach (var cluster in study.Clusters)
        {
            terminal.Out.WriteLine(Printed.Plain(RunwayWords.Sentence(study, cluster)));
            if (RunwayWords.NextSentence(study, cluster) is { } next)
            {
                terminal.Out.WriteLine(Printed.Plain(next));
            }
        }
    }

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(Terminal Terminal, NameMasking Masking, string Scenario, string Data, int? Months, string? Option, string? Html, bool Json);
}
