using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Runs.Plans;

public sealed class PlanBuilderTests
{
    [Fact]
    public void A_plan_takes_about_as_long_as_its_name_promises()
    {
        static double Minutes(string name) => Of(name).Predicted.TotalMinutes;
        Assert.InRange(Minutes("quick"), 7, 10);
        Assert.InRange(Minutes("standard"), 40, 50);
        Assert.InRange(Minutes("thorough"), 160, 200);
        Assert.InRange(PlanBuilder.Of(new RunRequest("r", "self-test", 1, "/storage"), PlanFacts.Small, []).Predicted.TotalSeconds, 60, 110);
    }

    // Turbo lasts about 28 s on most CPUs: what is read after 5 s of warm-up is not what a run of hours gets.
    [Fact]
    public void A_calibration_is_read_when_turbo_is_over()
    {
        Assert.Equal(["30", "5", "5", "5"], Calibration.Script(Of("thorough")).Steps.Select(step => ((HostWork)step).Command.Split(' ')[2]));
        Assert.Equal(4, Calibration.Script(Of("self-test")).Seconds);
    }

    // 128 cores are busy with 512 guests at 25 %: the sweep may go on to four times that, and still takes about its time.
    [Theory]
    [InlineData("quick", 7, 17)]
    [InlineData("standard", 40, 60)]
    [InlineData("thorough", 160, 260)]
    public void A_sweep_of_a_large_host_has_room_for_its_upper_end(string name, double least, double most)
    {
        var plan = PlanBuilder.Of(new RunRequest("r", name, 1, "/storage"), PlanFacts.Of(128, 256, 2048, 2000), PlanFacts.Siblings);
        var sweep = plan.Experiments.OfType<DensitySweep>().First();
        Assert.Equal(2048, sweep.Most);
        Assert.InRange(plan.Predicted.TotalMinutes, least, most);
    }

    [Theory]
    [InlineData("self-test", "cpu-cost, smt-yield, memory-overhead, idle-cost, boot-time, disk-speed, network-path, ksm-gain, density")]
    [InlineData("quick", "cpu-cost, memory-overhead, boot-time, density")]
    [InlineData("standard", "cpu-cost, smt-yield, memory-overhead, idle-cost, boot-time, disk-speed, network-path, density")]
    [InlineData("thorough", "cpu-cost, smt-yield, memory-overhead, idle-cost, boot-time, disk-speed, network-path, ksm-gain, density, density-10, density-50, density-4-vcpu")]
    public void A_plan_measures_what_is_asked_for(string name, string experiments)
    {
        var plan = PlanBuilder.Of(new RunRequest("r", name, 1, "/storage", true), PlanFacts.Of(32, 64, 512, 500, ksm: true), PlanFacts.Siblings);
        Assert.Equal(experiments, string.Join(", ", plan.Experiments.Select(each => each.Name)));
        Assert.Equal(name != "self-test", plan.RejectsUnquiet);
        Assert.True(plan.Longest >= plan.Predicted && plan.Deadline > 2 * plan.Longest);
        Assert.Equal(name == "thorough", plan.Longest > plan.Predicted);
    }

    [Fact]
    public void A_quick_run_rests_on_too_few_boots_to_be_applied()
    {
        foreach (var experiment in Of("quick").Experiments.Where(each => each is not BootTime))
        {
            Assert.All(experiment.Values(HealthyHost.Host.Run(experiment)), value => Assert.InRange(value.N, 1, StopRule.Least - 1));
        }
    }

    [Fact]
    public void What_a_host_or_a_request_leaves_out_is_told()
    {
        var plan = PlanBuilder.Of(new RunRequest("r", "thorough", 1), PlanFacts.Small, []);
        Assert.Equal(
            [
                "The worth of a core's second thread is not measured: SMT is off, or the host does not tell which CPUs share a core.",
                "The speed of disks is not measured: no folder on the storage to be judged was given.",
                "The network from guest to guest is not measured: guests get a NIC only when asked for.",
                "What merging of equal pages saves is not measured: KSM is off, or the host does not tell; it is never switched.",
                "The sweep density-4-vcpu is not made: its guests have 4 vCPUs, and the host has 2 CPUs.",
            ],
            plan.Omitted.Select(each => each.Words()));
    }

