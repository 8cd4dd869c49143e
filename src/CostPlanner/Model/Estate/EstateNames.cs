using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Every name of an estate with its ordinal, in the order of vCenter and id.</summary>
public static class EstateNames
{
    private const int FewestSigns = 3;
    private const int FewestSignsWithoutWord = 6;

    /// <summary>The names of all inventories, one name after another.</summary>
    /// <param name="inventories">The estates; of several, what has the same name and manager has the same ordinal.</param>
    /// <param name="ownText">What the program itself says: a name that stands there as a whole word is masked only where it stands as a name.</param>
    /// <param name="encodings">How a name is written in other kinds of text.</param>
    public static NameKey Of(IEnumerable<Inventory> inventories, string ownText, params ImmutableArray<Func<string, string>> encodings)
    {
        ArgumentNullException.ThrowIfNull(inventories);
        ImmutableArray<MaskedName> named = [.. inventories.SelectMany(Each).Distinct()];
        ImmutableArray<MaskedName> numbered =
        [
            .. Numbered(named.Where(each => each.Kind == NameKind.Vm), NameKind.Vm, "D4", each => (each.VCenter, each.Id, each.Original)),
            .. Numbered(named.Where(each => each.Kind == NameKind.Host), NameKind.Host, "D4", each => each.Original.ToUpperInvariant()),
            .. new[] { NameKind.Cluster, NameKind.Datacenter, NameKind.Datastore, NameKind.VCenter, NameKind.Rule }
                .SelectMany(kind => Numbered(named.Where(each => each.Kind == kind), kind, "D2", each => each.Original)),
        ];
        ImmutableArray<MaskedName> all =
        [
            .. numbered, .. numbered.SelectMany(Short),
            .. Numbered(numbered.SelectMany(Domains).Distinct(), NameKind.Domain, "D2", each => each.Original.ToUpperInvariant()),
        ];
        var ordinals = all.Select(each => each.Ordinal).ToHashSet(StringComparer.OrdinalIgnoreCase);
        all = [.. all.Select(each => each with { IsSearched = each.Kind != NameKind.Rule && IsTelling(each.Original) && !ordinals.Contains(each.Original) })];
        var own = new NameKey(all).FoundIn(ownText);
        return new NameKey([.. all.Select(each => own.Contains(each.Original) ? each with { IsSearched = false } : each)], encodings);
    }

    private static IEnumerable<MaskedName> Each(Inventory inventory)
    {
        ImmutableArray<Host> hosts = [.. inventory.Hosts, .. inventory.HostsLost];
        foreach (var vm in inventory.Vms)
        {
            yield return new MaskedName(NameKind.Vm, vm.VCenter, vm.Id, vm.Name, "");
        }

        foreach (var vm in inventory.UnsizedVms)
        {
            yield return new MaskedName(NameKind.Vm, null, vm.Name, vm.Name, "");
        }

        // A name that is told apart ("Prod (vc2)") and the name that the source has both say who it is; the first is the one that others use.
        var others = inventory.Vms.Select(vm => (NameKind.Host, vm.VCenter, vm.Host))
            .Concat(inventory.Vms.Select(vm => (NameKind.Cluster, vm.VCenter, vm.Cluster)))
            .Concat(inventory.Vms.SelectMany(vm => Spellings(vm.Datacenter).Select(name => (NameKind.Datacenter, vm.VCenter, name))))
            .Concat(inventory.Vms.Select(vm => (NameKind.Datastore, vm.VCenter, vm.Datastore)))
            .Concat(inventory.Vms.SelectMany(vm => Rules(vm).Select(rule => (NameKind.Rule, vm.VCenter, (string?)rule))))
            .Concat(inventory.Datastores.SelectMany(store => store.Hosts.Select(host => (NameKind.Host, store.VCenter, (string?)host))))
            .Concat(hosts.Select(host => (NameKind.Cluster, host.VCenter, host.Cluster)))
            .Concat(hosts.SelectMany(host => Spellings(host.Datacenter).Select(name => (NameKind.Datacenter, host.VCenter, name))))
            .Concat(hosts.SelectMany(host => new[] { host.Name, host.NameInSource }.Select(name => (NameKind.Host, host.VCenter, (string?)name))))
            .Concat(
                inventory.Clusters.SelectMany(each => new[] { each.Name, each.NameInSource }.Select(name => (NameKind.Cluster, each.VCenter, (string?)name))))
            .Concat(inventory.Clusters.SelectMany(each => Spellings(each.Datacenter).Select(name => (NameKind.Datacenter, each.VCenter, name))))
            .Concat(inventory.Datastores.Select(store => (NameKind.Datastore, store.VCenter, (string?)store.Name)))
            .Concat(VCenters(inventory).Select(name => (NameKind.VCenter, (string?)null, name)));
        foreach (var (kind, center, name) in others)
        {
            if (!string.IsNullOrEmpty(name))
            {
                yield return new MaskedName(kind, center, name, name, "");
            }
        }
    }

