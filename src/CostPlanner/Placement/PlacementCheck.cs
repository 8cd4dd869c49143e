using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>Checks a finished plan from the outside: it shares no arithmetic with the search that made it.</summary>
public static class PlacementCheck
{
    /// <summary>Every rule that the plan breaks, in words; empty for a sound plan.</summary>
    public static ImmutableArray<string> Violations(
        ClusterPlan plan,
        ImmutableArray<VmDemand> demands,
        PlatformFamily platform,
        AssumptionSet assumptions)
    {
        var placed = plan.Servers.SelectMany(load => load.Vms).ToList();
        return
        [
            .. placed.GroupBy(vm => vm.Vm.Id).Where(group => group.Count() > 1).Select(group => $"{group.Key} is placed {group.Count()} times"),
            .. demands.Select(vm => vm.Vm.Id)
                .Except(placed.Concat(plan.Misfits.Select(misfit => misfit.Demand)).Select(vm => vm.Vm.Id))
                .Select(id => $"{id} is placed nowhere and not named as a misfit"),
            .. plan.Servers.SelectMany(load => Broken(load, ServerCapacity.Of(load.Server, platform, assumptions))),
        ];
    }

    private static IEnumerable<string> Broken(ServerLoad load, ServerCapacity capacity)
    {
        var server = load.Server.Name;
        if (load.Vms.Sum(vm => vm.VCpus) > capacity.VCpus)
        {
            yield return $"{server} carries more vCPUs than it may";
        }

        if (load.Vms.Sum(vm => vm.Memory.Bytes) > capacity.Memory.Bytes)
        {
            yield return $"{server} promises more memory than it may";
        }

        if (load.Vms.Sum(vm => vm.LocalStorage.Bytes) > capacity.LocalStorage.Bytes)
        {
            yield return $"{server} promises more storage than it may";
        }

        foreach (var wide in load.Vms.Where(vm => vm.VCpus > 0 && vm.Vm.VCpus > load.Server.Threads))
        {
            yield return $"{wide.Vm.Name} on {server} is wider than the host";
        }

        foreach (var rule in load.Vms.SelectMany(vm => vm.Vm.AntiAffinityRules).GroupBy(rule => rule).Where(group => group.Count() > 1))
        {
            yield return $"{server} holds {rule.Count()} VMs of rule \"{rule.Key}\"";
        }
    }
}
