using System.Collections.Immutable;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What a host's KVM is, by questions whose worst answer decides.</summary>
/// <remarks>
/// Whatever could not be found out counts like the answer that speaks against the host. What only a booted guest can tell (query-kvm, the
/// guest's own hypervisor signature and clock, its speed in a real workload) is asked by the run, not here.
/// </remarks>
/// <param name="Class">The verdict.</param>
/// <param name="Rungs">The questions, in their order.</param>
/// <param name="Advice">What to do about it, most useful first.</param>
public sealed record ValidityLadder(HostClass Class, ImmutableArray<Rung> Rungs, ImmutableArray<Message> Advice)
{
    private static readonly string[] HardwareModules = ["kvm_amd", "kvm_intel"];
    private static readonly Message Unknown = Message.Of("rung.unknown");
    private static readonly Message NotAsked = Message.Of("rung.not-asked");

    /// <summary>Judges a host.</summary>
    /// <param name="device">The KVM device.</param>
    /// <param name="facts">What the host is.</param>
    /// <param name="probe">What the micro-probe came to; null when it was not run because the device does not open.</param>
    public static ValidityLadder Judge(KvmDevice device, HostFacts facts, ProbeAnswer? probe)
    {
        ImmutableArray<Rung> rungs = [Device(device), Module(facts), Flag(facts), Metal(facts), Loop(probe), Exits(probe)];
        var verdict = rungs.Min(rung => rung.AtBest);
        return new ValidityLadder(verdict, rungs, LadderAdvice.Of(verdict, device, facts, probe));
    }

    private static Rung Device(KvmDevice device) =>
        device.State == KvmDeviceState.Opens
            ? new Rung("device", true, device.Words, Message.Of("rung.device.limit"),
                HostClass.Hardware, Message.Of("rung.device.opens", ("device", device.Path)))
            : new Rung("device", false, device.Words, Message.Of("rung.device.limit"),
                HostClass.None, Message.Of("rung.device.closed", ("device", device.Path)));

    private static Rung Module(HostFacts facts)
    {
        var limit = Message.Of("rung.module.limit");
        if (facts.Kvm.Modules is not { } modules)
        {
            return new Rung(
                "module",
                false,
                Unknown,
                limit,
                HostClass.Emulated,
                Message.Of("rung.module.unseen", ("why", facts.Unknown.GetValueOrDefault("modules", Message.None))));
        }

        var value = modules.IsEmpty ? Message.Of("fact.none") : string.Join(", ", modules);
        var others = modules.Except(HardwareModules).Where(module => module != "kvm").ToList();
        return modules.Intersect(HardwareModules).Any()
            ? new Rung("module", true, value, limit, HostClass.Hardware, Message.Of("rung.module.there"))
            : new Rung("module", false, value, limit, HostClass.Emulated, others.Count > 0
                ? Message.Of("rung.module.other", ("modules", Message.List(others)))
                : Message.Of("rung.module.none"));
    }

    private static Rung Flag(HostFacts facts)
    {
        var limit = Message.Of("rung.flag.limit");
        var flag = facts.Cpu.VirtualisationFlag;
        return flag is "vmx" or "svm"
            ? new Rung("cpu-flag", true, flag, limit, HostClass.Hardware, Message.Of("rung.flag.there"))
            : new Rung(
                "cpu-flag",
                false,
                flag ?? Unknown,
                limit,
                HostClass.Emulated,
                Message.Of("rung.flag.none"));
    }

    private static Rung Metal(HostFacts facts)
    {
        var limit = Message.Of("rung.metal.limit");
        var evidence = new[]
        {
            facts.Cpu.HypervisorFlag switch { true => Message.Of("rung.metal.flag"), false => Message.Of("rung.metal.no-flag"), null => null },
            facts.System.VirtualisedBy is { } by ? Message.Of("rung.metal.detected", ("by", by)) : null,
        }.OfType<Message>().ToArray();
        var found = evidence.Length > 0 ? Message.Of("list", ("entries", Message.List(evidence))) : Unknown;
        return facts.IsVirtual == false
            ? new Rung("bare-metal", true, found, limit, HostClass.Hardware, Message.Of("rung.metal.bare"))
            : new Rung(
                "bare-metal",
                false,
                found,
                limit,
                HostClass.Nested,
                Message.Of("rung.metal.virtual"));
    }

    private static Rung Loop(ProbeAnswer? probe)
    {
        var limit = Message.Of("rung.loop.limit", ("share", LadderLimits.LoopOnHardware));
        return probe switch
        {
            null => new Rung("loop", null, NotAsked, limit, HostClass.None, Message.Of("rung.loop.no-guest")),
            { Figures: { } figures } => Loop(figures, limit),
            { End: ProbeEnd.Refused } => new Rung("loop", false, probe.Words!, limit, HostClass.None, Message.Of("rung.loop.refused")),
            { End: ProbeEnd.TimedOut } => new Rung(
                "loop",
                false,
                Message.Of("rung.loop.lost"),
                limit,
                HostClass.Emulated,
                Message.Of("rung.loop.timed-out", ("words", probe.Words ?? Message.None))),
            _ => new Rung("loop", false, Unknown, limit, HostClass.Emulated, Message.Of("rung.loop.unmeasured", ("words", probe.Words ?? Message.None))),
        };
    }

    private static Rung Loop(ProbeFigures figures, Message limit)
    {
        var value = Message.Of(
            "rung.loop.measured", ("ratio", figures.LoopRatio), ("guest", figures.LoopInGuest), ("host", figures.LoopOnHost));
        return figures.LoopRatio switch
        {
            >= LadderLimits.LoopOnHardware => new Rung("loop", true, value, limit, HostClass.Hardware, Message.Of("rung.loop.hardware")),
            >= LadderLimits.LoopEmulated => new Rung(
                "loop", false, value, limit, HostClass.Nested, Message.Of("rung.loop.nested")),
            _ => new Rung("loop", false, value, limit, HostClass.Emulated, Message.Of("rung.loop.emulated")),
        };
    }

    private static Rung Exits(ProbeAnswer? probe)
    {
        var limit = Message.Of("rung.exits.limit", ("kernel", LadderLimits.CpuidExit), ("process", LadderLimits.PortExit));
        if (probe?.Figures is not { } figures)
        {
            return new Rung(
                "exits",
                null,
                NotAsked,
                limit,
                probe is null or { End: ProbeEnd.Refused } ? HostClass.None : HostClass.Emulated,
                Message.Of("rung.exits.no-guest"));
        }

        var value = Message.Of("rung.exits.measured", ("kernel", figures.CpuidExit), ("process", figures.PortExit));
        return figures.CpuidExit <= LadderLimits.CpuidExit && figures.PortExit <= LadderLimits.PortExit
            ? new Rung("exits", true, value, limit, HostClass.Hardware, Message.Of("rung.exits.cheap"))
            : new Rung(
                "exits",
                false,
                value,
                limit,
                HostClass.Nested,
                Message.Of("rung.exits.dear"));
    }
}