    /// <summary>
    /// A data centre as it is shown, and as the source has it where it is told apart by what stands behind its name: "Berlin (vc-b)", "Berlin #2".
    /// </summary>
    private static IEnumerable<string?> Spellings(string? datacenter)
    {
        yield return datacenter;
        var behind = datacenter?.LastIndexOfAny(['(', '#']) ?? 0;
        if (behind > 0)
        {
            yield return datacenter![..behind].TrimEnd();
        }
    }

    private static IEnumerable<string> Rules(VirtualMachine vm) => [.. vm.AntiAffinityRules, .. vm.AffinityRules, .. vm.HostRules];

    private static IEnumerable<string?> VCenters(Inventory inventory) =>
        inventory.Vms.Select(vm => vm.VCenter).Concat(inventory.Hosts.Select(host => host.VCenter))
        .Concat(inventory.HostsLost.Select(host => host.VCenter))
        .Concat(inventory.Clusters.Select(cluster => cluster.VCenter))
        .Concat(inventory.Datastores.Select(store => store.VCenter));

    /// <summary>What is one thing by its key has one ordinal, whatever spellings its name has.</summary>
    private static IEnumerable<MaskedName> Numbered<T>(IEnumerable<MaskedName> named, string kind, string digits, Func<MaskedName, T> one) => named
        .OrderBy(each => each.VCenter, StringComparer.Ordinal).ThenBy(each => each.Id, StringComparer.Ordinal)
        .GroupBy(one)
        .SelectMany(
            (group, at) => group.Select(
                each => each with { Ordinal = $"{kind}-{(at + 1).ToString(digits, System.Globalization.CultureInfo.InvariantCulture)}" }))
        .DistinctBy(each => (each.Ordinal, each.Original, each.Id));

    /// <summary>The name of a host or VM without its domain.</summary>
    private static IEnumerable<MaskedName> Short(MaskedName name) =>
        IsInDomain(name) ? [name with { Original = name.Original[..name.Original.IndexOf('.', StringComparison.Ordinal)] }] : [];

    /// <summary>Its domain and the domains around that, but for the outermost ("org").</summary>
    private static IEnumerable<MaskedName> Domains(MaskedName name)
    {
        var rest = name.Original;
        while (IsInDomain(name) && rest.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot && rest[(dot + 1)..].Contains('.', StringComparison.Ordinal))
        {
            rest = rest[(dot + 1)..];
            yield return new MaskedName(NameKind.Domain, null, rest, rest, "");
        }
    }

    private static bool IsInDomain(MaskedName name) =>
        name.Kind is NameKind.Vm or NameKind.Host or NameKind.VCenter
        && name.Original.Split('.') is { Length: > 1 } labels
            && labels.All(label => label.Length > 0 && label.All(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_'))
            && labels[^1].Any(char.IsLetter);

    /// <summary>Whether a text that has it means it: not "db" or "12", and not what may be a number or a line of a drawing ("1E5", "M10").</summary>
    private static bool IsTelling(string name) =>
        name.Count(char.IsLetterOrDigit) >= FewestSigns
        && name.Any(char.IsLetter)
        && (name.Length >= FewestSignsWithoutWord || name.Zip(name.Skip(1)).Any(pair => char.IsLetter(pair.First) && char.IsLetter(pair.Second)));
}
