using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Pools;

/// <summary>What a pool places, and the servers that it may use.</summary>
/// <param name="Terms">On what terms.</param>
/// <param name="Items">VMs, or VMs that must stay together; by id, so that the order of the input changes nothing.</param>
/// <param name="Servers">Existing hosts first, the largest in front, then every model that may be bought, at every site where that matters.</param>
internal sealed record Pool(PlacementTerms Terms, ImmutableArray<PackedItem> Items, ImmutableArray<Server> Servers)
{
    /// <summary>The pool that a question is about.</summary>
    public static Pool Of(ClusterQuestion question)
    {
        var items = ItemsOf(question);
        return new Pool(question.Terms, items, ServersOf(question, items));
    }

    /// <summary>Whether the server is used whether needed or not.</summary>
    public bool MustStay(Server server) => Terms.Policy == HostPolicy.KeepAll && server.Bought is null;

    /// <summary>The pool as a problem to be packed.</summary>
    public PackingProblem Problem(ImmutableArray<Restriction> extra)
    {
        var restrictions = Restrictions.Of(Terms, Items, Servers).AddRange(extra);
        return new PackingProblem(
            Items,
            Servers,
            [.. Axes.Of(Terms, Items, Servers), .. restrictions.Select(each => each.AsAxis(Math.Max(1, Items.Length)))],
            Groups(Terms.Rules, Items));
    }

    /// <summary>VMs that a rule keeps together are one item; all others one each.</summary>
    private static ImmutableArray<PackedItem> ItemsOf(ClusterQuestion question)
    {
        var together = question.Terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.KeepTogether).ToList();
        var groupOf = new Dictionary<VmDemand, List<VmDemand>>(ReferenceEqualityComparer.Instance);
        foreach (var vm in question.Demands)
        {
            groupOf[vm] = [vm];
        }

        foreach (var members in together.Select(rule => question.Demands.Where(vm => vm.VCpus > 0 && rule.Names(vm.Vm)).ToList()).Where(members => members.Count > 1))
        {
            var all = members.SelectMany(vm => groupOf[vm]).Distinct().ToList();
            all.ForEach(vm => groupOf[vm] = all);
        }

        return
        [
            .. groupOf.Values.Distinct(ReferenceEqualityComparer.Instance).Cast<List<VmDemand>>()
                .Select(vms => new PackedItem([.. vms.OrderBy(vm => vm.Vm.Id, StringComparer.Ordinal)]))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<PackingGroup> Groups(PlacementRules rules, ImmutableArray<PackedItem> items) =>
    [
        .. items.SelectMany(item => item.Vms.SelectMany(vm => vm.Vm.AntiAffinityRules)).Distinct().Order(StringComparer.Ordinal)
            .Select(rule => Group(rule, 1, items, vm => vm.AntiAffinityRules.Contains(rule))),
        .. rules.Rules.Where(rule => rule.Kind == RuleKind.KeepApart).Select(rule => Group(rule.Name, rule.AtMost, items, rule.Names)),
    ];

    /// <summary>VMs that must stay together count as one item; where an item has several of the group's VMs, so many fewer items may share a server.</summary>
    private static PackingGroup Group(string rule, int atMost, ImmutableArray<PackedItem> items, Func<VirtualMachine, bool> named)
    {
        var members = items.Index()
            .Select(each => (each.Index, Vms: each.Item.Running.Count(vm => named(vm.Vm))))
            .Where(each => each.Vms > 0)
            .ToList();
        var most = members.Select(each => each.Vms).Where(vms => vms <= atMost).DefaultIfEmpty(1).Max();
        return new PackingGroup(rule, atMost / most, [.. members.Select(each => each.Index)])
        {
            Contradicted = [.. members.Where(each => each.Vms > atMost).Select(each => each.Index)],
        };
    }

    private static ImmutableArray<Server> ServersOf(ClusterQuestion question, ImmutableArray<PackedItem> items)
    {
        var existing = question.Existing
            .OrderByDescending(server => question.Terms.CapacityOf(server).VCpus)
            .ThenByDescending(server => server.Memory)
            .ThenBy(server => server.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var sites = Sites(question, existing);
        var number = 0;
        return
        [
            .. existing,
            .. from model in question.Terms.NewHosts
               from site in sites
               let one = EstateServers.New(model, question.Cluster, number, site, question.Terms.Reference)
               from _ in Enumerable.Range(0, NewAtMost(question, items, one))
               select EstateServers.New(model, question.Cluster, ++number, site, question.Terms.Reference),
        ];
    }

    /// <summary>The sites at which new servers may be put: all of the pool's where sites matter, else one.</summary>
    private static ImmutableArray<string?> Sites(ClusterQuestion question, ImmutableArray<Server> existing)
    {
        var matter = question.Terms.Rules.SurviveSite || question.Terms.Rules.Rules.Any(rule => rule.Kind == RuleKind.SpreadOverSites);
        ImmutableArray<string?> all = [.. question.Sites.Concat(existing.Select(server => server.Site).OfType<string>()).Distinct().Order(StringComparer.Ordinal)];
        return all.Length == 1 || (matter && !all.IsEmpty) ? all : [null];
    }

    /// <summary>Enough new servers for any plan worth having: twice what the sums need, and those that may fail.</summary>
    private static int NewAtMost(ClusterQuestion question, ImmutableArray<PackedItem> items, Server one)
    {
        var alone = new PackingProblem(items, [one], Axes.Of(question.Terms, items, [one]), Groups(question.Terms.Rules, items));
        var needed = Enumerable.Range(0, alone.Dimensions)
            .Where(d => alone.CapacityOf(0)[d] > 0)
            .Select(d => (alone.Needed(d) / alone.CapacityOf(0)[d]) + 1)
            .DefaultIfEmpty(0)
            .Max();
        var group = alone.Groups.Select(Cover.ServersFor).DefaultIfEmpty(0).Max();
        var spare = question.Terms.Failures + 1;
        return (int)Math.Min(Math.Max(needed * Tuning.CandidateFactor, group) + spare, items.Length + spare);
    }
}
