using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The words in which the price book says how a product is counted: its metrics, and the parameters that each of them has.</summary>
/// <remarks>What they mean is code: Pricing/Metrics.</remarks>
public static class LicenceParameters
{
    private static readonly ImmutableArray<string> WindowsCores = ["cores-per-pack", "cores-per-unit", "min-per-host", "min-per-socket"];

    // What a product may not be used beyond, however it is counted; a kit and a flat fee have hosts of their own for each of them.
    private static readonly ImmutableArray<string> Limits =
    [
        "max-days", "max-gib-of-vms", "max-gib-of-vms-per-host", "max-gib-of-vms-per-socket", "max-gib-per-vm", "max-hosts", "max-hosts-per-pool", "max-memory-gib",
        "max-sockets-per-host", "max-vms-per-core", "max-vms-per-host", "no-guests",
    ];

    /// <summary>The parameters of each metric, by the metric's name, the limits that every metric may have among them; every one is a number above 0.</summary>
    public static ImmutableSortedDictionary<string, ImmutableSortedSet<string>> ByMetric { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["core"] = ["core-factor", "cores-per-unit", "max-cores", "min-per-order", "min-per-socket"],
        ["cpu-cores"] = ["cores-per-licence"],
        ["socket"] = [],
        ["socket-pair"] = ["cores-per-pair"],
        ["host"] = [],
        ["flat"] = ["max-instances"],
        ["kit"] = ["max-kits"],
        ["vm"] = ["vms-per-unit"],
        ["vm-core"] = ["cores-per-unit", "min-per-vm", "stays-on-host"],
        ["vram"] = ["gib-per-licence"],
        ["tib"] = ["gib-per-core", "min-per-order", "min-per-socket", "min-tib-per-socket", "whole-when-over"],
        ["windows-core-datacenter"] = WindowsCores,
        ["windows-core-standard"] = [.. WindowsCores, "vms-per-set"],
        ["windows-processor-datacenter"] = ["sockets-per-unit"],
        ["windows-processor-standard"] = ["sockets-per-unit", "vms-per-set"],
    }.ToImmutableSortedDictionary(each => each.Key, each => each.Value.Concat(Limits).ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
