using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>What a pool places, and the servers that it may use.</summary>
/// <param name="Terms">On what terms.</param>
/// <param name="Items">VMs, or VMs that must stay together; by id, so that the order of the input changes nothing.</param>
/// <param name="Servers">Existing hosts first, the largest in front, then those that may be bought, every model and site in turn.</param>
internal sealed record Pool(PlacementTerms Terms, ImmutableArray<PackedItem> Items, ImmutableArray<PlannedHost> Servers)
{
    /// <summary>What the storage pool needs of all servers together; null where there is none.</summary>
    public PooledNeed? Storage { get; init; }

    /// <summary>The pool that a question is about.</summary>
    /// <param name="question">The question.</param>
    /// <param name="generous">Whether as many new servers are offered as there are items, and not only those that the sums may need.</param>
    public static Pool Of(ClusterQuestion question, bool generous = false)
    {
        var items = ItemsOf(question);
        return new Pool(question.Terms, items, ServersOf(question, items, generous)) { Storage = StorageOf(question) };
    }

    /// <summary>Whether the server is used whether needed or not.</summary>
    public bool MustStay(PlannedHost server) => server.Stays || (Terms.Policy == HostPolicy.KeepAll && server.Bought is null);

    /// <summary>The pool as a problem to be packed.</summary>
    public PackingProblem Problem(ImmutableArray<Restriction> extra)
    {
        var restrictions = Restrictions.Of(Terms, Items, Servers).AddRange(extra);
        return new PackingProblem(
            Items,
            Servers,
            [.. Axes.Of(Terms, Items, Servers), .. Counted(Terms.Rules, Items), .. restrictions.Select(each => each.AsAxis(Math.Max(1, Items.Length)))],
            Groups(Terms.Rules, Items),
            Storage);
    }

    private static PooledNeed? StorageOf(ClusterQuestion question) =>
        question.Storage is { } rule ? new PooledNeed(rule, rule.RawFor(StoragePool.NeededBy(question.Demands))) : null;

    /// <summary>VMs that a rule keeps together are one item; all others one each, but those that only take room in a storage pool.</summary>
    private static ImmutableArray<PackedItem> ItemsOf(ClusterQuestion question)
    {
        var together = Together(question).Where(members => members.Count > 1).ToList();
        if (together.Count == 0)
        {
            return [.. question.Demands.Where(vm => vm.NeedsHost).OrderBy(vm => vm.Vm.Id, StringComparer.Ordinal).Select(vm => new PackedItem([vm]))];
        }

        var groupOf = new Dictionary<VmDemand, List<VmDemand>>(ReferenceEqualityComparer.Instance);
        foreach (var vm in question.Demands.Where(vm => vm.NeedsHost))
        {
            groupOf[vm] = [vm];
        }

        foreach (var members in together)
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

    /// <summary>The running VMs of each rule that keeps them on one host: the scenario's rules, and those that the inventory tells.</summary>
    private static IEnumerable<List<VmDemand>> Together(ClusterQuestion question)
    {
        var running = question.Demands.Where(vm => vm.IsRunning).ToList();
        return question.Terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.KeepTogether).Select(rule => running.Where(vm => rule.Names(vm.Vm)).ToList())
            .Concat(
                running.SelectMany(
                    vm => vm.Vm.AffinityRules.Select(rule => (rule, vm))).GroupBy(each => each.rule, each => each.vm).Select(group => group.ToList()));
    }

    /// <summary>The rules that limit how many of some VMs share a server, with the VMs of each.</summary>
    private static IEnumerable<(string Name, int AtMost, Func<VirtualMachine, bool> Names)> Apart(PlacementRules rules, ImmutableArray<PackedItem> items) =>
        items.SelectMany(item => item.Vms.SelectMany(vm => vm.Vm.AntiAffinityRules)).Distinct().Order(StringComparer.Ordinal)
            .Select(rule => (rule, 1, (Func<VirtualMachine, bool>)(vm => vm.AntiAffinityRules.Contains(rule))))
            .Concat(
                rules.Rules.Where(rule => rule.Kind == RuleKind.KeepApart).Select(rule => (rule.Name, rule.AtMost, (Func<VirtualMachine, bool>)rule.Names)));

