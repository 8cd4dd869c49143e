using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What one running VM needs of a host, under one platform.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="VCpus">vCPUs to be carried, grown to the end of the horizon; fractions are possible.</param>
/// <param name="Memory">Its memory, grown, and the platform's overhead beside it.</param>
/// <param name="LocalStorage">Its disks, where they must lie inside the host; zero where they lie on shared storage.</param>
public sealed record VmDemand(VirtualMachine Vm, decimal VCpus, ByteSize Memory, ByteSize LocalStorage);
