using System.Collections.Immutable;
using CostPlanner.Demand;

namespace CostPlanner.Placement.Pools;

/// <summary>What is placed as one: a VM, or VMs that a rule keeps together.</summary>
internal sealed record PackedItem(ImmutableArray<VmDemand> Vms)
{
    /// <summary>What tells it from all others: the first of its VMs' ids.</summary>
    public string Id => Vms[0].Vm.Id;

    /// <summary>Its VMs by name.</summary>
    public string Name => string.Join(", ", Vms.Select(vm => vm.Vm.Name));

    /// <summary>Those of its VMs that need CPU: the others only hold storage, and no rule is about them.</summary>
    public IEnumerable<VmDemand> Running => Vms.Where(vm => vm.IsRunning);
}
