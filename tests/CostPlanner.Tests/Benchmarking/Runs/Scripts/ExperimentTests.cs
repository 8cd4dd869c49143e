using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Runs.Scripts;

/// <summary>Each experiment on a host whose figures are planted: the values come out as they went in.</summary>
public sealed class ExperimentTests
{
    private static readonly Window Short = new(1, 10);
    private static readonly GuestShape Guest = new(1, 256);

    private static readonly CpuCost Cpu = new(Repeats.Fixed(5), Short, 256);
    private static readonly SmtYield Smt = new(Repeats.Fixed(5), Short, HealthyHost.Siblings, Guest);
    private static readonly MemoryOverheadExperiment Memory = new(Repeats.Fixed(5), HealthyHost.Shapes, 200);
    private static readonly IdleCost Idle = new(Repeats.Fixed(5), Short, 4, Guest);
    private static readonly BootTime Boot = new(6, Guest, 8);
    private static readonly DiskSpeed Disk = new(Repeats.Fixed(5), Short, 4, Guest with { ScratchMib = 64 });
    private static readonly NetworkPath Network = new(Repeats.Fixed(5), Short, Guest with { HasNic = true });
    private static readonly DensitySweep Density = new(new DensityLoad("density", 25, Guest, Measures.Knee), 100, 8, 3, 5, Short);

    public static TheoryData<string, Experiment> All => new(new Experiment[] { Cpu, Smt, Memory, Idle, Boot, Disk, Network, Density }.Select(each => (each.Name, each)));

    [Fact]
    public void Three_classes_of_work_have_a_cost_each()
    {
        var values = Values(Cpu);
        Assert.Equal(["cpu-alu", "cpu-memory", "cpu-kernel"], values.Keys);
        Near(0.97, values["cpu-alu"]);
        Near(0.9, values["cpu-memory"]);
        Near(0.8, values["cpu-kernel"]);
        Assert.All(values.Values, value => Assert.Equal((5, "ratio"), (value.N, value.Unit)));
        Assert.EndsWith("standard deviation 0 within a boot, 0 between boots; geometric mean of the replicates, Student's interval of the logarithms", values["cpu-alu"].Method.Words(), StringComparison.Ordinal);
    }

    // A host that gets 1 % slower from step to step: host 1, guest 0.99, guest 0.9801, host 0.970299 of their speeds. The ratio does not see it.
    [Fact]
    public void A_host_that_slows_down_steadily_does_not_change_the_cost()
    {
        var slowing = new ScriptedHost(asked => asked.Words[0] == "cpu"
            ? new Told(ToolText.Cpu((asked.Guest is null ? 1e6 : 0.97e6) * Math.Pow(0.99, asked.Order)))
            : HealthyHost.Tells(asked));
        Near(0.97, Values(Cpu, slowing)["cpu-alu"]);
    }

    // (1.24 x 1.1 x 1.4) ^ (1/3) = 1.24066
    [Fact]
    public void The_second_thread_is_worth_what_three_classes_gain()
    {
        var yield = Values(Smt)["smt-yield"];
        Assert.Equal(Math.Cbrt(1.24 * 1.1 * 1.4) - 1, yield.Value, 1e-6);
        Assert.Equal(yield.Value, yield.Low!.Value, 1e-6);
        Assert.Equal(0.1, HealthyHost.Host.Run(Smt)[0].Figures["smt-yield-memory"], 1e-6);
        Assert.Equal(["guest 1 bound to CPU 3", "guest 2 bound to CPU 7"], Smt.Typical.Steps.Take(2).Select(step => step.Words.Words()));
    }

    [Fact]
    public void Memory_beside_guests_is_fitted_and_rests_on_boots()
    {
        var values = Values(Memory);
        Near(40, values["memory-overhead-base"]);
        Near(8, values["memory-overhead-per-vcpu"]);
        Near(2, values["memory-overhead-per-gib"]);
        Near(64, values["memory-overhead-typical"]);
        Assert.All(values.Values, value => Assert.Equal(5, value.N));
    }

    // 40 MiB at the base as above, and 5 MiB more that the kernel holds.
    [Fact]
    public void What_the_kernel_holds_for_a_guest_counts()
    {
        var grouped = new ScriptedHost(asked => HealthyHost.Tells(asked) is var told && asked.Words[0] == "memory-taken"
            ? told with { Readings = [.. told.Readings, (MemoryReadings.CgroupKernel, 5)] }
            : told);
        Near(45, Values(Memory, grouped)["memory-overhead-base"]);
    }

