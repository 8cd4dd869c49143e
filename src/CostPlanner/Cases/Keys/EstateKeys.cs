using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>The estate as keys: hosts added or removed, a site or a cluster lost, clusters made one, more VMs like one.</summary>
/// <remarks>These ask for a change: what is there already has no number, so their value now is 0 or empty.</remarks>
internal static class EstateKeys
{
    private const int MostHosts = 1000;
    private const int MostCopies = 100_000;

    /// <summary>The key whose value is a site.</summary>
    public const string LoseSite = "lose-site";

    /// <summary>The key whose value is a cluster, or a host that stands alone.</summary>
    public const string LoseCluster = "lose-cluster";

    /// <summary>The key whose value is clusters, joined by +.</summary>
    public const string Consolidate = "consolidate";

    /// <summary>How keys of single clusters begin, or of hosts that stand alone.</summary>
    public static readonly string[] OfClusters = ["hosts-added.", "hosts-removed.", "failover."];

    /// <summary>The keys that every case has; those of single clusters have the cluster's name behind a dot.</summary>
    public static ImmutableArray<CaseKey> All(CaseInputs inputs) =>
    [
        Added("hosts-added", Message.Of("key.hosts-added-everywhere"), [.. ClusterNames(inputs)]),
        Removed(inputs, "hosts-removed", Message.Of("key.hosts-removed-everywhere"), [.. ClusterNames(inputs)]),
        .. ClusterNames(inputs).Select(cluster => Added($"hosts-added.{cluster}", Message.Of("key.hosts-added", ("cluster", cluster)), [cluster])),
        .. ClusterNames(inputs).Select(cluster => Removed(
            inputs, $"hosts-removed.{cluster}", Message.Of("key.hosts-removed", ("cluster", cluster)), [cluster])),
        new WordSetting(LoseSite, Message.Of("key.lose-site"), _ => "", WithoutSite, Sites),
        new WordSetting(
            LoseCluster, Message.Of("key.lose-cluster"), _ => "", WithoutCluster, given => [.. ClusterNames(given)]),
        new WordSetting(Consolidate, Message.Of("key.consolidate"), _ => "", Consolidated, given => [string.Join('+', ClusterNames(given).Take(2))]),
    ];

    /// <summary>So many more VMs like one, by its name or id; null where there is no such VM. Of a template they run.</summary>
    public static CaseKey? Copies(CaseInputs inputs, string vm) => Find(inputs, vm) is not { } like ? null : new NumberSetting(
        $"copies.{vm}",
        Message.Of("key.copies", ("vm", like.Name)),
        Message.Of("unit.vm"),
        new AssumptionBounds(0, MostCopies),
        _ => 0,
        (given, count) => Copied(given, like, (int)count),
        MovesVms: true,
        UsualValues.Copies,
        IsWhole: true);

    /// <summary>Why a key of a single cluster is none where several clusters bear its name; null for other keys.</summary>
    public static Message? WhyAmbiguous(CaseInputs inputs, string key) =>
        OfClusters.FirstOrDefault(first => key.StartsWith(first, StringComparison.Ordinal)) is { } first
        ? ClusterCalled.WhyAmbiguous(inputs.Inventory, key[first.Length..])
        : null;

