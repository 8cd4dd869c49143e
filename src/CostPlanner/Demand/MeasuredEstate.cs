using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What a VM was measured to need of one resource.</summary>
/// <param name="Figure">The figure that it is sized by; where there is one for each hour, the largest of them.</param>
/// <param name="ByBucket">The figure of each hour; empty where there is one for the whole time.</param>
/// <param name="UnseenBuckets">Hours without a sample, for which the figure of the whole time stands.</param>
public sealed record MeasuredNeed(decimal Figure, ImmutableArray<decimal> ByBucket, int UnseenBuckets)
{
    /// <summary>The need in one hour.</summary>
    public decimal In(int bucket) => ByBucket.IsEmpty ? Figure : ByBucket[bucket];
}

/// <summary>What one VM was measured to need, without headroom or growth.</summary>
/// <param name="Cpu">Busy cores of its host; null where CPU is sized as configured, or was not measured.</param>
/// <param name="Memory">MiB; null where memory is sized as configured, or was not measured.</param>
/// <param name="Iops">Disk operations per second; null where not measured.</param>
/// <param name="Network">Mbit/s; null where not measured.</param>
public sealed record MeasuredVm(MeasuredNeed? Cpu, MeasuredNeed? Memory, decimal? Iops, decimal? Network)
{
    /// <summary>A VM that was never seen.</summary>
    public static MeasuredVm NeverSeen { get; } = new(null, null, null, null);
}

/// <summary>What the VMs of an estate were measured to need, by one set of rules.</summary>
public sealed record MeasuredEstate
{
    private readonly ImmutableDictionary<string, MeasuredVm> byId;

    private MeasuredEstate(UsageHistory usage, SizingRules rules, ImmutableDictionary<string, MeasuredVm> byId) =>
        (Usage, Rules, this.byId) = (usage, rules, byId);

    /// <summary>The samples.</summary>
    public UsageHistory Usage { get; }

    /// <summary>The rules.</summary>
    public SizingRules Rules { get; }

    /// <summary>
    /// What each VM needs by those rules. Disk operations and network follow the rule of CPU where that is one figure for the whole time,
    /// otherwise the figure that stands for an hour.
    /// </summary>
    public static MeasuredEstate Of(UsageHistory usage, SizingRules rules)
    {
        var hours = new HourBuckets(usage, rules.Buckets);
        var side = rules.Cpu.Kind is SizingKind.Configured or SizingKind.Coincident ? rules.Bucket : rules.Cpu;
        return new MeasuredEstate(usage, rules, usage.Vms.ToImmutableDictionary(
            vm => vm.VmId,
            vm => new MeasuredVm(
                Need(vm.Cpu, rules.Cpu, rules, hours),
                Need(vm.Memory, rules.Memory, rules, hours),
                SampleFigures.Of(side, rules.Percentiles, vm.Iops.Values),
                SampleFigures.Of(side, rules.Percentiles, vm.Network.Values)),
            StringComparer.Ordinal));
    }

    /// <summary>What a VM needs; nothing known where it was never seen.</summary>
    public MeasuredVm Of(VirtualMachine vm) => byId.GetValueOrDefault(vm.Id, MeasuredVm.NeverSeen);

    private static MeasuredNeed? Need(UsageSeries series, SizingMeasure measure, SizingRules rules, HourBuckets hours)
    {
        if (series.IsEmpty || !measure.IsMeasured)
        {
            return null;
        }

        if (measure.Kind != SizingKind.Coincident)
        {
            return new MeasuredNeed(SampleFigures.Of(measure, rules.Percentiles, series.Values)!.Value, [], 0);
        }

        var whole = SampleFigures.Of(rules.Bucket, rules.Percentiles, series.Values)!.Value;
        var found = hours.Split(series.Slots.AsSpan(), series.Values.AsSpan())
            .Select(samples => SampleFigures.Of(rules.Bucket, rules.Percentiles, samples))
            .ToList();
        ImmutableArray<decimal> byHour = [.. found.Select(figure => figure ?? whole)];
        return new MeasuredNeed(byHour.Max(), byHour, found.Count(figure => figure is null));
    }
}