    [Fact]
    public void An_idle_guest_costs_a_share_of_a_core() => Near(0.002, Values(Idle)["idle-cpu"]);

    // Alone 1.5 s; storm of 8: 2.2 s; 0.5 + 1.5 n CPU seconds.
    [Fact]
    public void Boots_alone_and_in_a_storm_and_their_CPU_time()
    {
        var values = Values(Boot);
        Near(1.5, values["boot-median"]);
        Near(2.2, values["boot-storm-p95"]);
        Near(1.5, values["boot-cpu"]);
        Assert.Equal((6, 6, 18), (values["boot-median"].N, values["boot-storm-p95"].N, values["boot-cpu"].N));
        Assert.Equal([1, 2, 8, 1, 2, 8], HealthyHost.Host.Run(Boot).Take(6).Select(replicate => replicate.Guests));
    }

    // Four guests at 1,000/s and 100 MiB/s; the p99 of the fourth is 6 ms.
    [Fact]
    public void Disks_of_all_guests_and_of_one()
    {
        var values = Values(Disk);
        Near(4000, values["disk-iops"]);
        Near(400, values["disk-bandwidth"]);
        Near(6, values["disk-p99"]);
        Near(3000, values["disk-iops-alone"]);
        Near(0.5, values["disk-p99-alone"]);
    }

    [Fact]
    public void The_network_says_which_path_it_is()
    {
        var value = Values(Network)["network-bandwidth"];
        Near(940, value);
        Assert.StartsWith("user-path:", value.Method.Words(), StringComparison.Ordinal);
    }

    // 2 guests fill 100 MiB: equal memory grows by 110 MiB in all instead of 200, their own by 198.
    [Fact]
    public void Merging_saves_what_guests_did_not_grow_by()
    {
        var ksm = new KsmGain(Repeats.Fixed(3), 2, Guest, 100, 60);
        var merging = new ScriptedHost(asked => asked.Words[0] == "memory-taken"
            ? new Told("", (MemoryReadings.Ram, asked.Order switch { 2 => 80, 5 => 80 + 55, 8 => 80 + 55 + 99, _ => throw new ArgumentException("not taken here", nameof(asked)) }))
            : HealthyHost.Tells(asked));
        var values = Values(ksm, merging);
        Near(0.45, values["ksm-identical"]);
        Near(0.01, values["ksm-unique"]);
    }

    // A page is merged in the second scan that meets it, and the first may have begun before the page was filled.
    [Theory]
    [InlineData(5, 0L, false)]
    [InlineData(30, 2L, false)]
    [InlineData(30, 3L, true)]
    [InlineData(59, null, false)]
    [InlineData(60, null, true)]
    [InlineData(60, 0L, true)]
    public void Merging_is_waited_for_until_it_went_over_all_memory(int seconds, long? scans, bool isOver) =>
        Assert.Equal(isOver, new KsmSettled(60).IsOver(TimeSpan.FromSeconds(seconds), scans));

    // 22 guests of 1 vCPU on 8 cores pass, 23 fail; p99 there is 1 + 21/20 ms.
    [Fact]
    public void The_knee_is_found_and_counted_per_core()
    {
        var values = Values(Density);
        Assert.Equal((22, 22.0, 23.0, 5), (values["guests-at-knee"].Value, values["guests-at-knee"].Low, values["guests-at-knee"].High, values["guests-at-knee"].N));
        Assert.Equal((2.75, 2.75, 2.875), (values["overcommit-ratio"].Value, values["overcommit-ratio"].Low!.Value, values["overcommit-ratio"].High!.Value));
        Near(2.05, values["p99-at-knee"]);
        Assert.StartsWith("each guest is offered 242 events/s, 25 % of what one alone does without a pause, and is then 26% busy;", values["overcommit-ratio"].Method.Words(), StringComparison.Ordinal);
    }

