using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What one VM needs on a platform: as configured, or as measured.</summary>
/// <remarks>
/// <para>Measured CPU = busy cores × headroom, at least <see cref="SizingRules.LeastCores"/> and at most its vCPUs, × worth of a core of its host today ×
/// growth, in busy cores of the reference CPU.
/// A VM without samples counts vCPUs ÷ overcommit, which is what its vCPUs are promised of a core. As configured, CPU = vCPUs × growth.</para>
/// <para>Measured memory = least of (configured, active × headroom) × growth + overhead, the overhead being that of the configured size. Storage is as
/// configured, on vSAN what is in use; disk operations and network, where measured, carry the headroom of CPU.</para>
/// </remarks>
internal sealed class VmSizing(
    Inventory inventory, PlatformFamily platform, AssumptionSet assumptions, int years, MeasuredEstate? measured, CpuReference? reference)
{
    private readonly decimal growth = Growth.Factor(assumptions.Of(AssumptionIds.Growth), years);
    private readonly StorageDemand storage = new(inventory, assumptions.Of(AssumptionIds.StorageCopies));
    private readonly SourceCpus cpus = new(inventory);

    /// <summary>What CPU is counted in.</summary>
    public CpuUnit CpuUnit => EstateDemand.UnitOf(measured);

    /// <summary>How many hours have a figure of their own; 1 where none has.</summary>
    public int Buckets => measured?.Rules.IsCoincident == true ? measured.Rules.BucketCount : 1;

    /// <summary>All that a running VM needs.</summary>
    public VmDemand Running(VirtualMachine vm)
    {
        var found = measured?.Of(vm) ?? MeasuredVm.NeverSeen;
        var overhead = MemoryOverhead.Of(platform, vm, assumptions);
        return new VmDemand(vm, Cpu(vm, found.Cpu?.Figure), Memory(vm, found.Memory?.Figure) + overhead, storage.Local(vm) * growth)
        {
            PooledStorage = storage.Pooled(vm) * growth,
            CpuByBucket = [.. ByBucket(found.Cpu).Select(figure => Cpu(vm, figure))],
            MemoryByBucket = [.. ByBucket(found.Memory).Select(figure => Memory(vm, figure) + overhead)],
            Iops = found.Iops * assumptions.Of(AssumptionIds.CpuHeadroom) * growth,
            NetworkMbps = found.Network * assumptions.Of(AssumptionIds.CpuHeadroom) * growth,
        };
    }

    /// <summary>What a VM needs that does not run: its disks.</summary>
    public VmDemand Stored(VirtualMachine vm) => new(vm, 0, ByteSize.Zero, storage.Local(vm) * growth) { PooledStorage = storage.Pooled(vm) * growth };

    private decimal Cpu(VirtualMachine vm, decimal? cores)
    {
        if (CpuUnit == CpuUnit.VCpus)
        {
            return vm.VCpus * growth;
        }

        var busy = cores is { } figure
            ? Math.Clamp(figure * assumptions.Of(AssumptionIds.CpuHeadroom), SizingRules.LeastCores, vm.VCpus)
            : vm.VCpus / assumptions.Of(AssumptionIds.CpuOvercommit);
        return busy * (reference?.WorthOf(cpus.Of(vm)) ?? 1) * growth;
    }

    private ByteSize Memory(VirtualMachine vm, decimal? active)
    {
        var needed = active is { } mib ? ByteSize.FromMiB(mib * assumptions.Of(AssumptionIds.MemoryHeadroom)) : vm.Memory;
        return (needed < vm.Memory ? needed : vm.Memory) * growth;
    }

    private static IEnumerable<decimal?> ByBucket(MeasuredNeed? need) => need is null ? [] : need.ByBucket.Select(figure => (decimal?)figure);
}
