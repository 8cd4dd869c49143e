using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The lists of a scenario that name VMs: by name, or by folder, tag, cluster or operating system.</summary>
internal static class VmSelectors
{
    private static readonly ImmutableArray<(string Key, VmTrait By)> Traits =
    [
        ("name", VmTrait.Name),
        ("folder", VmTrait.Folder),
        ("tag", VmTrait.Tag),
        ("cluster", VmTrait.Cluster),
        ("os", VmTrait.GuestOs),
    ];

    /// <summary>The entries below a key; what is wrong in them became findings.</summary>
    public static ImmutableArray<VmSelector> Of(YamlMap map, string key) => [.. map.Entries(key).SelectMany(Entry)];

    /// <summary>
    /// Groups: a mapping of names to entries, or a list whose entries are {name: ..., vms: [...]}. What stands in the list alone is a group by its own words.
    /// </summary>
    public static ImmutableArray<VmGroup> Groups(YamlMap map, string key)
    {
        if (map.IsMap(key) && map.Map(key) is { } named)
        {
            return [.. named.Keys().Select(each => Named(each.Key, Of(named, each.Key), named))];
        }

        var groups = map.Entries(key)
            .Select(each => each.Map is { } entry && entry.Says("vms") ? Listed(entry) : Alone([.. Entry(each)]))
            .OfType<VmGroup>()
            .ToImmutableArray();
        if (groups.GroupBy(each => each.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            map.Refuse(Message.Of("scenario.group-twice", ("key", key), ("group", twice.Key)), Message.Of("scenario.group-twice.mend"));
        }

        return groups;
    }

    private static VmGroup? Listed(YamlMap map)
    {
        var name = map.Text("name", required: true);
        var vms = Of(map, "vms");
        map.RefuseUnknownKeys();
        return name is null ? null : Named(name, vms, map);
    }

    private static VmGroup Named(string name, ImmutableArray<VmSelector> vms, YamlMap map)
    {
        if (vms.IsEmpty)
        {
            map.Refuse(Message.Of("scenario.group-empty", ("group", name)), Message.Of("scenario.group-empty.mend"));
        }

        return new VmGroup(name, vms);
    }

    private static VmGroup? Alone(ImmutableArray<VmSelector> entry) => entry.IsEmpty ? null : new VmGroup(entry[0].ToString(), entry);

    private static IEnumerable<VmSelector> Entry((string? Text, YamlMap? Map, SourcePlace Place) entry)
    {
        if (entry.Text is { } name)
        {
            return [new VmSelector(VmTrait.Name, name, entry.Place)];
        }

        var map = entry.Map!;
        var said = Traits.Where(trait => map.Says(trait.Key)).ToList();
        if (said.Count != 1)
        {
            map.Refuse(
                said.Count == 0
                    ? Message.Of("scenario.entry-empty")
                    : Message.Of("scenario.entry-of-several", ("keys", Message.List(said.Select(trait => trait.Key)))),
                Message.Of("scenario.entry.mend", ("keys", Message.List(Traits.Select(trait => trait.Key)))));
        }

        var patterns = said.Count == 1 ? map.Patterns(said[0].Key, required: true) : [];
        map.RefuseUnknownKeys();
        return patterns.Select(pattern => new VmSelector(said[0].By, pattern, entry.Place));
    }
}
