using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>Rules that no placement can keep at once, seen from names alone.</summary>
/// <remarks>Only VMs that run and are not left out are looked at; a rule is silent about the others.</remarks>
internal static class RuleConflicts
{
    private const int VmsNamed = 3;

    /// <summary>VMs that must share a host and may not; VMs whose rules leave no host; more VMs pinned than may share those hosts.</summary>
    public static IEnumerable<Finding> Of(Scenario scenario, Inventory inventory)
    {
        var rules = scenario.Placement;
        var vms = inventory.Vms.Where(vm => vm.Runs && !scenario.LeavesOut(vm)).ToImmutableArray();
        var groups = Together(rules, vms);
        var limits = Limits(rules, vms);
        var bounds = Bounds(rules, vms, inventory);
        return [.. TogetherAndApart(groups, limits, vms), .. NoHostLeft(groups, bounds, vms), .. TooManyPinned(limits, bounds)];
    }

    private static IEnumerable<Finding> TogetherAndApart(ImmutableArray<Group> groups, ImmutableArray<Limit> limits, ImmutableArray<VirtualMachine> vms) =>
        from together in groups
        where !together.Rules.IsEmpty
        from limit in limits
        let shared = together.Vms.Where(limit.Vms.Contains).ToList()
        where shared.Count > limit.AtMost
        select Contradiction(
            together.Rules[0].Place,
            limit.OfHost
                ? Message.Of(
                    "rules-contradict.host",
                    ("rules", Message.List(together.Rules.Select(rule => rule.Name))),
                    ("vms", Names(shared, vms)), ("limit", limit.Name), ("most", limit.AtMost))
                : Message.Of(
                    "rules-contradict.site",
                    ("rules", Message.List(together.Rules.Select(rule => rule.Name))),
                    ("vms", Names(shared, vms)), ("limit", limit.Name), ("most", limit.AtMost)));

    private static IEnumerable<Finding> TooManyPinned(ImmutableArray<Limit> limits, ImmutableArray<Bound> bounds) =>
        from limit in limits
        where limit.OfHost
        from bound in bounds
        where bound.Allows
        let shared = limit.Vms.Count(bound.Vms.Contains)
        where shared > (long)limit.AtMost * bound.Hosts.Count
        select Contradiction(
            bound.Place,
            Message.Of(
                "rules-contradict.pinned",
                ("rule", bound.Name), ("hosts", bound.Hosts.Count), ("vms", shared), ("limit", limit.Name), ("most", limit.AtMost)));

    /// <summary>VMs that share a host because rules say so, also by way of a third; every other VM alone.</summary>
    private static ImmutableArray<Group> Together(PlacementRules rules, ImmutableArray<VirtualMachine> vms)
    {
        var head = Enumerable.Range(0, vms.Length).ToArray();
        var kept = rules.Rules.Where(rule => rule.Kind == RuleKind.KeepTogether)
            .Select(rule => (Rule: new Kept(Message.Of("rule.of-scenario", ("rule", rule.Name)), rule.Place), Vms: Named(vms, rule.Names)))
            .Concat(vms.SelectMany((vm, index) => vm.AffinityRules.Select(name => (name, index)))
                .GroupBy(each => each.name, each => each.index)
                .Select(group => (
                    Rule: new Kept(Message.Of("rule.of-inventory", ("rule", group.Key)), vms[group.First()].Origin), Vms: group.ToImmutableArray())))
            .ToList();
        foreach (var (_, members) in kept)
        {
            foreach (var vm in members.Skip(1))
            {
                head[Head(head, vm)] = Head(head, members[0]);
            }
        }

        var byHead = kept.Where(each => !each.Vms.IsEmpty).ToLookup(each => Head(head, each.Vms[0]), each => each.Rule);
        return [.. Enumerable.Range(0, vms.Length).GroupBy(vm => Head(head, vm)).Select(group => new Group([.. group], [.. byHead[group.Key]]))];
    }

    private static int Head(int[] head, int vm)
    {
        while (head[vm] != vm)
        {
            vm = head[vm] = head[head[vm]];
        }

        return vm;
    }

    /// <summary>How many of some VMs may share a host or a site, by the scenario's rules and the inventory's own.</summary>
    private static ImmutableArray<Limit> Limits(PlacementRules rules, ImmutableArray<VirtualMachine> vms) =>
    [
        .. rules.Rules
            .Where(rule => rule.Kind is RuleKind.KeepApart or RuleKind.SpreadOverSites)
            .Select(rule => new Limit(
                Message.Of("rule.of-scenario", ("rule", rule.Name)), rule.Kind == RuleKind.KeepApart, rule.AtMost, [.. Named(vms, rule.Names)])),
        .. vms.SelectMany((vm, index) => vm.AntiAffinityRules.Select(name => (name, index)))
            .GroupBy(each => each.name, each => each.index)
            .Select(group => new Limit(Message.Of("rule.of-inventory", ("rule", group.Key)), OfHost: true, 1, [.. group])),
    ];

