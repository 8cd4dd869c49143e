using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CostPlanner.Ingest.Instances;
using CostPlanner.Placement.VectorPacking;
using CostPlanner.Reporting.Csv;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>pack FILE: vector bin packing on an instance file, with the proof beside it.</summary>
internal static class PackCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A vector bin packing instance (.vbp, .vbp.gz) or a CloudBalancing one (.json)." };
        var json = SharedOptions.Json();
        var limit = new Option<double?>("--time-limit") { Description = "Stop after so many seconds, if the search has not ended by then." };
        limit.Validators.Add(given =>
        {
            // Text that is no number is refused by the parser itself, in its own words.
            if (given.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var seconds) && !(seconds > 0))
            {
                given.AddError("--time-limit must be more than 0");
            }
        });
        var seed = new Option<int>("--seed") { Description = "The seed of the search; the same seed gives the same plan." };
        var plan = new Option<string?>("--plan") { Description = "Write the plan to this file, as CSV: item, bin." };
        var command = new Command("pack", "Pack an instance into the fewest or cheapest bins.") { file, json, limit, seed, plan };
        command.SetAction(parsed => Run(
            terminal,
            parsed.GetRequiredValue(file),
            parsed.GetValue(json),
            parsed.GetValue(limit),
            parsed.GetValue(seed),
            parsed.GetValue(plan)));
        return command;
    }

    private static int Run(Terminal terminal, string file, bool json, double? limit, int seed, string? plan)
    {
        var reading = terminal.While("Reading", () => InstanceFile.Read(file));
        terminal.Write(reading.Findings);
        if (reading.Value is not { } given)
        {
            return ExitCode.YourInput;
        }

        var clock = Stopwatch.StartNew();
        var result = terminal.While("Packing", tell => PackingSearch.Pack(given.Instance, new SearchLimits(
            seed,
            Environment.ProcessorCount,
            Stop: () => terminal.Interrupted.IsCancellationRequested ? StopReason.Cancelled : clock.Elapsed.TotalSeconds >= limit ? StopReason.Time : null,
            Progress: cost => tell($"Packing: {cost:0.##}"))));
        var seconds = decimal.Round((decimal)clock.Elapsed.TotalSeconds, 3);
        if (plan is not null && result.Plan is { } best)
        {
            PlanCsv.Write(plan, best, given.Items, given.Bins);
        }

        if (json)
        {
            terminal.Out.WriteLine(PackJson.Render(given.Name, given.Instance, given.CountsCost, result, seconds));
        }
        else
        {
            Print(terminal, given.CountsCost, result, seconds);
        }

        return result.Stopped == StopReason.Cancelled ? ExitCode.Interrupted : result.Plan is null ? ExitCode.YourInput : ExitCode.Done;
    }

    private static void Print(Terminal terminal, bool countsCost, PackingResult result, decimal seconds)
    {
        if (result.Plan is not { } plan || result.Cost is not { } cost)
        {
            terminal.Error.WriteLine(Words.Of("commands.pack.print", ("obstacle", result.Obstacle ?? "")));
            return;
        }

        var proof = result.Proven
            ? Words.Of("commands.pack.proven-the", ("counts-cost", countsCost ? "cheapest" : "fewest"))
            : Words.Of(
                "commands.pack.proof",
                ("cost", (cost - result.LowerBound).ToString("0.##", CultureInfo.InvariantCulture)),
                ("counts-cost", countsCost ? "cheapest" : "fewest"));
        terminal.Out.WriteLine(Words.Of(
            "commands.pack.bins",
            ("counts-cost", countsCost ? Words.Of("commands.pack.cost", ("cost", cost.ToString("0.##", CultureInfo.InvariantCulture))) : ""),
            ("type-of", plan.TypeOf.Length),
            ("proof", proof)));
        terminal.Out.WriteLine(Words.Of(
            "commands.pack.print-lower-bound-s",
            ("lower-bound", result.LowerBound.ToString("0.##", CultureInfo.InvariantCulture)),
            ("bound-by", result.BoundBy),
            ("seconds", seconds.ToString("0.###", CultureInfo.InvariantCulture)),
            ("words", InWords(result.Stopped))));
    }

    private static string InWords(StopReason reason) => reason switch
    {
        StopReason.Bound => Words.Of("commands.pack.stop-reason.bound"),
        StopReason.Work => Words.Of("commands.pack.stop-reason.work"),
        StopReason.Time => "--time-limit",
        _ => "Ctrl-C",
    };
}
