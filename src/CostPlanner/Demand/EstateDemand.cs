using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What an estate needs under one platform: who runs, and who only holds storage.</summary>
/// <remarks>Every VM of the inventory is in exactly one of the five lists.</remarks>
/// <param name="Running">VMs that need CPU and memory.</param>
/// <param name="NotRunning">VMs powered off or suspended: storage only.</param>
/// <param name="Templates">Templates: storage only.</param>
/// <param name="Placeholders">Stand-ins for VMs of another site: nothing here.</param>
/// <param name="LeftOut">VMs that the scenario leaves out.</param>
public sealed record EstateDemand(
    ImmutableArray<VmDemand> Running,
    ImmutableArray<VirtualMachine> NotRunning,
    ImmutableArray<VirtualMachine> Templates,
    ImmutableArray<VirtualMachine> Placeholders,
    ImmutableArray<VirtualMachine> LeftOut);
