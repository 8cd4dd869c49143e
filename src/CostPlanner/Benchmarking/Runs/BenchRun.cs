using System.Collections.Immutable;
using System.Diagnostics;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>Who hears of a run while it goes on.</summary>
/// <param name="Tell">Told every line of progress.</param>
/// <param name="Save">Given the record after each replicate.</param>
public sealed record RunListener(Action<RunProgress> Tell, Action<BenchmarkRun> Save);

/// <summary>One run, from the first look at the host to the record.</summary>
/// <remarks>
/// The host is watched while nothing of ours runs, then calibrated natively; each experiment makes its replicates, each a fresh boot of its set; then the
/// host is calibrated and watched again. Nothing of the run is left when it is over, however it ends.
/// </remarks>
public sealed class BenchRun
{
    private readonly PreparedRun prepared;
    private readonly RunPlan plan;
    private readonly RunRecord record;
    private readonly RunListener listener;
    private readonly CancellationToken calledOff;
    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly List<Disturbance> stretches = [];
    private readonly HashSet<Experiment> finished = [];

    private BenchRun(PreparedRun prepared, RunRecord record, RunListener listener, CancellationToken calledOff) =>
        (this.prepared, this.plan, this.record, this.listener, this.calledOff) = (prepared, prepared.Plan, record, listener, calledOff);

    /// <summary>Makes a run, or the rest of one.</summary>
    /// <param name="prepared">The run.</param>
    /// <param name="earlier">The record of the part that was made, where the run is resumed.</param>
    /// <param name="listener">Who hears of it.</param>
    /// <param name="calledOff">Ends it; the record of what was made is saved, then it throws.</param>
    /// <returns>The record; where this machine cannot make the run, a failed check of it says why.</returns>
    public static BenchmarkRun Do(PreparedRun prepared, BenchmarkRun? earlier, RunListener listener, CancellationToken calledOff)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(calledOff);
        limited.CancelAfter(prepared.Plan.Deadline);
        var run = new BenchRun(prepared, new RunRecord(prepared, earlier), listener, limited.Token);
        var isOver = true;
        try
        {
            run.Make();
        }
        catch (OperationCanceledException) when (!calledOff.IsCancellationRequested)
        {
            // What was made is good: the rest can be made by resuming it.
            isOver = false;
            run.record.Add(ValidityCheck.Of(RejectReason.RunDeadline,
                Message.Of("check.not-over"), PlanDescription.Time(prepared.Plan.Deadline), passed: false));
        }
        catch (GuestException trouble)
        {
            run.record.Add(ValidityCheck.Of(trouble.Rejection.Reason, trouble.Rejection.Words, Message.Of("check.none"), passed: false));
        }
        catch (OperationCanceledException)
        {
            listener.Save(run.record.Build(isOver: false));
            throw;
        }

