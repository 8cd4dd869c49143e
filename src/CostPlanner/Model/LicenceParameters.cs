using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The words in which the price book says how a product is counted: its metrics, and the parameters that each of them has.</summary>
/// <remarks>What they mean is code: Pricing/Metrics.</remarks>
public static class LicenceParameters
{
    private static readonly ImmutableArray<string> WindowsCores = ["cores-per-pack", "cores-per-unit", "min-per-host", "min-per-socket"];

    /// <summary>The parameters of each metric, by the metric's name; every one is a number above 0.</summary>
    public static ImmutableSortedDictionary<string, ImmutableSortedSet<string>> ByMetric { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["core"] = ["core-factor", "cores-per-unit", "max-cores", "max-hosts", "min-per-order", "min-per-socket"],
        ["cpu-cores"] = ["cores-per-licence"],
        ["socket"] = [],
        ["socket-pair"] = ["cores-per-pair"],
        ["host"] = ["max-hosts", "max-memory-gib", "max-sockets-per-host"],
        ["flat"] = ["max-hosts", "max-instances"],
        ["kit"] = ["max-hosts", "max-kits", "max-sockets-per-host"],
        ["vm"] = ["vms-per-unit"],
        ["vram"] = ["gib-per-licence", "max-gib-per-vm"],
        ["tib"] = ["gib-per-core", "min-per-socket", "min-tib-per-socket", "whole-when-over"],
        ["windows-core-datacenter"] = WindowsCores,
        ["windows-core-standard"] = [.. WindowsCores, "vms-per-set"],
        ["windows-processor-datacenter"] = ["sockets-per-unit"],
        ["windows-processor-standard"] = ["sockets-per-unit", "vms-per-set"],
    }.ToImmutableSortedDictionary(each => each.Key, each => each.Value.ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
