using System.Collections.Immutable;
using System.Globalization;
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
public sealed record ValidityLadder(HostClass Class, ImmutableArray<Rung> Rungs, ImmutableArray<string> Advice)
{
    private static readonly string[] HardwareModules = ["kvm_amd", "kvm_intel"];

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
            ? new Rung("device", true, device.Words, "opens", HostClass.Hardware, $"{device.Path} opens for this user; that alone proves nothing.")
            : new Rung("device", false, device.Words, "opens", HostClass.None, $"Without {device.Path} no guest runs on KVM.");

    private static Rung Module(HostFacts facts)
    {
        const string limit = "kvm_intel or kvm_amd";
        if (facts.Kvm.Modules is not { } modules)
        {
            return new Rung(
                "module", false, "unknown", limit, HostClass.Emulated, $"What drives KVM cannot be seen: {facts.Unknown.GetValueOrDefault("modules")}.");
        }

        var value = modules.IsEmpty ? "none" : string.Join(", ", modules);
        var others = modules.Except(HardwareModules).Where(module => module != "kvm").ToList();
        return modules.Intersect(HardwareModules).Any()
            ? new Rung("module", true, value, limit, HostClass.Hardware, "The kernel has the module for this CPU's virtualisation.")
            : new Rung("module", false, value, limit, HostClass.Emulated, others.Count > 0
                ? $"KVM is driven by {string.Join(", ", others)}, not by the CPU's virtualisation."
                : "The kernel has no module for a CPU's virtualisation.");
    }

    private static Rung Flag(HostFacts facts)
    {
        const string limit = "vmx or svm";
        var flag = facts.Cpu.VirtualisationFlag;
        return flag is "vmx" or "svm"
            ? new Rung("cpu-flag", true, flag, limit, HostClass.Hardware, "The CPU offers its virtualisation to this system.")
            : new Rung(
                "cpu-flag",
                false,
                flag ?? "unknown",
                limit,
                HostClass.Emulated,
                "The CPU offers no virtualisation to this system, so KVM could only play one in software.");
    }

    private static Rung Metal(HostFacts facts)
    {
        const string limit = "no hypervisor below";
        var evidence = string.Join(", ", new[]
        {
            facts.Cpu.HypervisorFlag switch { true => "CPU flag hypervisor", false => "no CPU flag hypervisor", null => null },
            facts.System.VirtualisedBy is { } by ? $"systemd-detect-virt {by}" : null,
        }.OfType<string>());
        return facts.IsVirtual == false
            ? new Rung("bare-metal", true, evidence, limit, HostClass.Hardware, "Nothing says that this system is a VM.")
            : new Rung(
                "bare-metal",
                false,
                evidence.Length > 0 ? evidence : "unknown",
                limit,
                HostClass.Nested,
                "This system is a VM itself, or may be one: its guests share the CPU with strangers.");
    }

    private static Rung Loop(ProbeAnswer? probe)
    {
        var limit = string.Create(CultureInfo.InvariantCulture, $"at least {LadderLimits.LoopOnHardware} of the host's speed");
        return probe switch
        {
            null => new Rung("loop", null, "not asked", limit, HostClass.None, "No guest can be made, so nothing was measured."),
            { Figures: { } figures } => Loop(figures, limit),
            { End: ProbeEnd.Refused } => new Rung("loop", false, probe.Words!, limit, HostClass.None, "KVM opens and runs no guest."),
            { End: ProbeEnd.TimedOut } => new Rung(
                "loop",
                false,
                "did not come back",
                limit,
                HostClass.Emulated,
                $"A loop of microseconds did not end in time, or the host is too busy to start it: {probe.Words}."),
            _ => new Rung("loop", false, "unknown", limit, HostClass.Emulated, $"Nothing was measured, so nothing may be claimed: {probe.Words}."),
        };
    }

    private static Rung Loop(ProbeFigures figures, string limit)
    {
        var value = string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.LoopRatio:0.#####} ({figures.LoopInGuest:0.###} ns in the guest, {figures.LoopOnHost:0.###} ns on the host)");
        return figures.LoopRatio switch
        {
            >= LadderLimits.LoopOnHardware => new Rung("loop", true, value, limit, HostClass.Hardware, "The guest's instructions run on the CPU itself."),
            >= LadderLimits.LoopEmulated => new Rung(
                "loop", false, value, limit, HostClass.Nested, "The guest runs on the CPU, but something takes a part of its time."),
            _ => new Rung("loop", false, value, limit, HostClass.Emulated, "The guest's instructions are played by software."),
        };
    }

    private static Rung Exits(ProbeAnswer? probe)
    {
        var limit = string.Create(
            CultureInfo.InvariantCulture, $"at most {LadderLimits.CpuidExit:0} ns to the kernel, {LadderLimits.PortExit:0} ns to a process");
        if (probe?.Figures is not { } figures)
        {
            return new Rung(
                "exits",
                null,
                "not asked",
                limit,
                probe is null or { End: ProbeEnd.Refused } ? HostClass.None : HostClass.Emulated,
                "No guest ran, so nothing was measured.");
        }

        var value = string.Create(CultureInfo.InvariantCulture, $"{figures.CpuidExit:0} ns to the kernel, {figures.PortExit:0} ns to a process");
        return figures.CpuidExit <= LadderLimits.CpuidExit && figures.PortExit <= LadderLimits.PortExit
            ? new Rung("exits", true, value, limit, HostClass.Hardware, "Leaving the guest is as cheap as where nothing lies below.")
            : new Rung(
                "exits",
                false,
                value,
                limit,
                HostClass.Nested,
                "Leaving the guest is dearer than where nothing lies below: another hypervisor, or a host that was busy; measure again when it is quiet.");
    }
}
