using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>
/// Keys as the user writes them, with ordinals in the place of names of clusters, sites and VMs: "failover.Prod=2" is "failover.cluster-01=2".
/// </summary>
/// <remarks>
/// What stands where such a name belongs and is none is refused in words that do not repeat it. Any other text stays, and is refused where keys always
/// are.
/// </remarks>
/// <param name="named">The case with its names.</param>
/// <param name="masked">What stands in for them.</param>
public sealed class MaskedKeys(CaseInputs named, MaskedInputs masked)
{
    private const string OfCopies = "copies.";
    private const string Unknown = "unknown";
    private const char Joint = '+';
    private const char Separator = ',';

    /// <summary>The VMs of which such texts ask for copies.</summary>
    public static ImmutableArray<VirtualMachine> Copied(CaseInputs inputs, IEnumerable<string> texts) =>
    [
        .. texts.Select(text => Parts(text).Name).Where(name => name.StartsWith(OfCopies, StringComparison.Ordinal))
            .Select(name => EstateKeys.Find(inputs, name[OfCopies.Length..])).OfType<VirtualMachine>(),
    ];

    /// <summary>
    /// A key with its value, or with a range of numbers, or alone; throws <see cref="CaseKeyException"/> for a name that the case does not have.
    /// </summary>
    public string Setting(string text) => Of(text, Value);

    /// <summary>A key and the values that it takes in turn; throws <see cref="CaseKeyException"/> for a name that the case does not have.</summary>
    public string Axis(string text) => Of(
        text, (name, values) => string.Join(Separator, values.Split(Separator, StringSplitOptions.TrimEntries).Select(value => Value(name, value))));

    /// <summary>A masked case whose ranges and correlations have masked keys.</summary>
    public CaseInputs Of(CaseInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var uncertainty = inputs.Scenario.Uncertainty;
        return inputs with
        {
            Scenario = inputs.Scenario with
            {
                Uncertainty = uncertainty with
                {
                    Inputs = [.. uncertainty.Inputs.Select(each => each with { Key = Ranged(each.Key) })],
                    Correlations = [.. uncertainty.Correlations.Select(each => each with { A = Ranged(each.A), B = Ranged(each.B) })],
                },
            },
        };
    }

    private string Of(string text, Func<string, string, string> values)
    {
        var (name, value) = Parts(text);
        var key = Key(name) ?? throw Nobody(name[..(name.IndexOf('.', StringComparison.Ordinal) + 1)] + "NAME");
        return value is null ? key : $"{key}={values(name, value)}";
    }

    /// <summary>The key of a range in a scenario, which is refused later, with its place, where the case has no such key.</summary>
    private string Ranged(string name) => Key(name) ?? name[..(name.IndexOf('.', StringComparison.Ordinal) + 1)] + Unknown;

    /// <summary>The key; null where it names a cluster or a VM and the estate has none of that name.</summary>
    private string? Key(string name)
    {
        var known = CaseKeys.Find(named, name) is not null;
        if (EstateKeys.OfClusters.FirstOrDefault(first => name.StartsWith(first, StringComparison.Ordinal)) is { } family)
        {
            return known ? family + masked.Group(name[family.Length..]) : OneOfSeveral(name[family.Length..]);
        }

        if (name.StartsWith(OfCopies, StringComparison.Ordinal))
        {
            return EstateKeys.Find(named, name[OfCopies.Length..]) is { } vm ? OfCopies + masked.Vm(vm) : null;
        }

        return known ? name : masked.Text(name);
    }

    private string Value(string key, string value)
    {
        switch (key)
        {
            case EstateKeys.LoseSite:
                return EstateKeys.Sites(named).Contains(value) ? masked.Site(value) : throw Nobody(key);
            case EstateKeys.LoseCluster:
                var groups = new HostGroups(named.Inventory);
                return Group(key, value, named.Inventory.Hosts.Select(groups.Of));
            case EstateKeys.Consolidate:
                return string.Join(Joint, value.Split(Joint, StringSplitOptions.TrimEntries).Select(name => Group(key, name, EstateKeys.ClusterNames(named))));
            default:
                return value;
        }
    }

    private string Group(string key, string name, IEnumerable<string> known) =>
        known.Contains(name) ? masked.Group(name) : OneOfSeveral(name) ?? throw Nobody(key);

    /// <summary>Throws where several clusters bear the name; null where none does.</summary>
    private string? OneOfSeveral(string name)
    {
        var alike = named.Inventory.Clusters.Where(cluster => string.Equals(cluster.NameInSource, name, StringComparison.OrdinalIgnoreCase)).ToList();
        return alike.Count < 2 ? null : throw new CaseKeyException(
            Message.Of("masked-key.several", ("clusters", Message.List(alike.Select(cluster => masked.Group(cluster.Name))))));
    }

    private static CaseKeyException Nobody(string key) =>
        new(Message.Of("masked-key.nobody", ("key", key)));

    private static (string Name, string? Value) Parts(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text.Trim(), null);
}
