using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>The code that counts by each metric of <see cref="LicenceMetric.All"/>, and what of an estate a rule looks at.</summary>
public static class LicenceMetrics
{
    // Counting is code, so it cannot stand in the list of Model; that each metric of the list has its code, and no other, is held by Tied.
    private static readonly ImmutableDictionary<string, LicenceCount> Code = new Dictionary<string, LicenceCount>
    {
        ["core"] = Core.Count,
        ["cpu-cores"] = CpuCores.Count,
        ["socket"] = Socket.Count,
        ["socket-pair"] = SocketPair.Count,
        ["host"] = PerHost.Count,
        ["flat"] = Flat.Count,
        ["kit"] = Kit.Count,
        ["vm"] = PerVm.Count,
        ["vm-core"] = VmCore.Count,
        ["vram"] = MemoryPool.Count,
        ["tib"] = Capacity.Count,
        ["windows-core-datacenter"] = WindowsByCore.CountDatacenter,
        ["windows-core-standard"] = WindowsByCore.CountStandard,
        ["windows-processor-datacenter"] = WindowsBySocket.CountDatacenter,
        ["windows-processor-standard"] = WindowsBySocket.CountStandard,
    }.ToImmutableDictionary();

    /// <summary>How each metric of the list counts, by its name.</summary>
    public static ImmutableSortedDictionary<string, LicenceCount> All { get; } = Tied();

    /// <summary>Whether the quantity depends on VMs: without them it would be 0, which is no answer.</summary>
    public static bool CountsVms(LicenceRule rule) => Needs(rule, MetricNeeds.Vms) || rule.Limit("max-gib-per-vm") is not null;

    /// <summary>Whether it depends on how many VMs may run on a host at once.</summary>
    public static bool CountsAtOnce(LicenceRule rule) => IsWindows(rule) || rule.Limit("stays-on-host") is not null;

    /// <summary>Whether the row limits the VMs that may run on a host at once.</summary>
    public static bool LimitsVms(LicenceRule rule) => rule.Limit("max-vms-per-host") is not null || rule.Limit("max-vms-per-core") is not null;

    /// <summary>Whether the quantity depends on the vCPUs of VMs.</summary>
    public static bool CountsVmCpus(LicenceRule rule) => Needs(rule, MetricNeeds.VmCpus);

    /// <summary>Whether the quantity depends on the configured memory of VMs.</summary>
    public static bool CountsVmMemory(LicenceRule rule) => Needs(rule, MetricNeeds.VmMemory);

    /// <summary>Whether the row limits the configured memory of VMs.</summary>
    public static bool LimitsVmMemory(LicenceRule rule) =>
        rule.Limit("max-gib-of-vms") is not null || rule.Limit("max-gib-of-vms-per-host") is not null || rule.Limit("max-gib-of-vms-per-socket") is not null;

    /// <summary>Whether it depends on the hosts' memory that the product may be used.</summary>
    public static bool CountsMemory(LicenceRule rule) => rule.Limit("max-memory-gib") is not null;

    /// <summary>Whether storage may come with what is bought: licences by the core.</summary>
    public static bool BringsStorage(LicenceRule rule) => rule.Kind is { BringsStorage: true };

    /// <summary>Whether the quantity depends on the storage inside hosts.</summary>
    public static bool CountsStorage(LicenceRule rule) => Needs(rule, MetricNeeds.RawStorage);

    /// <summary>The units that an estate needs under a rule; throws for a metric that is not known, which reading the price book refuses.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="estate">The licensed hosts.</param>
    /// <param name="cache">Keeps what was counted: trials ask again with other prices.</param>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate, CaseCache cache) => All.TryGetValue(rule.Metric, out var metric)
        ? cache.Of(estate, static _ => new Counts())
            .GetOrAdd(rule, static (each, given) => Within(each, given.Estate, given.Metric(each, given.Estate)), (Metric: metric, Estate: estate))
        : throw new ArgumentException($"'{rule.Metric}' is not a licence metric", nameof(rule));

    /// <summary>The quantity with every limit of the row that the hosts which are licensed are beyond.</summary>
    private static LicenceQuantity Within(LicenceRule rule, LicensedEstate estate, LicenceQuantity counted) =>
        counted with { Refusal = Clauses.Of(counted.Refusal, Limits.Refusal(rule, IsWindows(rule) ? estate.WithWindows : estate.Hosts)) };

    private static bool IsWindows(LicenceRule rule) => rule.Kind?.Edition is not null;

    private static bool Needs(LicenceRule rule, MetricNeeds what) => rule.Kind is { } kind && kind.Needs.HasFlag(what);

    private static ImmutableSortedDictionary<string, LicenceCount> Tied() => Code.Count == LicenceMetric.All.Count
        ? LicenceMetric.All.ToImmutableSortedDictionary(each => each.Key, each => Code[each.Key], StringComparer.Ordinal)
        : throw new InvalidOperationException("a licence metric of Pricing stands in no list of Model");

    private sealed class Counts() : ConcurrentDictionary<LicenceRule, LicenceQuantity>(ReferenceEqualityComparer.Instance);
}
