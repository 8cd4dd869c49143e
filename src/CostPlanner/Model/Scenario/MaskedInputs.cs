using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace CostPlanner.Model;

/// <summary>What was read, with ordinals in the place of all names that stand as names: what is computed from it is the same, and knows no name.</summary>
public sealed class MaskedInputs
{
    private const string HostSuffix = " (host)";

    private readonly NameKey key;
    private readonly NameKey strict;
    private readonly FrozenSet<string> ownWords;

    /// <summary>Masks with that key.</summary>
    /// <param name="key">The names.</param>
    /// <param name="ownText">What the program itself says: findings keep these words alone, since they quote rows that were set aside, whose names nobody
    /// knows.</param>
    public MaskedInputs(NameKey key, string ownText)
    {
        ArgumentNullException.ThrowIfNull(key);
        (this.key, strict) = (key, key.Strict());
        ownWords = Words(ownText).Select(word => word.Text).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A case without names. Patterns of the scenario are resolved to the VMs and hosts that they name.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="others">The estate on other days, which the scenario's patterns are held against too.</param>
    /// <param name="copied">VMs of which copies may be made; a pattern that means a copy by its name still does.</param>
    public CaseInputs Of(CaseInputs inputs, ImmutableArray<Inventory> others, ImmutableArray<VirtualMachine> copied)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var ids = inputs.Inventory.Vms.DistinctBy(vm => vm.Id).ToFrozenDictionary(vm => vm.Id, key.OfVm, StringComparer.Ordinal);
        return inputs with
        {
            Scenario = Of(inputs.Scenario, new Meant(key, [inputs.Inventory, .. others], copied)),
            Inventory = Of(inputs.Inventory),
            Usage = inputs.Usage is not { } usage ? null : usage with
            {
                Files = Texts(usage.Files),
                Vms = [.. usage.Vms.Select(vm => vm with { VmId = ids.GetValueOrDefault(vm.VmId) ?? key.OfId(NameKind.Vm, vm.VmId) })],
                Rows = Of(usage.Rows),
                Findings = Of(usage.Findings),
            },
            Findings = Of(inputs.Findings),
        };
    }

    /// <summary>The same estate on several days, without names; files may be called by them.</summary>
    public SnapshotSeries Of(SnapshotSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new SnapshotSeries([.. series.Snapshots.Select(each => each with { File = strict.Text(each.File), Inventory = Of(each.Inventory) })]);
    }

    /// <summary>What stands in for a VM.</summary>
    public string Vm(VirtualMachine vm) => key.OfVm(vm);

    /// <summary>What stands in for a cluster, a host that stands alone, or a site that is a group too.</summary>
    public string Group(string name) => 0 switch
    {
        _ when name == HostGroups.NoHost => name,
        _ when key.Whole(name, NameKind.Cluster, NameKind.Host, NameKind.Datacenter) is { } ordinal => ordinal,
        _ when name.EndsWith(HostSuffix, StringComparison.Ordinal) && key.Whole(name[..^HostSuffix.Length], NameKind.Host) is { } host => host,
        _ => strict.Text(name),
    };

    /// <summary>What stands in for a site, which a data centre may be, and which may bear any other name.</summary>
    public string Site(string name) => key.Whole(name, NameKind.Datacenter, NameKind.Cluster, NameKind.Host) ?? strict.Text(name);

    /// <summary>A text of the user's with every name replaced that has a letter, also where it is a word.</summary>
    public string Text(string text) => strict.Text(text);

    /// <summary>Findings whose words quote names.</summary>
    public ImmutableArray<Finding> Of(ImmutableArray<Finding> findings) =>
    [
        .. findings.Select(finding => finding with
        {
            Message = finding.Message.WithTexts(Told),
            Done = finding.Done?.WithTexts(Told),
            Mend = finding.Mend?.WithTexts(Told),
            Place = Of(finding.Place),
        }),
    ];