    /// <summary>What ties VMs to hosts that are there; a rule that names a host of another name may mean one to be bought, and is left out.</summary>
    private static ImmutableArray<Bound> Bounds(PlacementRules rules, ImmutableArray<VirtualMachine> vms, Inventory inventory)
    {
        var ofRules = rules.Rules.Where(rule => rule.Kind is RuleKind.RunOn or RuleKind.NotOn)
            .Select(rule => (rule.Name, rule.Place, rule.Hosts, Allows: rule.Kind == RuleKind.RunOn, Vms: Named(vms, rule.Names)));
        var ofDevices = rules.Devices.Where(device => !device.OnNewHosts)
            .Select(device => (device.Name, device.Place, device.Hosts, Allows: true, Vms: Named(vms, device.IsTakenBy)));
        return
        [
            .. from each in ofRules.Concat(ofDevices)
               let hosts = inventory.Hosts.Select(host => host.Name).Where(host => NamePattern.MatchAny(each.Hosts, host)).ToHashSet(StringComparer.Ordinal)
               where hosts.Count > 0 && each.Hosts.All(pattern => hosts.Any(host => NamePattern.Matches(pattern, host)))
               select new Bound(each.Name, each.Place, each.Allows, [.. each.Vms], hosts),
        ];
    }

    private static IEnumerable<Finding> NoHostLeft(ImmutableArray<Group> groups, ImmutableArray<Bound> bounds, ImmutableArray<VirtualMachine> vms)
    {
        var stuck = new Dictionary<string, (ImmutableArray<Bound> Bounds, List<int> Vms)>(StringComparer.Ordinal);
        foreach (var members in groups.Select(each => each.Vms))
        {
            var fewest = Fewest([.. bounds.Where(bound => members.Any(bound.Vms.Contains))]);
            if (!fewest.IsEmpty)
            {
                var key = string.Join('\n', fewest.Select(bound => bound.Name));
                stuck.TryAdd(key, (fewest, []));
                stuck[key].Vms.AddRange(members);
            }
        }

        return stuck.Values.Select(each => Contradiction(
            each.Bounds[0].Place,
            Message.Of(
                "rules-contradict.no-host",
                ("rules", Message.List(each.Bounds.Select(bound => Message.Of("rule.of-scenario", ("rule", bound.Name))))),
                ("vms", Names(each.Vms, vms)))));
    }

    /// <summary>The fewest of them that leave no host: two where two suffice, else all; none where a host is left.</summary>
    private static ImmutableArray<Bound> Fewest(ImmutableArray<Bound> bounds)
    {
        if (HostsLeft(bounds))
        {
            return [];
        }

        var pairs = from first in bounds from second in bounds where first != second select ImmutableArray.Create(first, second);
        return pairs.Where(pair => !HostsLeft(pair)).Append(bounds).First();
    }

    /// <summary>Whether a host is left; hosts to be bought are, where none is asked for by name.</summary>
    private static bool HostsLeft(ImmutableArray<Bound> bounds)
    {
        var allowing = bounds.Where(bound => bound.Allows).ToList();
        return allowing.Count == 0
            || allowing[0].Hosts.Any(host => bounds.All(bound => bound.Hosts.Contains(host) == bound.Allows));
    }

    private static ImmutableArray<int> Named(ImmutableArray<VirtualMachine> vms, Func<VirtualMachine, bool> names) =>
        [.. Enumerable.Range(0, vms.Length).Where(index => names(vms[index]))];

    private static Message Names(List<int> some, ImmutableArray<VirtualMachine> vms) =>
        NamesShown.Of([.. some.Select(index => vms[index].Name)], VmsNamed);

    private static Finding Contradiction(SourcePlace place, Message message) =>
        new(Severity.Error, "rules-contradict", message, place, null, Message.Of("rules-contradict.mend"));

    private sealed record Group(ImmutableArray<int> Vms, ImmutableArray<Kept> Rules);

    private sealed record Kept(Message Name, SourcePlace Place);

    private sealed record Limit(Message Name, bool OfHost, int AtMost, ImmutableHashSet<int> Vms);

    private sealed record Bound(string Name, SourcePlace Place, bool Allows, ImmutableHashSet<int> Vms, HashSet<string> Hosts);
}
