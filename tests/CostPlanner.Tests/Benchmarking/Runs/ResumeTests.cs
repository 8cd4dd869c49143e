using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Runs;

/// <summary>The record of a run at every moment of it, and whether it can be gone on with.</summary>
public sealed class ResumeTests
{
    private static readonly ValidityCheck Hot = ValidityCheck.Of(RejectReason.ThermalThrottling, "2 times", "never", passed: false);
    private static readonly ValidityCheck Cool = ValidityCheck.Of(RejectReason.ThermalThrottling, "0 times", "never", passed: true);

    [Fact]
    public void A_record_counts_as_interrupted_until_the_run_is_over()
    {
        var record = new RunRecord(Prepared(), earlier: null);
        record.Add(Made(1, 1.0));

        Assert.Equal(("yes", false), Interrupted(record.Build(isOver: false)));
        Assert.Equal(("no", true), Interrupted(record.Build(isOver: true)));
        Assert.Equal(2, record.NextNumber);
    }

    [Fact]
    public void What_was_made_is_kept_and_numbered_on()
    {
        var first = new RunRecord(Prepared(), null);
        first.Add(Made(1, 1.0));
        first.Add(Made(2, 2.0) with { Rejected = new Rejection(RejectReason.GuestDied, "gone"), Figures = ImmutableSortedDictionary<string, double>.Empty });
        var earlier = first.Build(isOver: false);

        var second = new RunRecord(Prepared(), earlier);
        second.Add(Made(second.NextNumber, 3.0));
        var whole = second.Build(isOver: true);

        Assert.Equal([1, 2, 3], whole.Replicates.Select(each => each.Number));
        Assert.Equal(earlier.Replicates, whole.Replicates[..2]);
        Assert.Equal((2, 1), (second.Of("boot-time").Length, second.RejectedOf("boot-time")));
        Assert.Equal(earlier.Started, whole.Started);
    }

    // What was hot stays hot: its figures are in the record for good.
    [Fact]
    public void A_check_that_failed_before_the_interruption_stays_failed()
    {
        var first = new RunRecord(Prepared(), null);
        first.Add(Hot);
        var second = new RunRecord(Prepared(), first.Build(isOver: false));
        second.Add(Cool);

        var check = second.Build(isOver: true).Checks.Single(each => each.Name == Hot.Name);

        Assert.Equal(Hot, check);
    }

    // What was made in time is good, and the rest can still be made.
    [Fact]
    public void A_run_that_took_too_long_goes_on_and_then_counts()
    {
        var first = new RunRecord(Prepared(), null);
        first.Add(ValidityCheck.Of(RejectReason.RunDeadline, "not over", "1 min", passed: false));
        var late = first.Build(isOver: false);

        Assert.Null(Prepared().WhyNotResumable(late, Sentences.Of));
        Assert.DoesNotContain(new RunRecord(Prepared(), late).Build(isOver: true).Checks, check => check.Name == "run-deadline");
    }

    [Fact]
    public void The_same_host_guest_and_plan_go_on()
    {
        var earlier = new RunRecord(Prepared(), null).Build(isOver: false);

        Assert.Null(Prepared().WhyNotResumable(earlier, Sentences.Of));
        Assert.Equal("it was not interrupted", Prepared().WhyNotResumable(new RunRecord(Prepared(), null).Build(isOver: true), Sentences.Of).Words());
    }