    // Three closed loops of one guest, three of one under the rate, then 2, 4, 8, 16, 32, and so on.
    [Fact]
    public void The_sweep_begins_with_the_capacity_and_a_guest_alone()
    {
        var made = HealthyHost.Host.Run(Density);
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 4, 8, 16, 32, 24, 20, 22, 23, 22], made.Take(16).Select(replicate => replicate.Guests));
        Assert.Equal(["cpu 1 10", "cpu 1 10", "cpu 1 10", "rate 1 10 242"], made.Take(4).Select(replicate => replicate.Samples[^1].Command));
    }

    // sysbench gives up when too many events wait: that is the answer of a set that is too large, not a fault of the run.
    [Fact]
    public void A_set_so_large_that_its_program_gives_up_is_too_large()
    {
        const string said = "FATAL: The event queue is full. This means the worker threads are unable to keep up with the specified event generation rate";
        var host = new ScriptedHost(asked => asked.Words[0] == "rate" && asked.Guests > HealthyHost.Knee && asked.Guest == 2 ? new Told(said) : HealthyHost.Tells(asked));
        var values = Values(Density, host);
        Assert.Equal((22, 22.0, 23.0), (values["guests-at-knee"].Value, values["guests-at-knee"].Low, values["guests-at-knee"].High));
    }

    [Fact]
    public void One_guest_that_gives_up_alone_is_a_fault()
    {
        var host = new ScriptedHost(asked => asked.Words[0] == "rate" ? new Told("FATAL: The event queue is full.") : HealthyHost.Tells(asked));
        Assert.Throws<GuestException>(() => host.Run(Density));
    }

    [Fact]
    public void Where_memory_ends_before_the_knee_there_is_no_upper_end()
    {
        var values = Values(Density with { Most = 10 });
        Assert.Equal((10, null), (values["guests-at-knee"].Value, values["guests-at-knee"].High));
    }

    [Fact]
    public void A_host_that_does_not_carry_one_guest_has_a_knee_of_none()
    {
        var busy = new ScriptedHost(asked => asked.Words[0] == "rate" ? new Told(ToolText.Cpu(200), (StepReadings.VCpuRun, 5), (StepReadings.VCpuWait, 4)) : HealthyHost.Tells(asked));
        var values = Values(Density, busy);
        Assert.Equal(["overcommit-ratio", "guests-at-knee"], values.Keys);
        Assert.Equal((0, 1.0), (values["guests-at-knee"].Value, values["guests-at-knee"].High));
    }

    // What a resumed run has made is the beginning of what the run would have made.
    [Theory]
    [MemberData(nameof(All))]
    public void A_run_that_was_cut_anywhere_goes_on_the_same(string name, Experiment experiment)
    {
        Assert.Equal(name, experiment.Name);
        var made = HealthyHost.Host.Run(experiment);
        for (var cut = 0; cut < made.Length; cut++)
        {
            var script = experiment.Following(made[..cut])!;
            Assert.Equal(made[cut].Guests, script.Guests.Length);
            Assert.Equal(made[cut].Samples.Where(sample => sample.Order > 0).Select(sample => sample.Command).Distinct(), script.Steps.Where(step => step is not GuestPinned).Select(step => step is IdleTime ? "idle" : step is HostWork host ? host.Command : step is GuestWork work ? work.Command : step.Words.Words()).Distinct());
            Assert.All(experiment.Values(made[..cut]), value => Assert.Contains(value.Name, Measures.All.Select(measure => measure.Name)));
            Assert.NotEmpty(experiment.Checks(made[..cut]));
        }

        Assert.All(experiment.Checks(made), check => Assert.True(check.Passed, check.ToString()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Samples_that_are_missing_or_failed_are_told_and_no_figure_is_made(string name, Experiment experiment)
    {
        Assert.Equal(name, experiment.Name);
        Assert.Throws<GuestException>(() => experiment.Figures([]));
        var whole = HealthyHost.Host.Run(experiment)[^1].Samples;
        var last = whole.Last(sample => sample.Output.Length > 0 || sample.Readings.Count > 0);
        Assert.Throws<GuestException>(() => experiment.Figures([.. whole.Select(sample => sample == last ? sample with { ExitCode = 1, Readings = sample.Readings.Clear() } : sample)]));
    }

    private static void Near(double expected, MeasuredValue value) => Assert.Equal(expected, value.Value, 1e-4 * expected);

    private static Dictionary<string, MeasuredValue> Values(Experiment experiment, ScriptedHost? host = null) =>
        experiment.Values((host ?? HealthyHost.Host).Run(experiment)).ToDictionary(value => value.Name);
}
