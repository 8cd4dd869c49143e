using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>The experiments of a plan that a host allows, and why the others are left out.</summary>
internal sealed record PlanChoice
{
    private readonly PlanTiming pace;
    private readonly PlanHost host;
    private readonly RunRequest request;

    public PlanChoice(PlanTiming pace, PlanHost host, RunRequest request)
    {
        (this.pace, this.host, this.request) = (pace, host, request);
        var all = host.MostMib is null
            ? [Choice.Not(Message.Of("plan.no-memory"))]
            : (ImmutableArray<Choice>)[Cpu, Smt, Memory, Idle, Boot, Disk, Network, Ksm, .. pace.Densities.Select(Density)];
        var sized = all.Select(Sized).ToImmutableArray();
        Experiments = [.. sized.Select(each => each.Experiment).OfType<Experiment>()];
        Omitted = [.. sized.Select(each => each.Omitted).OfType<Message>()];
    }

    public ImmutableArray<Experiment> Experiments { get; }

    public ImmutableArray<Message> Omitted { get; }

    private GuestShape Guest => new(1, pace.GuestMib);

    private Choice Cpu => new(new CpuCost(pace.Repeats, pace.Cpu, pace.GuestMib));

    private Choice Smt => (pace.Smt, host.Siblings.Length) switch
    {
        (null, _) => NotPlanned(Message.Of("plan.smt")),
        (_, < 2) => Choice.Not(Message.Of("plan.no-smt")),
        ({ } window, _) => new Choice(new SmtYield(pace.Repeats, window, host.Siblings, Guest)),
    };

    private Choice Memory => pace.MemoryShapes.FirstOrDefault(shapes => host.Fits(shapes, pace.Accelerator), pace.MemoryShapes[^1]) is var shapes
        ? new Choice(new MemoryOverheadExperiment(pace.Repeats, shapes, pace.FillMibPerSecond))
        : default;

    private Choice Idle => pace.Idle is { } window
        ? new Choice(new IdleCost(pace.Repeats, window, pace.IdleGuests, Guest))
        : NotPlanned(Message.Of("plan.idle"));

    private Choice Boot => new(new BootTime(pace.BootRounds, Guest, AtMost(Guest, Math.Max(2, 2 * (host.Threads ?? 1)))));

    private Choice Disk => (pace.Disk, request.Storage) switch
    {
        (null, _) => NotPlanned(Message.Of("plan.disks")),
        (_, null) => Choice.Not(Message.Of("plan.no-disks")),
        ({ } window, _) => new Choice(new DiskSpeed(pace.Repeats, window, pace.Together, Guest with { ScratchMib = pace.ScratchMib })),
    };

    private Choice Network => (pace.Network, request.HasNetwork) switch
    {
        (null, _) => NotPlanned(Message.Of("plan.network")),
        (_, false) => Choice.Not(Message.Of("plan.no-network")),
        ({ } window, _) => new Choice(new NetworkPath(pace.Repeats, window, Guest with { HasNic = true })),
    };

    private Choice Ksm => (pace.Ksm, host.MergesPages) switch
    {
        (null, _) => NotPlanned(Message.Of("plan.ksm")),
        (_, not true) => Choice.Not(Message.Of("plan.no-ksm")),
        ({ } settling, _) => new Choice(new KsmGain(pace.Repeats, pace.Together, Merged, FilledToMerge, settling)),
    };

    // Filled twice, beside what a guest needs for itself.
    private GuestShape Merged => new(1, 2 * pace.GuestMib);

    // Less than the tools' disk holds, about 120 MiB.
    private int FilledToMerge => pace.GuestMib * 3 / 8;

    private Choice Density(DensityLoad load) => host.Cores switch
    {
        null => Choice.Not(Message.Of("plan.sweep-cores", ("sweep", load.Name))),
        _ when load.Shape.VCpus > host.Threads => Choice.Not(
            Message.Of("plan.sweep-cpus", ("sweep", load.Name), ("vcpus", load.Shape.VCpus), ("cpus", host.Threads!.Value))),
        { } cores => new Choice(
            new DensitySweep(load, AtMost(load.Shape, load.Most(cores)), cores, pace.DensityBaselines, pace.DensityReplicates, pace.Density)),
    };

    /// <summary>As many guests as wanted and as fit; where none fits 1, which is then left out by its size.</summary>
    private int AtMost(GuestShape shape, int wanted) =>
        (int)Math.Max(1, Math.Min(Math.Min(wanted, pace.MostGuests ?? wanted), host.Fitting(shape, pace.Accelerator)));

    private Choice NotPlanned(Message what) => Choice.Not(Message.Of("plan.not-in", ("what", what), ("plan", pace.Name)));

    /// <summary>Without what does not fit.</summary>
    private Choice Sized(Choice choice) => choice.Experiment is { } experiment && !host.Fits(experiment.Typical.Guests, pace.Accelerator)
        ? Choice.Not(Message.Of(
            "plan.too-large",
            ("experiment", experiment.Name),
            ("mebibytes", experiment.Typical.Guests.Sum(guest => PlanHost.TakenMib(guest, pace.Accelerator)))))
        : choice;

    private readonly record struct Choice(Experiment? Experiment, Message? Omitted = null)
    {
        public static Choice Not(Message why) => new(null, why);
    }
}
