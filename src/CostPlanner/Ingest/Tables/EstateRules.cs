using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The rules of an estate as a whole: each belongs to one cluster, and those of one cluster can be kept together.</summary>
internal static class EstateRules
{
    /// <summary>
    /// The VMs with rules that hold: a name used in several clusters becomes one rule for each, and affinity that anti-affinity forbids is set aside.
    /// </summary>
    public static ImmutableArray<VirtualMachine> Settle(ImmutableArray<VirtualMachine> vms, ReadingLog log)
    {
        if (vms.All(vm => vm.AntiAffinityRules.IsEmpty && vm.AffinityRules.IsEmpty && vm.HostRules.IsEmpty))
        {
            return vms;
        }

        var shared = vms.SelectMany(vm => NamesOf(vm).Select(rule => (Rule: rule, vm.Cluster))).Distinct()
            .GroupBy(each => each.Rule, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<VirtualMachine> scoped = shared.Count == 0 ? vms :
        [
            .. vms.Select(vm => vm with
            {
                AntiAffinityRules = Scoped(vm.AntiAffinityRules, vm.Cluster),
                AffinityRules = Scoped(vm.AffinityRules, vm.Cluster),
                HostRules = Scoped(vm.HostRules, vm.Cluster),
            }),
        ];
        return WithoutContradictions(scoped, log);

        ImmutableArray<string> Scoped(ImmutableArray<string> rules, string? cluster) =>
            [.. rules.Select(rule => shared.Contains(rule) ? $"{rule} ({cluster ?? "no cluster"})" : rule)];
    }

    /// <summary>VMs that affinity keeps on one host, also by way of a third rule, while anti-affinity keeps two of them apart.</summary>
    private static ImmutableArray<VirtualMachine> WithoutContradictions(ImmutableArray<VirtualMachine> vms, ReadingLog log)
    {
        var forbidden = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in Groups(vms))
        {
            var apart = group.Vms.SelectMany(vm => vm.AntiAffinityRules)
                .GroupBy(rule => rule, StringComparer.Ordinal)
                .FirstOrDefault(rule => rule.Skip(1).Any());
            if (apart is null)
            {
                continue;
            }

            forbidden.UnionWith(group.Rules);
            log.Add(
                Severity.Warning, "inventory-rules-contradict",
                Message.Of("inventory-rules-contradict", ("together", ReadingWords.Some([.. group.Rules])), ("apart", apart.Key)),
                group.Vms[0].Origin,
                Message.Of("inventory-rules-contradict.done"),
                Message.Of("inventory-rules-contradict.mend"));
        }

        return forbidden.Count == 0 ? vms : [.. vms.Select(vm => vm with { AffinityRules = vm.AffinityRules.RemoveAll(forbidden.Contains) })];
    }

    /// <summary>VMs that hang together by affinity, with the rules that do it.</summary>
    private static List<(HashSet<string> Rules, List<VirtualMachine> Vms)> Groups(ImmutableArray<VirtualMachine> vms)
    {
        var groups = new List<(HashSet<string> Rules, List<VirtualMachine> Vms)>();
        foreach (var vm in vms.Where(vm => !vm.AffinityRules.IsEmpty))
        {
            var touched = groups.Where(group => group.Rules.Overlaps(vm.AffinityRules)).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add(([.. touched.SelectMany(group => group.Rules), .. vm.AffinityRules], [.. touched.SelectMany(group => group.Vms), vm]));
        }

        return groups;
    }

    private static IEnumerable<string> NamesOf(VirtualMachine vm) => vm.AntiAffinityRules.Concat(vm.AffinityRules).Concat(vm.HostRules);
}