    /// <summary>The names of all VMs.</summary>
    public static IEnumerable<string> VmNames(CaseInputs inputs) => inputs.Inventory.Vms.Select(vm => vm.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The names of all clusters.</summary>
    public static IEnumerable<string> ClusterNames(CaseInputs inputs) => inputs.Inventory.Clusters.Select(cluster => cluster.Name);

    /// <summary>The VM of that name, else of that id; null where there is none.</summary>
    public static VirtualMachine? Find(CaseInputs inputs, string name) =>
        inputs.Inventory.Vms.FirstOrDefault(vm => vm.Name == name) ?? inputs.Inventory.Vms.FirstOrDefault(vm => vm.Id == name);

    private static NumberSetting Added(string name, Message label, ImmutableArray<string> clusters) => new(
        name, label, Message.Of("unit.host"), new AssumptionBounds(0, MostHosts), _ => 0,
        (given, count) => count > 0 && given.Scenario.NewHosts.IsEmpty
            ? throw new CaseKeyException(Message.Of("key.no-host-to-add"))
            : given with
            {
                Scenario = given.Scenario with
                {
                    HostsAdded = given.Scenario.HostsAdded.SetItems(
                        clusters.Select(cluster => KeyValuePair.Create(cluster, given.Scenario.HostsAdded.GetValueOrDefault(cluster) + (int)count))),
                },
            },
        MovesVms: true, UsualValues.HostsAdded, IsWhole: true);

    /// <summary>Usually looked at up to the last host but one of the smallest of the clusters.</summary>
    private static NumberSetting Removed(CaseInputs inputs, string name, Message label, ImmutableArray<string> clusters) => new(
        name, label, Message.Of("unit.host"), new AssumptionBounds(0, MostHosts), _ => 0, (given, count) => Without(
            given, [.. clusters.SelectMany(cluster => Last(given, cluster, (int)count))]), MovesVms: true,
        clusters.Select(cluster => inputs.Inventory.Hosts.Count(host => host.Cluster == cluster)).DefaultIfEmpty().Min() - 1 is > 0 and var most
            ? new AssumptionBounds(0, most)
            : null, IsWhole: true);

    private static IEnumerable<string> Last(CaseInputs inputs, string cluster, int count)
    {
        var names = inputs.Inventory.Hosts.Where(host => host.Cluster == cluster).Select(host => host.Name).Order(StringComparer.Ordinal).ToList();
        return count <= names.Count
            ? names.TakeLast(count)
            : throw new CaseKeyException(Message.Of(
                "key.too-few-hosts", ("cluster", cluster), ("hosts", names.Count), ("removed", count)));
    }

    private static CaseInputs? WithoutSite(CaseInputs inputs, string site)
    {
        ImmutableArray<string> lost = [.. inputs.Inventory.Hosts.Where(host => SiteOf(inputs, host) == site).Select(host => host.Name)];
        return lost.IsEmpty ? null : AsOne(Without(inputs, lost), surviveSite: false);
    }

    private static CaseInputs? WithoutCluster(CaseInputs inputs, string cluster)
    {
        var groups = new HostGroups(inputs.Inventory);
        ImmutableArray<string> lost = [.. inputs.Inventory.Hosts.Where(host => groups.Of(host) == cluster).Select(host => host.Name)];
        return 0 switch
        {
            _ when !lost.IsEmpty => AsOne(Without(inputs, lost), inputs.Scenario.Placement.SurviveSite),
            _ when ClusterCalled.WhyAmbiguous(inputs.Inventory, cluster) is { } why => throw new CaseKeyException(why),
            _ => null,
        };
    }

    private static CaseInputs AsOne(CaseInputs inputs, bool surviveSite) => inputs with
    {
        Scenario = inputs.Scenario with { Placement = inputs.Scenario.Placement with { Within = PlacementScope.Estate, SurviveSite = surviveSite } },
    };

    /// <summary>Every cluster after the first becomes part of the first, and so do hosts that were added to it.</summary>
    private static CaseInputs Consolidated(CaseInputs inputs, string value)
    {
        var names = Joined(inputs, value);
        var (inventory, added) = (inputs.Inventory, inputs.Scenario.HostsAdded);
        var moved = names.Sum(name => added.GetValueOrDefault(name));
        return inputs with
        {
            Scenario = inputs.Scenario with { HostsAdded = moved == 0 ? added : added.RemoveRange(names).SetItem(names[0], moved) },
            Inventory = inventory with
            {
                Clusters = [.. inventory.Clusters.Where(cluster => cluster.Name == names[0] || !names.Contains(cluster.Name))],
                Hosts = [.. inventory.Hosts.Select(Moved)],
                HostsLost = [.. inventory.HostsLost.Select(Moved)],
                Vms = [.. inventory.Vms.Select(vm => vm.Cluster is { } of && names.Contains(of) ? vm with { Cluster = names[0] } : vm)],
            },
        };

        Host Moved(Host host) => host.Cluster is { } of && names.Contains(of) ? host with { Cluster = names[0] } : host;
    }

    /// <summary>The clusters that are joined by +, two at least and each once.</summary>
    private static ImmutableArray<string> Joined(CaseInputs inputs, string value)
    {
        ImmutableArray<string> names = [.. value.Split('+', StringSplitOptions.TrimEntries)];
        var known = ClusterNames(inputs).ToList();
        return names.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new CaseKeyException(ClusterCalled.WhyNone(inputs.Inventory, unknown, known))
            : names.Distinct().Count() < Math.Max(2, names.Length)
                ? throw new CaseKeyException(Message.Of("key.joins-nothing", ("value", value)))
                : names;
    }

    private static CaseInputs Without(CaseInputs inputs, ImmutableArray<string> hosts)
    {
        var gone = hosts.ToHashSet(StringComparer.Ordinal);
        return inputs with
        {
            Inventory = inputs.Inventory with
            {
                Hosts = [.. inputs.Inventory.Hosts.Where(host => !gone.Contains(host.Name))],
                HostsLost = [.. inputs.Inventory.HostsLost, .. inputs.Inventory.Hosts.Where(host => gone.Contains(host.Name))],
            },
        };
    }

    /// <summary>Copies run where their model does; what was measured of it is taken to hold for them too.</summary>
    private static CaseInputs Copied(CaseInputs inputs, VirtualMachine like, int count)
    {
        ImmutableArray<VirtualMachine> copies =
        [
            .. Enumerable.Range(1, count).Select(number => like.Copy(number) with { IsTemplate = false, Power = like.IsTemplate ? PowerState.On : like.Power }),
        ];
        var used = inputs.Usage?.Vms.FirstOrDefault(vm => vm.VmId == like.Id);
        return inputs with
        {
            Inventory = inputs.Inventory with { Vms = [.. inputs.Inventory.Vms, .. copies] },
            Usage = used is null ? inputs.Usage : inputs.Usage! with { Vms = [.. inputs.Usage.Vms, .. copies.Select(copy => used with { VmId = copy.Id })] },
        };
    }

    /// <summary>The names of all sites.</summary>
    public static ImmutableArray<string> Sites(CaseInputs inputs) =>
        [.. inputs.Inventory.Hosts.Select(host => SiteOf(inputs, host)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static string? SiteOf(CaseInputs inputs, Host host) =>
        inputs.Scenario.Placement.Sites.FirstOrDefault(site => NamePattern.MatchAny(site.Hosts, host.Name))?.Name ?? host.Datacenter;
}
