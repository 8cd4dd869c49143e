using System.Collections.Immutable;
using System.Reflection;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>A run that could begin: what was asked for, on this host, with this guest.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Plan">What follows from it.</param>
/// <param name="Conditions">Under which conditions, as the record says.</param>
/// <param name="Image">What guests boot from.</param>
/// <param name="Facts">What the host is.</param>
public sealed record PreparedRun(RunRequest Request, RunPlan Plan, MeasurementConditions Conditions, GuestImage Image, HostFacts Facts)
{
    /// <summary>Facts that change from hour to hour: they do not keep a run from being resumed.</summary>
    private static readonly string[] Fleeting = ["memory-available", "huge-pages", "memory-ceiling"];

    /// <summary>Whether a guest of the plan has a disk on the storage to be judged.</summary>
    public bool NeedsDisks => Plan.Experiments.Any(experiment => experiment.Typical.Guests.Any(guest => guest.ScratchMib > 0));

    /// <summary>Memory that all guests together may take; null where the host does not tell its own.</summary>
    public ByteSize? MemoryCeiling => PlanHost.FreeMib(Facts) is { } mib and > 0 ? ByteSize.FromMiB(mib) : null;

    /// <summary>The version of this program as records name it.</summary>
    public static string ToolVersion { get; } =
        typeof(PreparedRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Prepares a run; starts nothing.</summary>
    public static PreparedRun Of(RunRequest request, HostCheck check, GuestImage image)
    {
        var plan = PlanBuilder.Of(request, check.Facts, CoreSiblings.Of("/"));
        var conditions = new MeasurementConditions
        {
            Facts = [
                .. FactLines.All(check.Facts)
                    .Select(fact => new HostFact(fact.Name, fact.Told.WithTexts(Printable.Line))),
            ],
            HostClass = check.Ladder.Class,
            QemuVersion = Printable.Line(check.Facts.Kvm.Qemu ?? "unknown"),
            Argv = Arguments(plan, image),
            Sha256 = image.Sha256,
            Plan = plan.Name,
            Steps = PlanDescription.Of(plan),
            Seed = request.Seed,
        };
        return new PreparedRun(request, plan, conditions, image, check.Facts);
    }

    /// <summary>Why the run cannot be made on this machine, and what to do; null where it can.</summary>
    public Finding? Problem => 0 switch
    {
        _ when Plan.Name != MeasurementConditions.SelfTest && Conditions.HostClass is HostClass.None or HostClass.Emulated => Refused(
            RejectReason.NotHardware.Word(), Message.Of("not-hardware", ("class", Conditions.HostClass.Word())), Message.Of("not-hardware.mend")),
        _ when NeedsDisks
            && ScratchDisks.WhyNot(Request.Storage!) is { } why => Refused("storage-unfit", why, Message.Of("storage-unfit.mend")),
        _ when Plan.Experiments.IsEmpty => Refused(
            "nothing-to-measure", Message.Of("nothing-to-measure", ("omitted", Message.List(Plan.Omitted))), Message.Of("nothing-to-measure.mend")),
        _ => null,
    };

    /// <summary>Why a run that was interrupted cannot go on from here, or null where it can: the same host, guest and plan.</summary>
    /// <param name="earlier">Its record, in which plan and facts are kept in words.</param>
    /// <param name="words">Says plan and facts of now.</param>
    public Message? WhyNotResumable(BenchmarkRun earlier, MessageWording words)
    {
        var (then, now) = (earlier.Conditions, Conditions);
        return 0 switch
        {
            _ when earlier.Checks.FirstOrDefault(check =>
                check.Name == RejectReason.Interrupted.Word()) is not { Passed: false } => Message.Of("resume.not-interrupted"),
            _ when earlier.ToolVersion != ToolVersion => Message.Of("resume.version", ("then", earlier.ToolVersion), ("now", ToolVersion)),
            _ when then.Plan != now.Plan
                || then.Seed != now.Seed
                || !Lasting(then).SequenceEqual(Lasting(now)) => Message.Of("resume.other-plan"),
            _ when !then.Sha256.SequenceEqual(now.Sha256) => Message.Of("resume.other-guest"),
            _ when then.HostClass != now.HostClass || then.QemuVersion != now.QemuVersion => Message.Of("resume.other-class"),
            _ when then.Facts.FirstOrDefault(
                fact =>
                    !Fleeting.Contains(fact.Name) && !now.Facts.Any(other => other.Name == fact.Name && words(other.Value) == words(fact.Value))) is { } fact =>
                    Message.Of("resume.other-host", ("fact", fact.Name), ("value", fact.Value)),
            _ when EarlierReplicates.WhyNot(Plan, earlier) is { } why => why,
            _ => null,
        };
        IEnumerable<string> Lasting(MeasurementConditions conditions) => PlanDescription.Lasting(conditions.Steps.Select(step => words(step)));
    }

    private static Finding Refused(string code, Message message, Message mend) =>
        new(Severity.Error, code, message, new SourcePlace("this machine"), Mend: mend);

    // Paths tell nothing of a measurement, and whose home they lie in is nobody's business.
    private static ImmutableArray<string> Arguments(RunPlan plan, GuestImage image)
    {
        var bare = image with { Kernel = Path.GetFileName(image.Kernel), Initramfs = Path.GetFileName(image.Initramfs), Tools = Path.GetFileName(image.Tools) };
        var shape = plan.Experiments.SelectMany(experiment => experiment.Typical.Guests).FirstOrDefault(new GuestShape(1, 256));
        return new GuestLine("1-1", bare, plan.Accelerator, shape.VCpus, shape.MemoryMib, shape.ScratchMib > 0 ? "scratch" : null).Arguments("run");
    }
}