    [Fact]
    public void What_does_not_fit_or_cannot_be_told_is_left_out()
    {
        var unknown = PlanBuilder.Of(new RunRequest("r", "quick", 1), PlanFacts.Of(2, 2, null, null), []);
        Assert.Empty(unknown.Experiments);
        Assert.Equal(["Nothing is measured: the host does not tell how much memory is free."], unknown.Omitted.Select(each => each.Words()));
        Assert.Equal(TimeSpan.FromSeconds(60), unknown.Predicted);

        // 2 GiB must be left: nothing is free for guests.
        var full = PlanBuilder.Of(new RunRequest("r", "quick", 1), PlanFacts.Of(2, 2, 8, 2), []);
        Assert.Empty(full.Experiments);
        Assert.Contains("The experiment cpu-cost is not made: it needs 328 MiB, more than guests may take of what is free.", full.Omitted.Select(each => each.Words()));

        var coreless = PlanBuilder.Of(new RunRequest("r", "quick", 1), PlanFacts.Of(null, 2, 8, 6), []);
        Assert.Contains("The sweep density is not made: the host does not tell how many cores it has.", coreless.Omitted.Select(each => each.Words()));
        Assert.Throws<ArgumentException>(() => PlanBuilder.Of(new RunRequest("r", "endless", 1), PlanFacts.Small, []));
    }

    // 24 GiB: 2.4 GiB are left to the host, and 0.5 GiB are spare: the run's own tools, and what others take meanwhile. Whatever is free, no set needs more than the rest.
    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(20)]
    public void No_set_of_guests_takes_what_must_be_left_to_the_host(long free)
    {
        foreach (var name in PlanBuilder.Names)
        {
            var plan = PlanBuilder.Of(new RunRequest("r", name, 1, "/storage", true), PlanFacts.Of(32, 64, 24, free, ksm: true), PlanFacts.Siblings);
            Assert.NotEmpty(plan.Experiments);
            foreach (var experiment in plan.Experiments.Where(each => each is not KsmGain))
            {
                Assert.All(Scripts(experiment), script => Assert.True(Taken(script, plan) <= (free * 1024) - 2457 - 512, $"{name}: {experiment.Name} takes {Taken(script, plan)} MiB"));
            }
        }
    }

    // The guest's own rules: see its init. Whole numbers, and words that it knows.
    [Fact]
    public void A_guest_understands_every_command()
    {
        const string number = "(0|[1-9][0-9]{0,8})";
        var grammar = new System.Text.RegularExpressions.Regex(
            $"^((cpu|memory) {number} {number}|rate {number} {number} {number}|fork {number}|touch (same|unique) {number}|fio libaio (randrw|read) {number}[km] {number} {number}|net (up [0-9./]+|serve|send [0-9.]+ {number}))$");
        var commands = PlanBuilder.Names
            .SelectMany(name => PlanBuilder.Of(new RunRequest("r", name, 1, "/storage", true), PlanFacts.Of(32, 64, 512, 500, ksm: true), PlanFacts.Siblings).Experiments)
            .SelectMany(experiment => experiment.Typical.Steps)
            .Select(step => step switch { GuestWork guest => guest.Command, HostWork host => host.Command, _ => null })
            .OfType<string>()
            .ToArray();
        Assert.All(commands, command => Assert.Matches(grammar, command));
        Assert.True(commands.Distinct().Count() > 20);
    }

    [Fact]
    public void The_CPUs_of_a_core_are_read_from_the_last_one()
    {
        using var intel = HostTree.Intel();
        Assert.Equal([7, 15], CoreSiblings.Of(intel.Root));
        using var amd = HostTree.Amd();
        Assert.Empty(CoreSiblings.Of(amd.Root));
        using var none = HostTree.Empty();
        Assert.Empty(CoreSiblings.Of(none.Root));
        none.Put("sys/devices/system/cpu/cpu0/topology/thread_siblings_list", "0-1");
        none.Put("sys/devices/system/cpu/cpu1/topology/thread_siblings_list", "0-");
        Assert.Equal([0, 1], CoreSiblings.Of(none.Root));
    }

    private static int Taken(Script script, RunPlan plan) => script.Guests.Sum(shape => PlanHost.TakenMib(shape, plan.Accelerator));

    private static RunPlan Of(string name) => PlanBuilder.Of(new RunRequest("r", name, 1, "/storage"), PlanFacts.Server, PlanFacts.Siblings);

    /// <summary>Every script that the experiment asks for on a host that serves all well.</summary>
    private static IEnumerable<Script> Scripts(Experiment experiment)
    {
        var made = HealthyHost.Host.Run(experiment);
        return Enumerable.Range(0, made.Length).Select(cut => experiment.Following(made[..cut])!);
    }
}
