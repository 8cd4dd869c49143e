using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Studies.Runway;

/// <summary>How many times today's need each dimension comes to; 1 is no growth.</summary>
/// <param name="Cpu">Of CPU, and with it of disk operations and network.</param>
/// <param name="Memory">Of the VMs' memory; the hypervisor's overhead beside it stays, as in the case.</param>
/// <param name="LocalStorage">Of storage inside the hosts.</param>
public readonly record struct GrowthFactors(decimal Cpu, decimal Memory, decimal LocalStorage)
{
    /// <summary>No growth.</summary>
    public static GrowthFactors None { get; } = new(1, 1, 1);

    /// <summary>The factor of a dimension.</summary>
    public decimal Of(Dimension dimension) => dimension switch
    {
        Dimension.Memory => Memory,
        Dimension.LocalStorage => LocalStorage,
        _ => Cpu,
    };

    /// <summary>The larger of both, dimension by dimension.</summary>
    public GrowthFactors Or(GrowthFactors other) =>
        new(Math.Max(Cpu, other.Cpu), Math.Max(Memory, other.Memory), Math.Max(LocalStorage, other.LocalStorage));

    /// <summary>A VM's need after that growth.</summary>
    /// <param name="vm">What it needs today.</param>
    /// <param name="overhead">The hypervisor's memory in that.</param>
    public VmDemand Grown(VmDemand vm, ByteSize overhead)
    {
        var (cpu, memory) = (Cpu, Memory);
        return vm with
        {
            Cpu = vm.Cpu * cpu,
            Memory = Larger(vm.Memory),
            LocalStorage = vm.LocalStorage * LocalStorage,
            PooledStorage = vm.PooledStorage * LocalStorage,
            CpuByBucket = [.. vm.CpuByBucket.Select(need => need * cpu)],
            MemoryByBucket = [.. vm.MemoryByBucket.Select(Larger)],
            Iops = vm.Iops * cpu,
            NetworkMbps = vm.NetworkMbps * cpu,
        };

        ByteSize Larger(ByteSize size) => size > overhead ? ((size - overhead) * memory) + overhead : size;
    }
}
