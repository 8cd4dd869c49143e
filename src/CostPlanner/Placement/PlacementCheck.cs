using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement;

/// <summary>Checks a plan, whoever made it, without any code of the search.</summary>
public static class PlacementCheck
{
    /// <summary>Every rule that the plan breaks, in words; empty for a sound plan.</summary>
    public static ImmutableArray<string> Violations(ClusterPlan plan, ImmutableArray<VmDemand> demands, PlacementTerms terms)
    {
        var placed = new HashSet<string>(demands.Length, StringComparer.Ordinal);
        var again = plan.Servers.SelectMany(load => load.Vms).Concat(plan.Stored).Select(vm => vm.Vm.Id).Where(id => !placed.Add(id)).ToList();
        var misfits = plan.Misfits.Select(misfit => misfit.Demand.Vm.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. again.Distinct().Select(id => $"{id} is placed more than once"),
            .. demands.Select(vm => vm.Vm.Id)
                .Where(id => !placed.Contains(id) && !misfits.Contains(id))
                .Select(id => $"{id} is placed nowhere and not named as a misfit"),
            .. plan.Servers.SelectMany(
                load => Overfull(load, terms.CapacityOf(load.Server)).Concat(Broken(load, plan.Rules)).Select(what => $"{load.Server.Name} {what}")),
            .. plan.Rules.Rules.SelectMany(rule => Broken(rule, plan)),
            .. plan.Holds ? BrokenPool(plan, demands) : [],
            .. Parted(plan),
            .. plan.Confinements.SelectMany(confinement => Outside(confinement, plan)),
        ];
    }

    private static IEnumerable<string> Overfull(ServerLoad load, ServerCapacity capacity)
    {
        if (AtAnyTime(load.Vms, vm => vm.CpuByBucket, vm => vm.Cpu).Any(sum => sum > capacity.Cpu))
        {
            yield return "carries more vCPUs than it may";
        }

        if (AtAnyTime(load.Vms, vm => vm.MemoryByBucket, vm => vm.Memory).Any(sum => sum > capacity.Memory.Bytes))
        {
            yield return "promises more memory than it may";
        }

        if (load.Vms.Sum(vm => vm.LocalStorage.Bytes) > capacity.LocalStorage.Bytes)
        {
            yield return "promises more storage than it may";
        }

        if (load.Server.Iops is { } operations && load.Vms.Sum(vm => vm.Iops ?? 0) > operations)
        {
            yield return "is asked for more disk operations than it can do";
        }

        if (load.Server.NetworkMbps is { } traffic && load.Vms.Sum(vm => vm.NetworkMbps ?? 0) > traffic)
        {
            yield return "carries more network traffic than it can";
        }

        foreach (var wide in load.Vms.Where(vm => vm.IsRunning && vm.Vm.VCpus > load.Server.Threads))
        {
            yield return $"has fewer threads than {wide.Vm.Name} vCPUs";
        }
    }

    /// <summary>The sum of all VMs in each time bucket; one sum where no need differs in time.</summary>
    private static IEnumerable<decimal> AtAnyTime<T>(ImmutableArray<VmDemand> vms, Func<VmDemand, ImmutableArray<T>> byBucket, Func<VmDemand, T> always)
    {
        var buckets = vms.Select(vm => byBucket(vm).Length).Append(1).Max();
        if (buckets == 1 && vms.All(vm => byBucket(vm).IsEmpty))
        {
            return [vms.Sum(vm => Amount(always(vm)))];
        }

        return Enumerable.Range(0, buckets).Select(bucket => vms.Sum(vm => Amount(byBucket(vm).IsEmpty ? always(vm) : byBucket(vm)[bucket])));

        static decimal Amount(T amount) =>
            amount is ByteSize size ? size.Bytes : amount is decimal number ? number : throw new ArgumentException("not an amount", nameof(amount));
    }

