using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>A fact as a line of text.</summary>
/// <param name="Name">Its name, in lower case with hyphens.</param>
/// <param name="Value">What was found; null when it could not be had.</param>
/// <param name="WhyUnknown">Why it is null.</param>
public sealed record FactLine(string Name, Message? Value, Message? WhyUnknown)
{
    /// <summary>The value, or that it is not known, and why.</summary>
    public Message Told => Value ?? Message.Of("fact.unknown", ("why", WhyUnknown ?? Message.None));
}

/// <summary>The facts of a host as lines, in a fixed order: for a table, and for the conditions of a run.</summary>
public static class FactLines
{
    private const string NotAffected = "Not affected";

    /// <summary>The parameters of KVM that change most how fast guests are.</summary>
    private static readonly string[] MainParameters =
        [
            "kvm.halt_poll_ns",
            "kvm.nx_huge_pages",
            "kvm_amd.avic",
            "kvm_amd.nested",
            "kvm_amd.npt",
            "kvm_intel.enable_apicv",
            "kvm_intel.ept",
            "kvm_intel.nested",
        ];

    /// <summary>All facts; each flaw of CPUs and each parameter of a module is a line of its own at the end.</summary>
    public static IEnumerable<FactLine> All(HostFacts facts) => Lines(facts, _ => true, _ => true);

    /// <summary>The facts that fit a screen: of the flaws those that affect this CPU, of the parameters the main ones.</summary>
    public static IEnumerable<FactLine> OnOneScreen(HostFacts facts) => Lines(facts, flaw => flaw != NotAffected, MainParameters.Contains);

    private static IEnumerable<FactLine> Lines(HostFacts facts, Func<string, bool> hasFlaw, Func<string, bool> hasParameter)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var values = Values(facts).Select(
            fact => new FactLine(Hyphened(fact.Name), fact.Value, fact.Value is null ? facts.Unknown.GetValueOrDefault(fact.Name, Message.None) : null));
        var flaws = (facts.Cpu.Mitigations ?? ImmutableSortedDictionary<string, string>.Empty)
            .Where(flaw => hasFlaw(flaw.Value))
            .Select(flaw => new FactLine($"mitigation-{Hyphened(flaw.Key)}", flaw.Value, null));
        var parameters = facts.Kvm.Parameters
            .Where(parameter => hasParameter(parameter.Key))
            .Select(parameter => new FactLine(Hyphened(parameter.Key), parameter.Value, null));
        return [.. values, .. flaws, .. parameters];
    }

    private static IEnumerable<(string Name, Message? Value)> Values(HostFacts facts) =>
        Machine(facts).Concat(Clock(facts.Cpu)).Concat(MemoryOf(facts.Memory)).Concat(Guests(facts));

    private static IEnumerable<(string Name, Message? Value)> Machine(HostFacts facts) =>
    [
        ("machineVendor", facts.System.MachineVendor),
        ("machineModel", facts.System.MachineModel),
        ("kernel", facts.System.Kernel),
        ("cpuVendor", facts.Cpu.CpuVendor),
        ("cpuModel", facts.Cpu.CpuModel),
        ("cpuFamily", Text(facts.Cpu.CpuFamily)),
        ("cpuModelNumber", Text(facts.Cpu.CpuModelNumber)),
        ("cpuStepping", Text(facts.Cpu.CpuStepping)),
        ("microcode", facts.Cpu.Microcode),
        ("sockets", Text(facts.Cpu.Sockets)),
        ("cores", Text(facts.Cpu.Cores)),
        ("threads", Text(facts.Cpu.Threads)),
        ("smt", facts.Cpu.Smt),
        ("numaNodes", Text(facts.Cpu.NumaNodes)),
        ("caches", facts.Cpu.Caches is { } caches ? Listed(caches.Select(Text)) : null),
    ];

    private static IEnumerable<(string Name, Message? Value)> Clock(CpuFacts cpu) =>
    [
        ("frequencyDriver", cpu.FrequencyDriver),
        ("governor", cpu.Governor),
        ("boost", OnOff(cpu.Boost)),
    ];

    private static IEnumerable<(string Name, Message? Value)> MemoryOf(MemoryFacts memory) =>
    [
        ("memory", Text(memory.Memory)),
        ("memoryAvailable", Text(memory.MemoryAvailable)),
        ("swap", Text(memory.Swap)),
        ("transparentHugePages", memory.TransparentHugePages),
        ("hugePages", memory.HugePages is { } pages ? Listed(pages.Select(Text)) : null),
        ("ksm", OnOff(memory.Ksm)),
    ];

    private static IEnumerable<(string Name, Message? Value)> Guests(HostFacts facts) =>
    [
        ("cgroup", facts.System.Cgroup),
        ("virtualisationFlag", facts.Cpu.VirtualisationFlag),
        ("hypervisorFlag", facts.Cpu.HypervisorFlag is { } flag ? Message.Of(flag ? "fact.yes" : "fact.no") : null),
        ("virtualisedBy", facts.System.VirtualisedBy),
        ("modules", facts.Kvm.Modules is { } modules ? modules.IsEmpty ? Message.Of("fact.none") : string.Join(", ", modules) : null),
        ("qemu", facts.Kvm.Qemu),
        ("qemuPackage", facts.Kvm.QemuPackage),
        (
            "mitigations",
            facts.Cpu.Mitigations is { } flaws
                ? Message.Of("fact.flaws", ("unaffected", flaws.Values.Count(flaw => flaw == NotAffected)), ("flaws", flaws.Count))
                : null),
    ];

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static Message? OnOff(bool? value) => value is { } on ? Message.Of(on ? "fact.on" : "fact.off") : null;

    private static Message Listed(IEnumerable<Message> facts) => Message.Of("list", ("entries", Message.List(facts)));

    private static Message Text(CpuCache cache) => Message.Of(
        "fact.cache", ("count", cache.Count), ("level", cache.Level), ("kind", cache.Kind.ToLowerInvariant()), ("kibibytes", cache.Size.Bytes / 1024));

    private static Message Text(HugePages pages) =>
        Message.Of("fact.huge-pages", ("reserved", pages.Reserved), ("size", pages.Size.ToString()), ("free", pages.Free));

    private static Message? Text(ByteSize? size) => size is { } known ? Message.Of("fact.size", ("gibibytes", known.GiB)) : null;

    // cpuModel -> cpu-model, kvm_intel.ept -> kvm-intel-ept
    private static string Hyphened(string name) =>
        string.Concat(name.Select(letter => letter switch
        {
            >= 'A' and <= 'Z' => $"-{char.ToLowerInvariant(letter)}",
            '_' or '.' => "-",
            _ => $"{letter}",
        }));
}
