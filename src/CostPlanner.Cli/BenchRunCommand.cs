using CostPlanner.Benchmarking.Files;
using System.CommandLine;
using System.Globalization;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Remote;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>bench run: boots guests, measures, and writes the record.</summary>
internal static class BenchRunCommand
{
    private const string Ending = ".json";
    private static readonly string[] PlanNames = ["quick", "standard", "thorough"];

    public static Command Create(Terminal terminal)
    {
        var plan = new Option<string>("--plan")
        {
            Description = "quick (about 8 minutes), standard (45 minutes) or thorough (3 hours).",
            DefaultValueFactory = _ => "standard",
        };
        plan.AcceptOnlyFromAmong(PlanNames);
        var selfTest = new Option<bool>("--self-test") { Description = "Try the whole path with small guests that QEMU emulates; no figure counts." };
        var storage = new Option<string?>("--storage") { Description = "A folder on the storage to be judged; without it disks are not measured." };
        var network = new Option<bool>("--network") { Description = "Give guests a NIC and measure from guest to guest." };
        var seed = new Option<int>("--seed") { Description = "The seed of what is drawn.", DefaultValueFactory = _ => 1 };
        var id = new Option<string?>("--id") { Description = "The id of the record; by default the plan and the time." };
        id.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !BenchmarkRun.IsId(token.Value))
            {
                result.AddError(Words.Of("commands.bench-run.create", ("token", token.Value)));
            }
        });
        var folder = new Option<string>("--out")
        {
            Description = "The folder of the record; with --resume that of the record that is gone on with.",
            DefaultValueFactory = _ => Path.Combine("data", "measurements"),
        };
        var resume = new Option<string?>("--resume")
        {
            Description = "The record of a run that was interrupted: what it made is kept, the rest is made now. The other options are as they were then.",
        };
        var host = new Option<string?>("--host")
        {
            Description = "Another host, as ssh names it: user@server. The program and the guest go there, nothing stays there.",
        };
        host.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && RemoteTarget.Of(token.Value) is null)
            {
                result.AddError(Words.Of("commands.bench-run.create-host-is-not", ("token", token.Value)));
            }
        });
        var fromStdin = new Option<bool>("--plan-from-stdin")
        {
            Description = "The other side of --host: the request comes over standard input, which is the life line.",
            Hidden = true,
        };
        var json = SharedOptions.Json();
        var device = SharedOptions.KvmDevice();
        var command = new Command("run", "Boot guests, measure what the model assumes, and write the record.") 
        {
            plan, selfTest, storage, network, seed, id, folder, resume, host, fromStdin, json, device,
        };
        command.Validators.Add(result =>
        {
            var isAway = result.GetResult(host) is { Tokens.Count: > 0 };
            if (isAway && result.GetResult(resume) is { Tokens.Count: > 0 })
            {
                result.AddError("--resume goes on with a run of this host; a run on another is begun again");
            }

            if (isAway && result.GetResult(storage) is { Tokens: [var path] } && !Path.IsPathRooted(path.Value))
            {
                result.AddError(Words.Of("commands.bench-run.create-storage-is-a", ("path", path.Value)));
            }
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(fromStdin))
            {
                return RemoteAgent.Run(terminal, parsed.GetRequiredValue(device));
            }

            var name = parsed.GetValue(selfTest) ? MeasurementConditions.SelfTest : parsed.GetRequiredValue(plan);
            var kept = parsed.GetValue(resume) is { } earlier && parsed.GetResult(folder) is not { Implicit: false }
                ? Path.GetDirectoryName(Path.GetFullPath(earlier))!
                : parsed.GetRequiredValue(folder);
            var request = RunRequest.Of(parsed.GetValue(id) ?? NewId(name), name, parsed.GetValue(seed), parsed.GetValue(storage), parsed.GetValue(network));
            if (parsed.GetValue(resume) is null && Path.Combine(kept, request.Id + Ending) is var there && File.Exists(there))
            {
                terminal.Error.WriteLine(Words.Of("commands.bench-run.create-error-is-there", ("there", there)));
                return ExitCode.YourInput;
            }

            return parsed.GetValue(host) is { } target
                ? RemoteRun.Run(terminal, RemoteTarget.Of(target)!, request, kept, parsed.GetValue(json))
                : Run(terminal, request, parsed.GetValue(resume), kept, parsed.GetRequiredValue(device), parsed.GetValue(json));
        });
        return command;
    }

    private static string NewId(string plan) => string.Create(CultureInfo.InvariantCulture, $"{plan}-{DateTime.UtcNow:yyyyMMdd-HHmmss}");

    private static int Run(Terminal terminal, RunRequest request, string? resume, string folder, string device, bool json)
    {
        BenchmarkRun? earlier = null;
        if (resume is not null)
        {
            var reading = MeasurementFile.Read(resume);
            terminal.Write(reading.Findings);
            if (reading.Value is not { } found)
            {
                return ExitCode.YourInput;
            }

            earlier = found;
            request = request with { Id = found.Id };
        }

        var check = terminal.While(Words.Of("commands.checking-this-host"), () => HostCheck.Run(device, ThisProgram.AsProbe(), terminal.Interrupted));
        if (GuestOf(terminal) is not { } guest)
        {
            return ExitCode.MachineCannot;
        }

        var prepared = PreparedRun.Of(request, check, guest.Image);
        if (prepared.Problem is { } problem)
        {
            terminal.Write([problem]);
            return ExitCode.MachineCannot;
        }

        if (earlier is not null && prepared.WhyNotResumable(earlier, Sentences.Of) is { } other)
        {
            terminal.Error.WriteLine(Words.Of("commands.bench-run.error-cannot-be-resumed", ("resume", resume ?? ""), ("other", other)));
            return ExitCode.YourInput;
        }

        return Made(terminal, prepared, earlier, folder, json);
    }

    /// <summary>The guest in the cache, built where there is none; without a network the one built last.</summary>
    internal static CachedGuest? GuestOf(Terminal terminal)
    {
        if (GuestCache.OfUser() is not { } cache)
        {
            terminal.Error.WriteLine(Words.Of("commands.bench-run.guest"));
            return null;
        }

        if (cache.Newest() is { } kept)
        {
            return kept;
        }

        var outcome = terminal.While(Words.Of("commands.assembling-the-guest"), say =>
            ImageBuild.Run(cache, force: false, message => say(Sentences.Of(message)), terminal.Interrupted));
        terminal.Write(outcome.Findings);
        return outcome.Guest;
    }

    private static int Made(Terminal terminal, PreparedRun prepared, BenchmarkRun? earlier, string folder, bool json)
    {
        if (terminal.ShowsProgress && !json)
        {
            terminal.Out.WriteLine(Words.Of(
                "commands.bench-run.made",
                ("request", prepared.Request.Id),
                ("word", prepared.Conditions.HostClass.Word())));
            foreach (var line in PlanDescription.Of(prepared.Plan))
            {
                terminal.Out.WriteLine($"- {Sentences.Of(line)}");
            }
        }

        var path = "";
        BenchmarkRun run;
        try
        {
            run = RunScreen.Show(terminal, json, tell => BenchRun.Do(
                prepared, earlier, new RunListener(
                    progress => tell(WithPath(progress, path)), made => path = MeasurementRecord.Write(made, folder, Sentences.Of)), terminal.Interrupted));
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine(
                path.Length == 0
                    ? Words.Of("commands.bench-run.made-error-cancelled-nothing")
                    : Words.Of("commands.bench-run.made-error-cancelled-partial", ("path", path)));
            throw;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(Words.Of("commands.bench-run.made-error-the-record", ("folder", folder), ("message", full.Message)));
            return ExitCode.MachineCannot;
        }

        return Ended(terminal, run, path, json);
    }

    /// <summary>The last line of a run names its record: where lines are piped nothing else does.</summary>
    internal static RunProgress WithPath(RunProgress progress, string path) =>
        progress.Moment == RunMoment.Ended ? progress with { Words = Words.Of(
            "commands.bench-run.the-record-is",
            ("words", progress.Words),
            ("path", path)) } : progress;

    /// <summary>Prints what a run came to, and says how the program ends.</summary>
    internal static int Ended(Terminal terminal, BenchmarkRun run, string path, bool json)
    {
        if (terminal.ShowsProgress && !json)
        {
            Print(terminal, run, path);
        }

        foreach (var why in run.WhyNotValid)
        {
            terminal.Error.WriteLine(Words.Of("commands.bench-run.ended", ("why", why)));
        }

        return run.Replicates.Any(each => each.Rejected is null && each.Guests > 0)
            && !Failed(run, RejectReason.TooFewReplicates.Word())
            && !Failed(run, FaultDrill.CheckName)
            ? ExitCode.Done
            : ExitCode.MachineCannot;
    }

    private static bool Failed(BenchmarkRun run, string check) => run.Checks.Any(each => each.Name == check && !each.Passed);

    private static void Print(Terminal terminal, BenchmarkRun run, string path)
    {
        terminal.Write(MeasuredWords.ValueHeaders, run.Values.Select(MeasuredWords.Cells));
        terminal.Out.WriteLine();
        terminal.Write(MeasuredWords.CheckHeaders, run.Checks.Select(MeasuredWords.Cells));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(path);
    }
}
