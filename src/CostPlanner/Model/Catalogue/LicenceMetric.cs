using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A way in which the price book counts a product: its word, the parameters that a row may give it, and what of an estate it needs.</summary>
/// <remarks>How it counts is code: one file of Pricing/Metrics for each, which Pricing ties to the rows of this list, or refuses to start.</remarks>
public sealed record LicenceMetric
{
    // What a product may not be used beyond, however it is counted; a kit and a flat fee have hosts of their own for each of them.
    private static readonly ImmutableArray<string> Limits =
    [
        "max-days", "max-gib-of-vms", "max-gib-of-vms-per-host", "max-gib-of-vms-per-socket", "max-gib-per-vm", "max-hosts", "max-hosts-per-pool",
        "max-memory-gib", "max-sockets-per-host", "max-vms-per-core", "max-vms-per-host", "no-guests",
    ];

    private LicenceMetric(string name, params ReadOnlySpan<string> parameters) =>
        (Name, Parameters) = (name, Limits.Concat(parameters.ToArray()).ToImmutableSortedSet(StringComparer.Ordinal));

    /// <summary>The one list of metrics, by name.</summary>
    public static ImmutableSortedDictionary<string, LicenceMetric> All { get; } = new LicenceMetric[]
    {
        new("core", "core-factor", "cores-per-unit", "max-cores", "min-per-order", "min-per-socket") { BringsStorage = true },
        new("cpu-cores", "cores-per-licence"),
        new("socket"),
        new("socket-pair", "cores-per-pair"),
        new("host"),
        new("flat", "max-instances") { HasOwnHosts = true },
        new("kit", "max-kits") { HasOwnHosts = true },
        new("vm", "vms-per-unit") { Needs = MetricNeeds.Vms, IsPerVm = true },
        new("vm-core", "cores-per-unit", "min-per-vm", "stays-on-host") { Needs = MetricNeeds.Vms | MetricNeeds.VmCpus },
        new("vram", "gib-per-licence") { Needs = MetricNeeds.VmMemory },
        new("tib", "gib-per-core", "min-per-order", "min-per-socket", "min-tib-per-socket", "whole-when-over") { Needs = MetricNeeds.RawStorage },
        Windows("windows-core-datacenter", WindowsEdition.Datacenter, "cores-per-pack", "cores-per-unit", "min-per-host", "min-per-socket"),
        Windows("windows-core-standard", WindowsEdition.Standard, "cores-per-pack", "cores-per-unit", "min-per-host", "min-per-socket", "vms-per-set"),
        Windows("windows-processor-datacenter", WindowsEdition.Datacenter, "sockets-per-unit"),
        Windows("windows-processor-standard", WindowsEdition.Standard, "sockets-per-unit", "vms-per-set"),
    }.ToImmutableSortedDictionary(metric => metric.Name, metric => metric, StringComparer.Ordinal);

    /// <summary>The word of the price book: "core", "socket-pair".</summary>
    public string Name { get; }

    /// <summary>The parameters that a row may give it, the limits that every metric may have among them; every one is a number above 0.</summary>
    public ImmutableSortedSet<string> Parameters { get; }

    /// <summary>What of an estate it counts beside hosts.</summary>
    public MetricNeeds Needs { get; private init; }

    /// <summary>The edition of Windows Server whose guests it counts; null for anything else.</summary>
    public WindowsEdition? Edition { get; private init; }

    /// <summary>Whether it counts single VMs, each once.</summary>
    public bool IsPerVm { get; private init; }

    /// <summary>Whether storage may come with what is bought.</summary>
    public bool BringsStorage { get; private init; }

    /// <summary>Whether <c>max-hosts</c> is for each unit and not for the whole order, so that the metric itself refuses too many.</summary>
    public bool HasOwnHosts { get; private init; }

    private static LicenceMetric Windows(string name, WindowsEdition edition, params ReadOnlySpan<string> parameters) =>
        new(name, parameters) { Needs = MetricNeeds.Vms, Edition = edition };
}

/// <summary>What of an estate a metric counts beside hosts; without it the quantity would be 0, which is no answer.</summary>
[Flags]
public enum MetricNeeds
{
    /// <summary>Hosts alone.</summary>
    None = 0,

    /// <summary>VMs, how many there are.</summary>
    Vms = 1,

    /// <summary>The vCPUs of VMs.</summary>
    VmCpus = 1 << 1,

    /// <summary>The configured memory of VMs.</summary>
    VmMemory = 1 << 2,

    /// <summary>The storage inside hosts.</summary>
    RawStorage = 1 << 3,
}

/// <summary>An edition of Windows Server.</summary>
public enum WindowsEdition
{
    /// <summary>Counted by hosts and sets of VMs.</summary>
    Standard,

    /// <summary>Counted by hosts, for any number of VMs.</summary>
    Datacenter,
}
