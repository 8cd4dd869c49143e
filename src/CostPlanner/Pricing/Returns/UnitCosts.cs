using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>What a total comes to for each unit that runs, and month.</summary>
/// <remarks>Definition: total / units / months, with the units of the day of the inventory; not rounded.</remarks>
/// <param name="PerVm">For each running VM and month; null where nothing runs.</param>
/// <param name="PerGiB">For each GiB of the memory configured for running VMs, and month; null where nothing runs.</param>
/// <param name="PerVCpu">For each vCPU of running VMs, and month; null where nothing runs.</param>
/// <param name="WhyNone">Why a figure is null, or null where none is.</param>
public sealed record UnitCosts(Money? PerVm, Money? PerGiB, Money? PerVCpu, Message? WhyNone)
{
    /// <summary>The unit costs of an option: all its lines over the horizon, for the VMs that run.</summary>
    public static UnitCosts Of(CostSheet costs, EstateDemand demand)
    {
        var running = demand.Running.Select(each => each.Vm).ToList();
        return Of(costs.Total, running.Count, running.Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.Memory), running.Sum(vm => vm.VCpus), costs.Months);
    }

    /// <summary>The unit costs of a total.</summary>
    /// <param name="total">The total over the months; where it is a lower bound, so are its unit costs.</param>
    /// <param name="vms">Running VMs.</param>
    /// <param name="memory">The memory configured for them.</param>
    /// <param name="vCpus">Their vCPUs.</param>
    /// <param name="months">Months of the total, 1 and above.</param>
    public static UnitCosts Of(Money total, int vms, ByteSize memory, int vCpus, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vms);
        ArgumentOutOfRangeException.ThrowIfNegative(vCpus);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var why = vms == 0 ? Message.Of("unit-cost.no-vm")
            : memory.GiB == 0 ? Message.Of("unit-cost.no-memory")
            : vCpus == 0 ? Message.Of("unit-cost.no-vcpu")
            : null;
        return new UnitCosts(Each(vms), Each(memory.GiB), Each(vCpus), why);

        Money? Each(decimal units) => units == 0 ? null : total / units / months;
    }
}
