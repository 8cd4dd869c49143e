using System.Diagnostics;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Cli;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Runs;

/// <summary>Whole runs with real guests under TCG: the self-test as a user makes it, and a run that is called off and gone on with.</summary>
[Needs(Tool.Qemu)]
public sealed class BenchRunTests : IDisposable
{
    private static readonly string[] Experiments = ["boot-time", "cpu-cost", "density", "disk-speed", "idle-cost", "memory-overhead", "network-path"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_self_test_does_everything_and_nothing_of_it_counts()
    {
        RealQemu.OrSkip();

        var made = Run.Of("bench", "run", "--self-test", "--id", "tried", "--out", folder.Root);

        Assert.True(made.ExitCode == ExitCode.Done, made.Error + made.Out);
        var progress = made.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => RunProgressJson.Read(System.Text.Encoding.UTF8.GetBytes(line))).ToList();
        Assert.Equal((RunMoment.Planned, RunMoment.Ended), (progress[0].Moment, progress[^1].Moment));
        Assert.Equal(["tried.json"], Directory.GetFiles(folder.Root).Select(Path.GetFileName));
        var run = MeasurementFile.Read(folder.At("tried.json")).Value!;
        Assert.False(run.IsValid);
        Assert.DoesNotContain("\"valid\": true", File.ReadAllText(folder.At("tried.json")), StringComparison.Ordinal);
        Assert.Empty(Experiments.Except(run.Replicates.Where(each => each.Rejected is null).Select(each => each.Experiment)));
        Assert.Contains(run.Replicates, each => each is { Guests: 2, Rejected: null });
        var drill = run.Checks.Single(check => check.Name == "planted-faults");
        Assert.Equal((true, "7 of 7 ended in their reasons"), (drill.Passed, drill.Value.Words()));
        Assert.Equal(
            [RejectReason.CommandDeadline, RejectReason.Flood, RejectReason.BadMessage, RejectReason.GuestPanic, RejectReason.GuestClock, RejectReason.GuestDied, RejectReason.DiskFull],
            run.Replicates.Where(each => each.Experiment.StartsWith("fault-", StringComparison.Ordinal)).Select(each => each.Rejected!.Reason));
        AssertNothingLeft();
    }

    [Fact]
    public void A_run_that_is_called_off_keeps_what_it_made_and_goes_on_from_there()
    {
        using var calledOff = new CancellationTokenSource();
        var prepared = Boots();
        BenchmarkRun? saved = null;
        void CallOff(RunProgress progress)
        {
            if (progress is { Moment: RunMoment.Replicate, Experiment: "boot-time" })
            {
                calledOff.Cancel();
            }
        }

        Assert.ThrowsAny<OperationCanceledException>(() => BenchRun.Do(prepared, null, new RunListener(CallOff, record => saved = record), calledOff.Token));
        Assert.Equal(["calibration", "boot-time"], saved!.Replicates.Select(each => each.Experiment));
        Assert.Contains(saved.Checks, check => check is { Name: "interrupted", Passed: false });
        AssertNothingLeft();

        var whole = BenchRun.Do(prepared, saved, new RunListener(_ => { }, _ => { }), TestContext.Current.CancellationToken);

        Assert.Equal(saved.Replicates, whole.Replicates[..2]);
        Assert.Equal([1, 2], whole.Replicates.Where(each => each.Experiment == "boot-time").Select(each => each.Guests));
        Assert.Contains(whole.Checks, check => check is { Name: "interrupted", Passed: true });
        AssertNothingLeft();
    }

    [Fact]
    public void A_run_that_takes_too_long_ends_by_itself_and_says_so()
    {
        var prepared = Boots();

        var run = BenchRun.Do(prepared with { Plan = prepared.Plan with { Deadline = TimeSpan.FromSeconds(1) } }, null, new RunListener(_ => { }, _ => { }), TestContext.Current.CancellationToken);

        Assert.Contains(run.Checks, check => check is { Name: "run-deadline", Passed: false });
        Assert.Null(prepared.WhyNotResumable(run, Sentences.Of));
        AssertNothingLeft();
    }

    // Whether this host is quiet or too busy to begin: a record that is over has been judged, and says why it does not count.
    [Fact]
    public void A_run_that_could_not_begin_is_judged_too()
    {
        var prepared = Boots();
        var saved = new List<BenchmarkRun>();

        var run = BenchRun.Do(prepared with { Plan = prepared.Plan with { RejectsUnquiet = true } }, null, new RunListener(_ => { }, saved.Add), TestContext.Current.CancellationToken);

        Assert.Empty(saved[0].Replicates);
        Assert.Empty(new[] { "cpu-pressure", "foreign-load", "calibration-drift", "not-hardware" }.Except(run.Checks.Select(check => check.Name)));
        AssertNothingLeft();
    }

    [Fact]
    public void Without_qemu_the_reason_is_told_and_the_machine_is_to_blame()
    {
        BuiltGuest.OrSkip();
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "costplanner"), ["bench", "run", "--self-test", "--id", "none", "--out", folder.Root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = folder.Root, ["DOTNET_ROOT"] = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location)))) },
        };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Contains("qemu-missing", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.MachineCannot, process.ExitCode);
    }

    /// <summary>A run that only boots: one guest, then two.</summary>
    private static PreparedRun Boots()
    {
        RealQemu.OrSkip();
        var check = HostCheck.Run("/dev/kvm-is-not-asked", ThisProgram.AsProbe(), TestContext.Current.CancellationToken);
        var prepared = PreparedRun.Of(RunRequest.Of("boots", MeasurementConditions.SelfTest, 1, null, hasNetwork: false), check, BuiltGuest.OrSkip().Image);
        var plan = prepared.Plan with { Experiments = [prepared.Plan.Experiments.Single(each => each.Name == "boot-time")], DrillsFaults = false };
        return prepared with { Plan = plan };
    }

    private static void AssertNothingLeft()
    {
        var own = FormattableString.Invariant($"costplanner-bench-{Environment.ProcessId}-");
        Assert.DoesNotContain(Directory.GetDirectories("/tmp"), left => Path.GetFileName(left).StartsWith(own, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetDirectories("/var/tmp"), left => Path.GetFileName(left).Contains(FormattableString.Invariant($"-{Environment.ProcessId}-"), StringComparison.Ordinal));
    }
}
