using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>How a running VM used what it has.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="Seen">The share of the time in which it was seen.</param>
/// <param name="CpuP95">Busy cores at p95; null where not measured.</param>
/// <param name="MemoryP95">Active memory at p95; null where not measured.</param>
public sealed record ReviewedVm(VirtualMachine Vm, Fraction Seen, decimal? CpuP95, ByteSize? MemoryP95)
{
    /// <summary>Busy cores at p95 as a share of the vCPUs, above 1 where a core ran faster than was counted; null where not measured.</summary>
    public decimal? CpuShare => CpuP95 / Vm.VCpus;

    /// <summary>Active memory at p95 as a share of the configured memory; null where not measured.</summary>
    public decimal? MemoryShare => MemoryP95 is { } used && Vm.Memory.Bytes > 0 ? (decimal)used.Bytes / Vm.Memory.Bytes : null;
}

/// <summary>The running VMs of an estate by how they used what they have.</summary>
/// <param name="All">Every running VM that was seen.</param>
/// <param name="Idle">CPU and memory at p95 below the shares that count as idle; both must have been measured.</param>
/// <param name="Oversized">Not idle, and CPU or memory at p95 with its headroom is no more than the share that counts as over-sized.</param>
/// <param name="NeverSeen">Running, and without any sample.</param>
/// <param name="LittleSeen">Seen in less than the share of the time that can be relied on.</param>
public sealed record UsageReview(
    ImmutableArray<ReviewedVm> All,
    ImmutableArray<ReviewedVm> Idle,
    ImmutableArray<ReviewedVm> Oversized,
    ImmutableArray<VirtualMachine> NeverSeen,
    ImmutableArray<ReviewedVm> LittleSeen)
{
    /// <summary>The review of the VMs that run.</summary>
    /// <param name="running">The VMs that run and count.</param>
    /// <param name="usage">What was seen of them.</param>
    /// <param name="method">How percentiles are taken.</param>
    /// <param name="assumptions">The shares.</param>
    public static UsageReview Of(IEnumerable<VirtualMachine> running, UsageHistory usage, PercentileMethod method, AssumptionSet assumptions)
    {
        var seen = usage.Vms.ToDictionary(vm => vm.VmId, StringComparer.Ordinal);
        var vms = running.ToLookup(vm => seen.ContainsKey(vm.Id));
        ImmutableArray<ReviewedVm> all = [.. vms[true].Select(vm => Reviewed(vm, seen[vm.Id]))];
        ImmutableArray<ReviewedVm> idle = [.. all.Where(IsIdle)];
        return new UsageReview(
            all,
            idle,
            [.. all.Except(idle).Where(IsOversized)],
            [.. vms[false]],
            [.. all.Where(each => each.Seen.Value < assumptions.Of(AssumptionIds.UsageCoverage))]);

        ReviewedVm Reviewed(VirtualMachine vm, VmUsage used) => new(
            vm,
            new Fraction((decimal)used.SlotsSeen / usage.Slots),
            P95(used.Cpu),
            P95(used.Memory) is { } mib ? ByteSize.FromMiB(mib) : null);

        decimal? P95(UsageSeries series) => SampleFigures.At(Percentile.P95, method, SampleFigures.Ascending(series.Values));

        bool IsIdle(ReviewedVm each) =>
            each.CpuShare < assumptions.Of(AssumptionIds.IdleCpu) && each.MemoryShare < assumptions.Of(AssumptionIds.IdleMemory);

        bool IsOversized(ReviewedVm each) =>
            each.CpuShare * assumptions.Of(AssumptionIds.CpuHeadroom) <= assumptions.Of(AssumptionIds.OversizedShare)
            || each.MemoryShare * assumptions.Of(AssumptionIds.MemoryHeadroom) <= assumptions.Of(AssumptionIds.OversizedShare);
    }
}
