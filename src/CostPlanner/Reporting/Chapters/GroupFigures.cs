using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters;

/// <summary>A group of the scenario in figures.</summary>
/// <param name="Name">The group.</param>
/// <param name="Vms">Its VMs, whatever their state.</param>
/// <param name="Running">Those of them that are planned for CPU and memory.</param>
/// <param name="VCpus">vCPUs of the running.</param>
/// <param name="Memory">Memory of the running.</param>
/// <param name="Disk">Disks of all, as far as known.</param>
/// <param name="DisksUnknown">VMs whose disks are not known; while it is not 0, the disks are a lower bound.</param>
internal sealed record GroupFigures(string Name, int Vms, int Running, int VCpus, ByteSize Memory, ByteSize Disk, int DisksUnknown)
{
    /// <summary>The groups of a case, in the scenario's order; a VM that belongs to several counts in each.</summary>
    public static ImmutableArray<GroupFigures> Of(CaseStudy result)
    {
        var planned = result.Baseline.Demand.Running.Select(each => each.Vm.Id).ToHashSet(StringComparer.Ordinal);
        return [.. result.Inputs.Scenario.Groups.Select(One)];

        GroupFigures One(VmGroup group)
        {
            var vms = result.Inputs.Inventory.Vms.Where(group.Has).ToList();
            var running = vms.Where(vm => planned.Contains(vm.Id)).ToList();
            return new GroupFigures(
                group.Name,
                vms.Count,
                running.Count,
                running.Sum(vm => vm.VCpus),
                Sum(running.Select(vm => vm.Memory)),
                Sum(vms.Select(vm => vm.Disk).OfType<ByteSize>()),
                vms.Count(vm => vm.Disk is null));
        }
    }

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