        var made = run.record.Build(isOver);
        listener.Save(made);
        run.Tell(RunMoment.Ended, made.IsValid ? Message.Of("progress.valid") : Message.Of("progress.not-valid", ("why", made.WhyNotValid[0])));
        return made;
    }

    private void Make()
    {
        foreach (var line in PlanDescription.Of(plan))
        {
            Tell(RunMoment.Planned, line);
        }

        // A folder that cannot be written is known before hours are spent.
        listener.Save(record.Build(isOver: false));
        using var run = GuestRun.Open(calledOff);
        Tell(RunMoment.Phase, Message.Of("progress.unpacking"));
        var native = NativeTools.Unpack(prepared.Image, run.Folder, calledOff);
        using var disks = prepared.NeedsDisks ? ScratchDisks.Open(prepared.Request.Storage!) : null;
        record.Add(new HostFact("memory-ceiling", Ceiling(run)));
        var complaints = HostComplaints.Take(calledOff);
        var ground = new RunContext(prepared, run, native, disks);
        if (IsQuietBefore())
        {
            Calibrate(ground);
            foreach (var experiment in plan.Experiments)
            {
                Make(ground, experiment);
            }

            Drill(ground);
            Calibrate(ground);
            Watch(Message.Of("progress.quiet.after"));
        }

        // Also of a run that did not begin: the rest of one may be all that was missing, and what was made before must not count unjudged.
        Judge();
        foreach (var check in HostComplaints.Checks(complaints, HostComplaints.Take(calledOff)))
        {
            record.Add(check);
        }
    }

    private Message Ceiling(GuestRun run) => prepared.MemoryCeiling is { } most
        ? run.Limit(most) is { } why ? NoCeiling(why.WithTexts(Printable.Line)) : most.ToString()
        : NoCeiling(Message.Of("run.memory-unknown"));

    private static Message NoCeiling(Message why) => Message.Of("run.no-ceiling", ("why", why));

    /// <summary>Says whether a run may begin. Whether tasks wait for CPU is asked only now: at the end they waited for the calibration.</summary>
    private bool IsQuietBefore()
    {
        var pressure = QuietReading.Take().PressureCheck();
        record.Add(pressure);
        return (Watch(Message.Of("progress.quiet.before")) is null && pressure.Passed) || !plan.RejectsUnquiet;
    }

    /// <summary>Watches the host while nothing of ours runs; why what is measured on it would not count, or null.</summary>
    private Rejection? Watch(Message told)
    {
        Tell(RunMoment.Phase, told);
        var before = QuietReading.Take();
        calledOff.WaitHandle.WaitOne(TimeSpan.FromSeconds(plan.QuietSeconds));
        calledOff.ThrowIfCancellationRequested();
        var stretch = Disturbance.Between(before, QuietReading.Take());
        stretches.Add(stretch);
        return stretch.Rejection;
    }

    private void Make(RunContext ground, Experiment experiment)
    {
        while (record.RejectedOf(experiment.Name) < plan.MostRejected && experiment.Following(record.Of(experiment.Name)) is { } script)
        {
            Keep(new ReplicateRun(
                ground,
                record.NextNumber,
                experiment.Name,
                words => Tell(RunMoment.Phase, words, experiment.Name, record.NextNumber, script.Guests.Length),
                calledOff)
                .Make(script, experiment.Figures, stretches.Add));
        }

        finished.Add(experiment);
        foreach (var value in experiment.Values(record.Of(experiment.Name)))
        {
            Tell(RunMoment.Value, ValueWords.Of(value), experiment.Name);
        }
    }

    /// <summary>The bare host alone, at the start and at the end. Made again where it was disturbed: hours hang on it.</summary>
    private void Calibrate(RunContext ground)
    {
        var before = record.Of(Calibration.Name).Length;
        for (var attempt = 1; attempt <= plan.MostRejected && record.Of(Calibration.Name).Length == before; attempt++)
        {
            CalibrateOnce(ground);
        }
    }

    private void CalibrateOnce(RunContext ground)
    {
        var script = Calibration.Script(plan);
        Keep(new ReplicateRun(
            ground, record.NextNumber, Calibration.Name, words => Tell(RunMoment.Phase, words, Calibration.Name, record.NextNumber, 0), calledOff)
            .Make(script, Calibration.Figures, stretches.Add));
    }

    private void Drill(RunContext ground)
    {
        if (!plan.DrillsFaults)
        {
            return;
        }

        var seen = new List<(FaultDrill, Rejection?)>();
        foreach (var drill in FaultDrill.All)
        {
            Tell(RunMoment.Phase, Message.Of("progress.fault", ("fault", drill.Fault)), drill.Name, record.NextNumber, 1);
            var rejection = drill.Plant(ground, record.NextNumber);
            seen.Add((drill, rejection));
            Keep(new Replicate { Number = record.NextNumber, Experiment = drill.Name, Guests = 1, Rejected = rejection });
        }

        record.Add(FaultDrill.Check(seen));
    }

    private void Judge()
    {
        ImmutableArray<ValidityCheck> checks =
        [
            GuestEvidence.Hardware(prepared.Conditions.HostClass, plan.Accelerator, [.. BootWords.Of(record.Replicates)]),
            GuestEvidence.Speed(record.Values.FirstOrDefault(value => value.Name == Measures.CpuAlu.Name)?.Value),
            GuestEvidence.Steal(plan.Accelerator, record.Replicates),
            .. Disturbance.Checks(stretches),
            Calibration.Check(record.Of(Calibration.Name)),
        ];
        foreach (var check in checks)
        {
            record.Add(check);
        }

        var few = plan.Experiments.Where(each => record.RejectedOf(each.Name) >= plan.MostRejected).Select(each => each.Name).ToArray();
        var none = Message.Of("check.none-given-up");
        record.Add(
            ValidityCheck.Of(
                RejectReason.TooFewReplicates,
                    few.Length == 0 ? none : Message.Of("check.given-up", ("experiments", Message.List(few))), none, few.Length == 0));
    }

    private void Keep(Replicate replicate)
    {
        record.Add(replicate);
        listener.Save(record.Build(isOver: false));
        Tell(
            replicate.Rejected is null ? RunMoment.Replicate : RunMoment.Rejected,
            replicate.Rejected is { } rejection
                ? Message.Of("progress.rejected", ("reason", rejection.Reason.Word()), ("words", rejection.Words))
                : ValueWords.Of(replicate.Figures),
            replicate.Experiment,
            replicate.Number,
            replicate.Guests);
    }

    private void Tell(RunMoment moment, Message words, string? experiment = null, int? number = null, int? guests = null) =>
        listener.Tell(new RunProgress(moment, elapsed.Elapsed, moment == RunMoment.Ended ? TimeSpan.Zero : Left(), experiment, number, guests, words));

    /// <summary>What the plan still expects: replicates that are made are no longer in it.</summary>
    private TimeSpan Left() => plan.Experiments.Except(finished).Aggregate(
        plan.Around / 2,
        (sum, each) => sum + (Math.Max(0, each.Expected - record.Of(each.Name).Length) * (plan.PredictedOf(each) / Math.Max(1, each.Expected))));
}
