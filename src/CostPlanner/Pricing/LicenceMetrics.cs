using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing;

/// <summary>The licence metrics by the names that the price book uses.</summary>
public static class LicenceMetrics
{
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
        ["windows-core-datacenter"] = WindowsByCore.CountDatacenter,
        ["windows-core-standard"] = WindowsByCore.CountStandard,
        ["windows-processor-datacenter"] = WindowsBySocket.CountDatacenter,
        ["windows-processor-standard"] = WindowsBySocket.CountStandard,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Whether the quantity depends on VMs: without them it would be 0, which is no answer.</summary>
    public static bool CountsVms(LicenceRule rule) => rule.Metric is "vm" || rule.Metric.StartsWith("windows-", StringComparison.Ordinal);

    /// <summary>The units that an estate needs under a rule; throws for a metric that is not known, which `prices check` refuses.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate) => All.TryGetValue(rule.Metric, out var metric)
        ? metric(rule, estate)
        : throw new ArgumentException($"'{rule.Metric}' is not a licence metric", nameof(rule));
}