    /// <summary>An inventory without names.</summary>
    public Inventory Of(Inventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        return inventory with
        {
            Files = Texts(inventory.Files),
            WhyHostsUnknown = inventory.WhyHostsUnknown?.WithTexts(Told),
            Vms = [.. inventory.Vms.Select(Of)],
            UnsizedVms = [.. inventory.UnsizedVms.Select(vm => vm with { Name = key.OfId(NameKind.Vm, vm.Name), Origin = Of(vm.Origin) })],
            Hosts = [.. inventory.Hosts.Select(Of)],
            HostsLost = [.. inventory.HostsLost.Select(Of)],
            Clusters = [.. inventory.Clusters.Select(Of)],
            Datastores = [.. inventory.Datastores.Select(Of)],
            Licences = [.. inventory.Licences.Select(each => each with { Origin = Of(each.Origin) })],
            Rows = Of(inventory.Rows),
            Findings = Of(inventory.Findings),
        };
    }

    private VirtualMachine Of(VirtualMachine vm) => key.OfVm(vm) is var ordinal ? vm with
    {
        Name = ordinal,
        Id = ordinal,
        VCenter = key.Of(NameKind.VCenter, vm.VCenter),
        Cluster = key.Of(NameKind.Cluster, vm.Cluster),
        Host = key.Of(NameKind.Host, vm.Host),
        Datacenter = key.Of(NameKind.Datacenter, vm.Datacenter),
        Datastore = key.Of(NameKind.Datastore, vm.Datastore),
        AntiAffinityRules = Rules(vm.AntiAffinityRules),
        AffinityRules = Rules(vm.AffinityRules),
        HostRules = Rules(vm.HostRules),
        // What told parts of the platform and the scenario's entries which VM it is; both are known by now.
        Annotation = null,
        Folder = null,
        Tags = [],
        Origin = Of(vm.Origin),
    } : vm;

    private Host Of(Host host) => key.Of(NameKind.Host, host.Name) is { } ordinal ? host with
    {
        Name = ordinal,
        NameInSource = ordinal,
        VCenter = key.Of(NameKind.VCenter, host.VCenter),
        Cluster = key.Of(NameKind.Cluster, host.Cluster),
        Datacenter = key.Of(NameKind.Datacenter, host.Datacenter),
        Origin = Of(host.Origin),
    } : host;

    private Cluster Of(Cluster cluster) => key.Of(NameKind.Cluster, cluster.Name) is { } ordinal ? cluster with
    {
        Name = ordinal,
        NameInSource = ordinal,
        VCenter = key.Of(NameKind.VCenter, cluster.VCenter),
        Datacenter = key.Of(NameKind.Datacenter, cluster.Datacenter),
        Origin = Of(cluster.Origin),
    } : cluster;

    private Datastore Of(Datastore store) => store with
    {
        Name = key.Of(NameKind.Datastore, store.Name)!,
        VCenter = key.Of(NameKind.VCenter, store.VCenter),
        Hosts = [.. store.Hosts.Select(host => key.Of(NameKind.Host, host)!)],
        Origin = Of(store.Origin),
    };

    private Scenario Of(Scenario scenario, Meant meant) => scenario with
    {
        Name = strict.Text(scenario.Name),
        Title = strict.Text(scenario.Title),
        InventoryFile = strict.Text(scenario.InventoryFile),
        UsageFile = scenario.UsageFile is { } usage ? strict.Text(usage) : null,
        FailoverOf = OfGroups(scenario.FailoverOf),
        HostsAdded = OfGroups(scenario.HostsAdded),
        LeaveOut = Entries(scenario.LeaveOut, meant),
        Keep = Entries(scenario.Keep, meant),
        Groups = [.. scenario.Groups.Select(group => new VmGroup(strict.Text(group.Name), Entries(group.Vms, meant)))],
        Placement = scenario.Placement with
        {
            Rules =
            [
                .. scenario.Placement.Rules.Select(each => each with
                {
                    Name = strict.Text(each.Name), Vms = meant.Vms(each.Vms), Hosts = meant.Hosts(each.Hosts), Place = Of(each.Place),
                }),
            ],
            Devices =
            [
                .. scenario.Placement.Devices.Select(each => each with { Vms = meant.Vms(each.Vms), Hosts = meant.Hosts(each.Hosts), Place = Of(each.Place) }),
            ],
            Sites = [.. scenario.Placement.Sites.Select(site => new SiteHosts(Site(site.Name), meant.Hosts(site.Hosts)))],
            GuestLicences = [.. scenario.Placement.GuestLicences.Select(each => each with { Vms = meant.Vms(each.Vms), Place = Of(each.Place) })],
        },
        Options = [.. scenario.Options.Select(option => option with { Place = Of(option.Place) })],
    };

