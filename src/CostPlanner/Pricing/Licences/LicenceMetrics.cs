using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CostPlanner.Model;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>The licence metrics by the names that the price book uses, and what of an estate they look at.</summary>
public static class LicenceMetrics
{
    private static readonly ConditionalWeakTable<LicensedEstate, Counts> Known = [];

    /// <summary>Every metric known.</summary>
    public static ImmutableSortedDictionary<string, LicenceMetric> All { get; } = new Dictionary<string, LicenceMetric>
    {
        ["core"] = Core.Count,
        ["cpu-cores"] = CpuCores.Count,
        ["socket"] = Socket.Count,
        ["socket-pair"] = SocketPair.Count,
        ["host"] = PerHost.Count,
        ["flat"] = Flat.Count,
        ["kit"] = Kit.Count,
        ["vm"] = PerVm.Count,
        ["vram"] = MemoryPool.Count,
        ["tib"] = Capacity.Count,
        ["windows-core-datacenter"] = WindowsByCore.CountDatacenter,
        ["windows-core-standard"] = WindowsByCore.CountStandard,
        ["windows-processor-datacenter"] = WindowsBySocket.CountDatacenter,
        ["windows-processor-standard"] = WindowsBySocket.CountStandard,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Whether the quantity depends on VMs: without them it would be 0, which is no answer.</summary>
    public static bool CountsVms(LicenceRule rule) =>
        rule.Metric is "vm" || rule.Metric.StartsWith("windows-", StringComparison.Ordinal) || rule.Limit("max-gib-per-vm") is not null;

    /// <summary>Whether the quantity depends on the configured memory of VMs.</summary>
    public static bool CountsVmMemory(LicenceRule rule) => rule.Metric is "vram";

    /// <summary>Whether it depends on the hosts' memory that the product may be used.</summary>
    public static bool CountsMemory(LicenceRule rule) => rule.Limit("max-memory-gib") is not null;

    /// <summary>Whether the quantity depends on the storage inside hosts.</summary>
    public static bool CountsStorage(LicenceRule rule) => rule.Metric is "tib";

    /// <summary>The units that an estate needs under a rule; throws for a metric that is not known, which reading the price book refuses.</summary>
    /// <remarks>What was counted of an estate is kept for as long as the estate is there: trials ask again with other prices.</remarks>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate) => All.TryGetValue(rule.Metric, out var metric)
        ? Known.GetOrCreateValue(estate).GetOrAdd(rule, static (each, given) => given.Metric(each, given.Estate), (Metric: metric, Estate: estate))
        : throw new ArgumentException($"'{rule.Metric}' is not a licence metric", nameof(rule));

    private sealed class Counts() : ConcurrentDictionary<LicenceRule, LicenceQuantity>(ReferenceEqualityComparer.Instance);
}
