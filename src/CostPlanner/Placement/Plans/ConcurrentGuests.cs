using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>How many VMs that carry a licence may run on each server at once.</summary>
/// <remarks>
/// VMs move within their pool, so such a VM counts on every server that it may run on: those it is kept to, and those that rules, devices, its
/// width and the VMs it stays with leave it. VMs that may run on the same servers count on each of them: ⌈VMs / (servers − servers that may be lost)⌉.
/// </remarks>
public static class ConcurrentGuests
{
    /// <summary>⌈VMs / (servers − servers that may be lost)⌉, of which one at least is left: 5 VMs on 2 servers of which one may fail are 5 on each.</summary>
    /// <param name="vms">VMs that may run on each of the servers.</param>
    /// <param name="servers">The servers.</param>
    /// <param name="lost">Servers that may be lost at once.</param>
    public static int OnEach(int vms, int servers, int lost)
    {
        var left = Math.Max(1, servers - lost);
        return (vms / left) + (vms % left == 0 ? 0 : 1);
    }

    /// <summary>The number for each server, by name; none for a server that they may not run on.</summary>
    /// <param name="servers">The servers of the plan.</param>
    /// <param name="running">All VMs that run there.</param>
    /// <param name="carries">Whether a VM carries the licence.</param>
    /// <param name="rules">The rules as they hold in the pool.</param>
    /// <param name="failures">Servers that may fail at once.</param>
    /// <param name="confinements">The licences whose VMs are kept to a few of the servers, this one and others.</param>
    public static ImmutableDictionary<string, int> Of(
        IReadOnlyList<PlannedHost> servers,
        IReadOnlyList<VirtualMachine> running,
        Func<VirtualMachine, bool> carries,
        PlacementRules rules,
        int failures,
        ImmutableArray<Confinement> confinements)
    {
        var closed = confinements.Select(kept => (kept.Licence, Hosts: kept.Hosts.ToHashSet(StringComparer.Ordinal))).ToList();
        var together = rules.Rules.Where(rule => rule.Kind == RuleKind.KeepTogether).ToList();
        var widths = new Dictionary<int, string>();
        var sums = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var alike in running.Where(carries).GroupBy(Key))
        {
            var its = servers.Where(MayRun(alike.First())).ToList();
            var atOnce = OnEach(alike.Count(), its.Count, Lost(its));
            its.ForEach(server => sums[server.Name] = sums.GetValueOrDefault(server.Name) + atOnce);
        }

        return sums.ToImmutable();

        // Where no rule, device or confinement asks for a VM's name, its width says all.
        string Key(VirtualMachine vm)
        {
            if (closed.Count == 0 && rules.Rules.IsEmpty && rules.Devices.IsEmpty)
            {
                return widths.TryGetValue(vm.VCpus, out var known) ? known : widths[vm.VCpus] = Places(vm);
            }

            return Places(vm);
        }

        string Places(VirtualMachine vm)
        {
            var mayRun = MayRun(vm);
            return string.Concat(servers.Select(server => mayRun(server) ? '+' : '-'));
        }

        // Where a VM and those it stays with may run.
        Func<PlannedHost, bool> MayRun(VirtualMachine vm)
        {
            var all = together.Where(rule => rule.Names(vm))
                .SelectMany(rule => running.Where(rule.Names))
                .Prepend(vm)
                .Select(each => (Vm: each, Kept: KeptTo(each)))
                .ToList();
            return server => all.All(each => each.Kept.All(hosts => hosts.Contains(server.Name)) && Allows(each.Vm, server));
        }

        // Asked once for a VM, not for each server: names are compared.
        List<HashSet<string>> KeptTo(VirtualMachine vm) => [.. closed.Where(kept => rules.Carries(kept.Licence, vm)).Select(kept => kept.Hosts)];

        bool Allows(VirtualMachine vm, PlannedHost server) => vm.VCpus <= server.Threads
            && rules.Allow(vm, server.Name)
            && rules.Devices.All(device => !device.IsTakenBy(vm) || device.On(server) > 0);

        int Lost(List<PlannedHost> its) => rules.SurviveSite
            ? Math.Max(failures, its.Select(server => server.Site).OfType<string>().CountBy(site => site).Select(site => site.Value).DefaultIfEmpty(0).Max())
            : failures;
    }
}
