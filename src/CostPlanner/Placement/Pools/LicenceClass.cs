using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement.Pools;

/// <summary>VMs of a pool that carry the same licence to every host that they may run on.</summary>
/// <param name="Name">The licence.</param>
/// <param name="Carries">Whether a VM carries it.</param>
/// <param name="Vms">Those of the pool that do.</param>
internal sealed record LicenceClass(string Name, Func<VirtualMachine, bool> Carries, ImmutableArray<VirtualMachine> Vms)
{
    /// <summary>Windows Server, where it is counted, and every licence that the rules name; those without VMs are left out.</summary>
    public static ImmutableArray<LicenceClass> Of(Pool pool)
    {
        IEnumerable<(string Name, Func<VirtualMachine, bool> Carries)> named = pool.Terms.Rules.GuestLicences.Select(licence => (licence.Name, (Func<VirtualMachine, bool>)licence.IsCarriedBy));
        return
        [
            .. (pool.Terms.CountsWindows ? named.Prepend((Confinement.Windows, vm => vm.Guest == GuestFamily.WindowsServer)) : named)
                .Select(each => new LicenceClass(
                    each.Name, each.Carries, [.. pool.Items.SelectMany(item => item.Running).Select(vm => vm.Vm).Where(each.Carries)]))
                .Where(each => !each.Vms.IsEmpty),
        ];
    }
}
