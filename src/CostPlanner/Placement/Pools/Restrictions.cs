using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement.Pools;

/// <summary>Which items may run on which servers only: by the width of VMs, by rules, by sites.</summary>
internal static class Restrictions
{
    /// <summary>The restrictions that bind any of the items and forbid any of the servers.</summary>
    public static ImmutableArray<Restriction> Of(PlacementTerms terms, ImmutableArray<PackedItem> items, ImmutableArray<Server> servers) =>
    [
        .. Widths(items, servers)
            .Concat(terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.RunOn).Select(RunOn))
            .Concat(terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.NotOn).Select(NotOn))
            .Concat(terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.SpreadOverSites).SelectMany(rule => SpreadOverSites(rule, items, servers)))
            .Where(each => items.Any(each.Binds) && !servers.All(each.Allows)),
    ];

    /// <summary>The VMs of a licence on the named servers only.</summary>
    public static Restriction Of(Confinement confinement, Func<VirtualMachine, bool> carries)
    {
        var names = confinement.Hosts.ToHashSet(StringComparer.Ordinal);
        return new Restriction(
            $"VMs with {confinement.Licence} are kept to {confinement.Hosts.Length} hosts",
            item => item.Running.Any(vm => carries(vm.Vm)),
            server => names.Contains(server.Name));
    }

    /// <summary>A VM needs as many threads as it has vCPUs, because they may all run at once.</summary>
    private static IEnumerable<Restriction> Widths(ImmutableArray<PackedItem> items, ImmutableArray<Server> servers)
    {
        var narrowest = servers.Select(server => server.Threads).DefaultIfEmpty(0).Min();
        var widest = servers.Select(server => server.Threads).DefaultIfEmpty(0).Max();
        return items.SelectMany(item => item.Running).Select(vm => vm.Vm.VCpus).Where(width => width > narrowest).Distinct().Order().Select(width => new Restriction(
            FormattableString.Invariant($"it runs {width} vCPUs at once, the widest host has {widest} threads"),
            item => item.Running.Any(vm => vm.Vm.VCpus == width),
            server => server.Threads >= width));
    }

    private static Restriction RunOn(PlacementRule rule) => new(
        $"rule \"{rule.Name}\" allows it only on {string.Join(", ", rule.Hosts)}",
        item => item.Running.Any(vm => rule.Names(vm.Vm)),
        server => rule.NamesHost(server.Name))
    {
        Ties = true,
    };

    private static Restriction NotOn(PlacementRule rule) => new(
        $"rule \"{rule.Name}\" keeps it off {string.Join(", ", rule.Hosts)}",
        item => item.Running.Any(vm => rule.Names(vm.Vm)),
        server => !rule.NamesHost(server.Name))
    {
        Ties = true,
    };

    /// <summary>Each item of the rule gets a site: in turn, so that no site has more than the rule allows as long as there are sites enough.</summary>
    private static IEnumerable<Restriction> SpreadOverSites(PlacementRule rule, ImmutableArray<PackedItem> items, ImmutableArray<Server> servers)
    {
        var sites = servers.Select(server => server.Site).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var bound = items.Where(item => item.Running.Any(vm => rule.Names(vm.Vm))).Select(item => item.Id).ToList();
        var tooMany = bound.Count > sites.Count * rule.AtMost;
        return sites.Select((site, at) => new Restriction(
            tooMany
                ? FormattableString.Invariant($"rule \"{rule.Name}\" spreads {bound.Count} VMs over sites with at most {rule.AtMost} in each, and there are {sites.Count} sites")
                : $"rule \"{rule.Name}\" spreads its VMs over sites",
            item => bound.IndexOf(item.Id) is var index && index >= 0 && (tooMany || index % sites.Count == at),
            server => !tooMany && server.Site == site)
        {
            IsOfSite = true,
        });
    }
}
