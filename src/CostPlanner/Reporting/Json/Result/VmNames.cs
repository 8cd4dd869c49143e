using CostPlanner.Model;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What tells VMs apart in the result: the name, and the id where two VMs share a name.</summary>
internal sealed class VmNames
{
    private readonly HashSet<string> shared;

    public VmNames(Inventory inventory) => shared = inventory.Vms
        .GroupBy(vm => vm.Name, StringComparer.Ordinal)
        .Where(group => group.Skip(1).Any())
        .Select(group => group.Key)
        .ToHashSet(StringComparer.Ordinal);

    public string Of(VirtualMachine vm) => shared.Contains(vm.Name) ? $"{vm.Name} [{vm.Id}]" : vm.Name;
}