    /// <summary>
    /// The storage pool of a plan that is said to hold: raw capacity without the largest hosts to be rebuilt, and hosts enough for the policy.
    /// </summary>
    private static IEnumerable<string> BrokenPool(ClusterPlan plan, ImmutableArray<VmDemand> demands)
    {
        var needed = demands.Sum(vm => (decimal)vm.PooledStorage.Bytes);
        if (needed == 0)
        {
            yield break;
        }

        if (plan.Storage?.Rule is not { } rule)
        {
            yield return "VMs lie on a storage pool that the plan does not have";
            yield break;
        }

        var raw = plan.Servers.Select(load => (decimal)load.Server.PooledStorage.Bytes).Where(bytes => bytes > 0).Order().ToList();
        if (raw.Count < rule.LeastHosts + rule.Rebuild)
        {
            yield return FormattableString.Invariant($"{raw.Count} hosts have storage for the pool, {rule.LeastHosts + rule.Rebuild} are needed");
        }

        if (raw.Take(Math.Max(0, raw.Count - rule.Rebuild)).Sum() * rule.Fill < needed)
        {
            yield return "the storage pool holds less than lies on it when hosts are lost";
        }
    }

    private static IEnumerable<string> Broken(ServerLoad load, PlacementRules rules)
    {
        var running = load.Vms.Where(vm => vm.IsRunning).Select(vm => vm.Vm).ToList();
        foreach (var rule in running.Where(vm => !vm.AntiAffinityRules.IsEmpty).SelectMany(vm => vm.AntiAffinityRules).GroupBy(rule => rule).Where(group =>
            group.Count() > 1))
        {
            yield return $"holds {rule.Count()} VMs of rule \"{rule.Key}\"";
        }

        if (running.Count > rules.VmsPerHost)
        {
            yield return $"runs {running.Count} VMs, {rules.VmsPerHost} are allowed";
        }

        foreach (var device in rules.Devices.Where(device => running.Count(device.IsTakenBy) > device.On(load.Server)))
        {
            yield return $"has too few of {device.Name}";
        }

        foreach (var rule in rules.Rules.Where(rule => rule.Kind == RuleKind.KeepApart && running.Count(rule.Names) > rule.AtMost))
        {
            yield return $"holds {running.Count(rule.Names)} VMs of rule \"{rule.Name}\"";
        }

        foreach (var rule in rules.Rules.Where(rule => rule.Kind == RuleKind.NotOn && rule.NamesHost(load.Server.Name) && running.Any(rule.Names)))
        {
            yield return $"runs VMs that rule \"{rule.Name}\" keeps off it";
        }
    }

    /// <summary>The rules that look at several hosts at once.</summary>
    private static IEnumerable<string> Broken(PlacementRule rule, ClusterPlan plan)
    {
        var hosts = plan.Servers.Where(load => load.Vms.Any(vm => vm.IsRunning && rule.Names(vm.Vm))).ToList();
        if (rule.Kind == RuleKind.KeepTogether && hosts.Count > 1)
        {
            yield return $"rule \"{rule.Name}\" keeps VMs together that lie on {hosts.Count} hosts";
        }

        if (rule.Kind == RuleKind.RunOn && hosts.Any(load => !rule.NamesHost(load.Server.Name)))
        {
            yield return $"VMs of rule \"{rule.Name}\" run on a host that it does not name";
        }

        var sites = hosts.SelectMany(load => load.Vms.Where(vm => vm.IsRunning && rule.Names(vm.Vm)).Select(_ => load.Server.Site)).CountBy(site => site ?? "");
        if (rule.Kind == RuleKind.SpreadOverSites && sites.Any(site => site.Value > rule.AtMost))
        {
            yield return $"a site holds more VMs of rule \"{rule.Name}\" than {rule.AtMost}";
        }
    }

    /// <summary>The inventory's own rules that keep VMs on one host, and do not.</summary>
    private static IEnumerable<string> Parted(ClusterPlan plan) =>
        from load in plan.Servers.Index()
        from vm in load.Item.Vms
        where vm.IsRunning
        from rule in vm.Vm.AffinityRules
        group load.Index by rule into hosts
        let count = hosts.Distinct().Count()
        where count > 1
        select $"rule \"{hosts.Key}\" keeps VMs together that lie on {count} hosts";

    private static IEnumerable<string> Outside(Confinement confinement, ClusterPlan plan) => plan.Servers
        .Where(load => !confinement.Hosts.Contains(load.Server.Name) && load.Vms.Any(vm => vm.IsRunning && plan.Rules.Carries(confinement.Licence, vm.Vm)))
        .Select(load => $"{load.Server.Name} runs VMs with {confinement.Licence} that are kept to other hosts");
}
