using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>VMs of a pool that carry the same licence to every host that they may run on.</summary>
/// <param name="Name">The licence.</param>
/// <param name="Carries">Whether a VM carries it.</param>
/// <param name="Vms">Those of the pool that do.</param>
internal sealed record LicenceClass(string Name, Func<VirtualMachine, bool> Carries, ImmutableArray<VirtualMachine> Vms)
{
    /// <summary>
    /// The systems that are counted and every licence that the rules name. Those without VMs are left out, and those with so few that on the fewest
    /// servers that survive losses each VM would still be licensed alone: where these run does not matter.
    /// </summary>
    public static ImmutableArray<LicenceClass> Of(Pool pool)
    {
        var running = pool.Items.SelectMany(item => item.Running).Select(vm => vm.Vm).ToImmutableArray();
        return
        [
            .. from system in pool.Terms.Systems.Concat(pool.Terms.Rules.GuestLicences.Select(licence => new CountedSystem(licence.Name)))
               let carries = (Func<VirtualMachine, bool>)(vm => pool.Terms.Rules.Carries(system.Licence, vm))
               let vms = running.Where(carries).ToImmutableArray()
               where vms.Length > 0 && (system.LeastGuests == 1 || vms.Length >= system.LeastGuests * (pool.Terms.Failures + 1))
               select new LicenceClass(system.Licence, carries, vms),
        ];
    }
}