    [Fact]
    public void Another_host_guest_or_plan_does_not()
    {
        var earlier = new RunRecord(Prepared(), null).Build(isOver: false);
        var prepared = Prepared();
        string? With(Func<MeasurementConditions, MeasurementConditions> change) => (prepared with { Conditions = change(prepared.Conditions) }).WhyNotResumable(earlier, Sentences.Of) is { } why ? why.Words() : null;

        Assert.Equal("its plan was another: give the options that it was begun with, and free as much memory as then", With(conditions => conditions with { Seed = conditions.Seed + 1 }));
        Assert.Equal("its guest was made of other files", With(conditions => conditions with { Sha256 = conditions.Sha256.Add("more", new string('a', 64)) }));
        Assert.Equal("the host is of another class, or has another QEMU", With(conditions => conditions with { QemuVersion = "1" }));
        Assert.Equal(
            "the host is not as it was: microcode was 0x1",
            With(conditions => conditions with { Facts = [new HostFact("microcode", "0x2"), .. conditions.Facts.Where(fact => fact.Name != "microcode")] }));
        Assert.Null(With(conditions => conditions with { Facts = [new HostFact("memory-available", "1 GiB"), .. conditions.Facts.Where(fact => fact.Name != "memory-available")] }));
    }

    // 22 guests are the knee. With memory for 10 the search never asks for 16: what was made is no beginning of that, and with memory for 200 it is.
    [Theory]
    [InlineData(100, null)]
    [InlineData(200, null)]
    [InlineData(10, "its sets were others: replicate 10 of density had 16 guests, and 10 guests would be made of what memory is free now")]
    public void A_sweep_goes_on_only_where_its_sets_would_be_made_again(int most, string? why)
    {
        var sweep = new DensitySweep(new DensityLoad("density", 25, new GuestShape(1, 256), Measures.Knee), 100, 8, 3, 5, new Window(1, 10));
        var first = new RunRecord(Prepared(sweep), null);
        foreach (var replicate in HealthyHost.Host.Run(sweep).Take(12))
        {
            first.Add(replicate);
        }

        Assert.Equal(why ?? "", Prepared(sweep with { Most = most }).WhyNotResumable(first.Build(isOver: false), Sentences.Of).Words());
    }

    // Every experiment as it is recorded, whole and cut: its own replicates are what the plan would make.
    [Fact]
    public void What_was_made_by_the_same_plan_is_what_it_would_make()
    {
        var cost = new CpuCost(Repeats.Fixed(3), new Window(1, 10), 256);
        var boots = new BootTime(2, new GuestShape(1, 256), 8);
        var made = HealthyHost.Host.Run(cost).Concat(HealthyHost.Host.Run(boots)).ToArray();
        var record = new RunRecord(Prepared(cost, boots), null);
        foreach (var replicate in made[..^1])
        {
            record.Add(replicate with { Number = record.NextNumber });
        }

        Assert.Null(Prepared(cost, boots).WhyNotResumable(record.Build(isOver: false), Sentences.Of));
        Assert.StartsWith("its sets were others: replicate 6 of boot-time had 8 guests, and 4 ", Prepared(cost, boots with { Storm = 4 }).WhyNotResumable(record.Build(isOver: false), Sentences.Of).Words(), StringComparison.Ordinal);
    }

    private static (string, bool) Interrupted(BenchmarkRun run) => run.Checks.Single(check => check.Name == "interrupted") is var check ? (check.Value.Words(), check.Passed) : default;

    private static Replicate Made(int number, double seconds) => new()
    {
        Number = number,
        Experiment = "boot-time",
        Guests = 1,
        Figures = ImmutableSortedDictionary<string, double>.Empty.Add("boot-median", seconds),
    };

    private static HostFacts Facts
    {
        get
        {
            using var host = HostTree.Intel();
            return HostFacts.Read(host.Root, HostTree.Tools);
        }
    }

    private static PreparedRun Prepared(params Experiment[] experiments)
    {
        var plan = new RunPlan("quick", Accelerator.Tcg, [.. experiments], [], TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1), 1, 3, RejectsUnquiet: true);
        return new PreparedRun(
            new RunRequest("run-1", "quick", 7),
            plan,
            SampleRuns.Conditions with
            {
                Facts = [new HostFact("memory-available", "8 GiB"), new HostFact("microcode", "0x1")],
                Steps = PlanDescription.Of(plan),
            },
            new GuestImage("kernel", "initramfs", "tools", ImmutableSortedDictionary<string, string>.Empty, "6.1"),
            Facts);
    }
}
