using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>Which items may run on which servers only: by the width of VMs, by rules, by sites.</summary>
internal static class Restrictions
{
    /// <summary>The restrictions that bind any of the items and forbid any of the servers.</summary>
    public static ImmutableArray<Restriction> Of(PlacementTerms terms, ImmutableArray<PackedItem> items, ImmutableArray<PlannedHost> servers) =>
    [
        .. Widths(items, servers)
            .Concat(terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.RunOn).Select(RunOn))
            .Concat(terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.NotOn).Select(NotOn))
            .Concat(
                terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.SpreadOverSites).SelectMany(rule => SpreadOverSites(rule, terms.Rules, items, servers)))
            .Where(each => items.Any(each.Binds) && !servers.All(each.Allows)),
    ];

    /// <summary>The VMs of a licence on the named servers only.</summary>
    public static Restriction Of(Confinement confinement, Func<VirtualMachine, bool> carries)
    {
        var names = confinement.Hosts.ToHashSet(StringComparer.Ordinal);
        return new Restriction(
            Message.Of("restriction.confined", ("licence", confinement.Licence), ("hosts", confinement.Hosts.Length)),
            item => item.Running.Any(vm => carries(vm.Vm)),
            server => names.Contains(server.Name));
    }

    /// <summary>A VM needs as many threads as it has vCPUs, because they may all run at once.</summary>
    private static IEnumerable<Restriction> Widths(ImmutableArray<PackedItem> items, ImmutableArray<PlannedHost> servers)
    {
        var narrowest = servers.Select(server => server.Threads).DefaultIfEmpty(0).Min();
        var widest = servers.Select(server => server.Threads).DefaultIfEmpty(0).Max();
        return items.SelectMany(item => item.Running)
            .Select(vm => vm.Vm.VCpus)
            .Where(width => width > narrowest)
            .Distinct()
            .Order()
            .Select(width => new Restriction(
            Message.Of("restriction.width", ("vcpus", width), ("threads", widest)),
            item => item.Running.Any(vm => vm.Vm.VCpus == width),
            server => server.Threads >= width));
    }

    private static Restriction RunOn(PlacementRule rule) => new(
        Message.Of("restriction.run-on", ("rule", rule.Name), ("hosts", Message.List(rule.Hosts))),
        item => item.Running.Any(vm => rule.Names(vm.Vm)),
        server => rule.NamesHost(server.Name))
    {
        Ties = true,
    };

    private static Restriction NotOn(PlacementRule rule) => new(
        Message.Of("restriction.not-on", ("rule", rule.Name), ("hosts", Message.List(rule.Hosts))),
        item => item.Running.Any(vm => rule.Names(vm.Vm)),
        server => !rule.NamesHost(server.Name))
    {
        Ties = true,
    };

    /// <summary>
    /// Each item of the rule gets a site that its other rules allow: the one that holds the fewest VMs of the rule so far. None where the rule cannot
    /// be broken; an item for which every site is full may run nowhere.
    /// </summary>
    private static IEnumerable<Restriction> SpreadOverSites(
        PlacementRule rule, PlacementRules rules, ImmutableArray<PackedItem> items, ImmutableArray<PlannedHost> servers)
    {
        var sites = servers.Select(server => server.Site).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var bound = items.Select(item => (Item: item, Vms: item.Running.Count(vm => rule.Names(vm.Vm)))).Where(each => each.Vms > 0).ToList();
        if (bound.Sum(each => each.Vms) <= rule.AtMost)
        {
            return [];
        }

        var open = bound.ToDictionary(
            each => each.Item.Id,
            each => sites.Where(site => servers.Any(server => server.Site == site && each.Item.Running.All(vm => rules.Allow(vm.Vm, server.Name)))).ToList());
        var held = sites.ToDictionary(site => site, _ => 0);
        var chosen = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (item, vms) in bound.OrderBy(each => open[each.Item.Id].Count).ThenByDescending(each => each.Vms))
        {
            chosen[item.Id] = open[item.Id].Where(site => held[site] + vms <= rule.AtMost).MinBy(site => held[site]);
            if (chosen[item.Id] is { } site)
            {
                held[site] += vms;
            }
        }

        return sites.Select(site => OfSite(site, Message.Of("restriction.sites", ("rule", rule.Name))))
            .Append(OfSite(null, Message.Of(
                "restriction.no-site", ("rule", rule.Name), ("vms", bound.Sum(each => each.Vms)), ("most", rule.AtMost), ("sites", sites.Count))));

        Restriction OfSite(string? site, Message why) =>
            new(why, item => chosen.TryGetValue(item.Id, out var its) && its == site, server => site is not null && server.Site == site) { IsOfSite = true };
    }
}
