using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What one running VM needs of a host, under one platform.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="Cpu">CPU to be carried, grown to the end of the horizon, in the unit of <see cref="EstateDemand.CpuUnit"/>; fractions are possible.</param>
/// <param name="Memory">Its memory, grown, and the platform's overhead beside it.</param>
/// <param name="LocalStorage">Its disks, where they must lie inside the host; zero where they lie on shared storage.</param>
public sealed record VmDemand(VirtualMachine Vm, decimal Cpu, ByteSize Memory, ByteSize LocalStorage)
{
    /// <summary>What it takes of the raw capacity of its cluster's storage pool (vSAN), copies and all, grown; zero where its disks lie elsewhere.</summary>
    public ByteSize PooledStorage { get; init; }

    /// <summary>Whether the VM runs: one that does not needs no CPU.</summary>
    public bool IsRunning => Cpu > 0;

    /// <summary>Whether it needs a host: all but VMs that do not run and have no disk inside a host.</summary>
    public bool NeedsHost => IsRunning || Memory > ByteSize.Zero || LocalStorage > ByteSize.Zero;

    /// <summary>
    /// CPU in each time bucket of <see cref="EstateDemand.Buckets"/>, in the unit of <see cref="Cpu"/>, which is the largest of them;
    /// empty where the need is the same at all times.
    /// </summary>
    public ImmutableArray<decimal> CpuByBucket { get; init; } = [];

    /// <summary>Memory in each time bucket, the largest of them being <see cref="Memory"/>; empty where the need is the same at all times.</summary>
    public ImmutableArray<ByteSize> MemoryByBucket { get; init; } = [];

    /// <summary>Disk operations per second; null where not measured.</summary>
    public decimal? Iops { get; init; }

    /// <summary>Network traffic, sent and received, in Mbit/s; null where not measured.</summary>
    public decimal? NetworkMbps { get; init; }
}
