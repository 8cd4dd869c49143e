using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Runs.Experiments;

/// <summary>How often experiments repeat, and what must hold of their replicates.</summary>
public sealed class SeriesChecksTests
{
    private static readonly Window Short = new(1, 10);

    // The same figure each time: the least.
    [Fact]
    public void A_steady_host_needs_the_least_replicates() =>
        Assert.Equal(StopRule.Least, HealthyHost.Host.Run(new CpuCost(Repeats.Adaptive, Short, 256)).Length);

    // 0.9 and 1.05 by turns scatter by 8 %: after 15 the interval is still wider than 3 %, and that is no noise.
    [Fact]
    public void A_host_that_scatters_is_measured_more_often_and_still_counts()
    {
        var experiment = new CpuCost(Repeats.Adaptive, Short, 256);
        var made = Host(replicate => replicate % 2 == 0 ? 0.9 : 1.05).Run(experiment);
        Assert.Equal(StopRule.Most, made.Length);
        Assert.True(Check(experiment, made, RejectReason.Noisy).Passed);
        Assert.Equal(15, experiment.Values(made).First().N);
    }

    // 0.5 and 1.5: a standard deviation of 53 % of the mean.
    [Fact]
    public void A_host_that_scatters_too_much_is_rejected_by_name()
    {
        var experiment = new CpuCost(Repeats.Fixed(5), Short, 256);
        var check = Check(experiment, Host(replicate => replicate % 2 == 0 ? 0.5 : 1.5).Run(experiment), RejectReason.Noisy);
        Assert.False(check.Passed);
        Assert.Contains("cpu-alu ", check.Value.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("cpu-kernel", check.Value.Words(), StringComparison.Ordinal);
    }

    // Host and guest get 3 % faster from boot to boot: their ratio hides it, the guest's windows do not.
    [Fact]
    public void Figures_that_move_are_rejected_though_their_ratio_does_not()
    {
        var experiment = new CpuCost(Repeats.Fixed(5), Short, 256);
        var rising = new ScriptedHost(asked => asked.Words[0] == "cpu"
            ? new Told(ToolText.Cpu((asked.Guest is null ? 1e6 : 0.97e6) * Math.Pow(1.03, asked.Replicate)))
            : HealthyHost.Tells(asked));
        var made = rising.Run(experiment);
        Assert.Equal(0.97, experiment.Values(made).First().Value, 1e-6);
        var check = Check(experiment, made, RejectReason.NotStationary);
        Assert.False(check.Passed);
        Assert.StartsWith("cpu-alu-guest ", check.Value.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_replicates_are_told()
    {
        var experiment = new CpuCost(Repeats.Fixed(5), Short, 256);
        var made = HealthyHost.Host.Run(experiment);
        Assert.True(Check(experiment, made, RejectReason.TooFewReplicates).Passed);
        Assert.False(Check(experiment, made[..4], RejectReason.TooFewReplicates).Passed);
        Assert.Empty(experiment.Values([]));
    }

    // From 0.1 % to 0.17 % of a core: more than half as much again, and less than anybody minds. Ten times that is minded.
    [Theory]
    [InlineData(1, true)]
    [InlineData(10, false)]
    public void A_shift_too_small_to_matter_is_no_movement(double times, bool passes)
    {
        var series = new CheckedSeries("idle-cpu", [.. Enumerable.Range(0, 8).Select(number => times * (0.0010 + (0.0001 * number)))], 0.002);
        var check = Assert.Single(SeriesChecks.Of("idle-cost", 8, 5, [series]), each => each.Name == RejectReason.NotStationary.Word());
        Assert.Equal(passes, check.Passed);
    }

    // 1 and 1.1 by turns: two heaps, 0.1 / 1.05 apart.
    [Fact]
    public void Two_heaps_are_a_hint_and_reject_nothing()
    {
        var series = new CheckedSeries("boots", [1, 1.1, 1, 1.1, 1, 1.1, 1, 1.1]);
        var hint = Assert.Single(SeriesChecks.Of("some", 8, 5, [series]), check => check.Name == SeriesChecks.TwoHeaps);
        Assert.Equal(("boots 9.5% apart", true), (hint.Value.Words(), hint.Passed));
    }

    // 0.2 % and 0.3 % of a core differ by half, and by less than anybody minds.
    [Fact]
    public void What_is_too_small_to_matter_is_neither_noise_nor_a_reason_to_go_on()
    {
        var experiment = new IdleCost(Repeats.Adaptive, Short, 1, new GuestShape(1, 256));
        var host = new ScriptedHost(asked => asked.Words[0] == "idle" ? new Told("", (StepReadings.Cpu, asked.Replicate % 2 == 0 ? 0.02 : 0.03)) : HealthyHost.Tells(asked));
        var made = host.Run(experiment);
        Assert.Equal(StopRule.Least, made.Length);
        Assert.True(Check(experiment, made, RejectReason.Noisy).Passed);
    }

    [Fact]
    public void Checks_of_several_experiments_are_one_by_name_and_the_failed_ones_are_told()
    {
        ValidityCheck Of(string value, bool passed) => ValidityCheck.Of(RejectReason.Noisy, value, "at most 25 %", passed);
        var few = ValidityCheck.Of(RejectReason.TooFewReplicates, "a 5", "at least 5", true);
        var merged = WorstChecks.Of([Of("a 1 %", true), few, Of("b 30 %", false), Of("c 40 %", false)]);
        Assert.Equal(["noisy: b 30 %; c 40 %, at most 25 %", "too-few-replicates: a 5, at least 5"], merged.Select(check => check.Line.Words()));
        Assert.False(merged[0].Passed);
        Assert.Equal("a 1 %; d 2 %", Assert.Single(WorstChecks.Of([Of("a 1 %", true), Of("d 2 %", true)])).Value.Words());
    }

    [Fact]
    public void Repeats_are_one_or_more() => Assert.Throws<ArgumentOutOfRangeException>(() => Repeats.Fixed(0));

    [Fact]
    public void Sweeps_of_other_loads_have_names_of_their_own() =>
        Assert.Equal(["overcommit-ratio-4-vcpu", "guests-at-knee-4-vcpu", "p99-at-knee-4-vcpu"], Measures.KneeOfWide.All.Select(measure => measure.Name));

    // Guests compute at 0.97 of the bare host's speed, and that times a factor of the replicate.
    private static ScriptedHost Host(Func<int, double> factor) => new(asked => asked.Words[0] == "cpu" && asked.Guest is not null
        ? new Told(ToolText.Cpu(970 * factor(asked.Replicate)))
        : HealthyHost.Tells(asked));

    private static ValidityCheck Check(Experiment experiment, ImmutableArray<Replicate> made, RejectReason reason) =>
        Assert.Single(experiment.Checks(made), check => check.Name == reason.Word());
}