    private ImmutableArray<string> Rules(ImmutableArray<string> names) => [.. names.Select(rule => key.Of(NameKind.Rule, rule)!)];

    /// <summary>An entry for each VM that is meant; one that means none still means none.</summary>
    private ImmutableArray<VmSelector> Entries(ImmutableArray<VmSelector> entries, Meant meant) =>
        [.. entries.SelectMany(entry => meant.Vms(entry).Select(ordinal => new VmSelector(VmTrait.Name, ordinal, Of(entry.Place))))];

    private ImmutableSortedDictionary<string, int> OfGroups(ImmutableSortedDictionary<string, int> groups) =>
        groups.Select(each => KeyValuePair.Create(Group(each.Key), each.Value))
            .DistinctBy(each => each.Key)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private ImmutableArray<SheetRows> Of(ImmutableArray<SheetRows> rows) => [.. rows.Select(row => row with { Sheet = strict.Text(row.Sheet) })];

    private ImmutableArray<string> Texts(ImmutableArray<string> texts) => [.. texts.Select(strict.Text)];

    private SourcePlace Of(SourcePlace place) => place with
    {
        File = strict.Text(place.File),
        Sheet = place.Sheet is { } sheet ? Told(sheet) : null,
        Column = place.Column is { } column ? Told(column) : null,
    };

    /// <summary>A text of which every word is an ordinal, a number or the program's own; any other is three dots.</summary>
    private string Told(string text)
    {
        var masked = strict.Text(text);
        var told = new StringBuilder(masked.Length);
        var copied = 0;
        foreach (var (at, word) in Words(masked).Where(word => word.Text.Any(char.IsLetter) && !ownWords.Contains(word.Text)))
        {
            told.Append(masked, copied, at - copied).Append("...");
            copied = at + word.Length;
        }

        return told.Append(masked, copied, masked.Length - copied).ToString();
    }

    private static IEnumerable<(int At, string Text)> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var first = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > first)
            {
                yield return (first, text[first..at]);
            }
        }
    }

    /// <summary>Whom a scenario's patterns mean, by ordinals; a pattern that names nothing still names nothing.</summary>
    private sealed class Meant(NameKey key, ImmutableArray<Inventory> inventories, ImmutableArray<VirtualMachine> copied)
    {
        private const string None = "-unknown";
        private const string EveryHost = "*";

        private readonly ImmutableArray<(VirtualMachine Vm, string Ordinal)> vms =
        [
            .. inventories.SelectMany(inventory => inventory.Vms).Select(vm => (vm, key.OfVm(vm))),
            .. copied.Select(vm => (vm.Copy(1), key.OfVm(vm) + VirtualMachine.AnyCopy)),
        ];

        private readonly ImmutableArray<string> hosts =
        [
            .. inventories
                .SelectMany(each => each.Hosts.Concat(each.HostsLost).Select(host => host.Name).Concat(each.Vms.Select(vm => vm.Host).OfType<string>()))
                .Distinct(),
        ];

        public ImmutableArray<string> Vms(VmSelector entry) => Found(vms.Where(each => entry.Matches(each.Vm)).Select(each => each.Ordinal), NameKind.Vm);

        public ImmutableArray<string> Vms(ImmutableArray<string> patterns) =>
            patterns.IsEmpty ? [] : Found(vms.Where(each => NamePattern.MatchAny(patterns, each.Vm)).Select(each => each.Ordinal), NameKind.Vm);

        /// <summary>A rule for every host is one for hosts to be bought, too.</summary>
        public ImmutableArray<string> Hosts(ImmutableArray<string> patterns) => 0 switch
        {
            _ when patterns.IsEmpty => [],
            _ when patterns.Contains(EveryHost) => [EveryHost],
            _ => Found(hosts.Where(host => NamePattern.MatchAny(patterns, host)).Select(host => key.Of(NameKind.Host, host)!), NameKind.Host),
        };

        private static ImmutableArray<string> Found(IEnumerable<string> ordinals, string kind) => [.. ordinals.Distinct().DefaultIfEmpty(kind + None)];
    }
}