    /// <summary>The rules of which each item has one VM at most.</summary>
    private static ImmutableArray<PackingGroup> Groups(PlacementRules rules, ImmutableArray<PackedItem> items) =>
    [
        .. Apart(rules, items)
            .Where(rule => items.All(item => item.Running.Count(vm => rule.Names(vm.Vm)) <= 1))
            .Select(
                rule => new PackingGroup(
                    rule.Name, rule.AtMost, [.. items.Index().Where(each => each.Item.Running.Any(vm => rule.Names(vm.Vm))).Select(each => each.Index)])),
    ];

    /// <summary>The rules of which an item, its VMs kept together, has several: there VMs are counted, and not items.</summary>
    private static IEnumerable<Axis> Counted(PlacementRules rules, ImmutableArray<PackedItem> items) =>
        from rule in Apart(rules, items)
        where items.Any(item => item.Running.Count(vm => rule.Names(vm.Vm)) > 1)
        select new Axis(Message.Of("axis.of-rule", ("rule", rule.Name)), item => item.Running.Count(vm => rule.Names(vm.Vm)), _ => rule.AtMost);

    private static ImmutableArray<PlannedHost> ServersOf(ClusterQuestion question, ImmutableArray<PackedItem> items, bool generous)
    {
        var existing = question.Existing
            .OrderByDescending(server => question.Terms.CapacityOf(server).Cpu)
            .ThenByDescending(server => server.Memory)
            .ThenBy(server => server.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var sites = Sites(question, existing);
        var number = existing.Count(server => server.Bought is not null);
        return
        [
            .. existing,
            .. from each in question.Terms.NewHosts
                   .SelectMany(model => sites.Select(site => (Model: model, Site: site)))
                   .SelectMany(
                       each => Enumerable.Range(
                           0,
                           NewAtMost(question, items, question.Offer(each.Model, number, each.Site), generous)).Select(
                               round => (each.Model, each.Site, Round: round)))
                   .OrderBy(each => each.Round)
               select question.Offer(each.Model, ++number, each.Site),
        ];
    }

    /// <summary>The sites at which new servers may be put: all of the pool's where sites matter, else one.</summary>
    private static ImmutableArray<string?> Sites(ClusterQuestion question, ImmutableArray<PlannedHost> existing)
    {
        var matter = question.Terms.Rules.SurviveSite || question.Terms.Rules.Rules.Any(rule => rule.Kind == RuleKind.SpreadOverSites);
        ImmutableArray<string?> all = [
            .. question.Sites.Concat(existing.Select(server => server.Site).OfType<string>()).Distinct().Order(StringComparer.Ordinal),
        ];
        return all.Length == 1 || (matter && !all.IsEmpty) ? all : [null];
    }

    /// <summary>Enough new servers for any plan worth having: twice what the sums need, and those that may fail.</summary>
    private static int NewAtMost(ClusterQuestion question, ImmutableArray<PackedItem> items, PlannedHost one, bool generous)
    {
        var spare = question.Terms.Failures + 1;
        var most = Math.Max(items.Length, ForStorage(question, one));
        if (generous)
        {
            return most + spare;
        }

        var needed = Axes.Of(question.Terms, items, [one])
            .Where(axis => axis.Capacity(one) > 0)
            .Select(axis => decimal.Floor(Math.Min(items.Length, items.Sum(axis.Need) / axis.Capacity(one))) + 1)
            .DefaultIfEmpty(0)
            .Max();
        var group = Groups(question.Terms.Rules, items).Select(Cover.ServersFor).DefaultIfEmpty(0).Max();
        return (int)Math.Min(Math.Max(Math.Max(needed * PlacementTuning.CandidateFactor, group), ForStorage(question, one)) + spare, most + spare);
    }

    /// <summary>Servers like one that hold the storage pool alone; none where it has no storage.</summary>
    private static int ForStorage(ClusterQuestion question, PlannedHost one) =>
        StorageOf(question) is { Raw: > 0 } storage && one.PooledStorage.Bytes is var each and > 0
        ? (int)Math.Max(storage.Rule.Hosts, Math.Min(PlacementTuning.MostServersForStorage, (storage.Raw + each - 1) / each) + storage.Rule.Rebuild)
        : 0;
}
