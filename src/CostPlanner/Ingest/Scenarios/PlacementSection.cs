using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The scenario's key <c>placement</c>: how VMs are placed, beside the capacity of hosts.</summary>
internal static class PlacementSection
{
    private const int MostPerHost = 100_000;

    private static readonly (string Key, RuleKind Kind)[] Asked =
    [
        ("keep_apart", RuleKind.KeepApart),
        ("keep_together", RuleKind.KeepTogether),
        ("run_on", RuleKind.RunOn),
        ("not_on", RuleKind.NotOn),
        ("spread_over_sites", RuleKind.SpreadOverSites),
    ];

    private static readonly ImmutableSortedDictionary<string, GuestFamily> Families = new Dictionary<string, GuestFamily>
    {
        ["windows-server"] = GuestFamily.WindowsServer,
        ["windows-desktop"] = GuestFamily.WindowsDesktop,
        ["red-hat"] = GuestFamily.RedHat,
        ["suse"] = GuestFamily.Suse,
        ["oracle-linux"] = GuestFamily.OracleLinux,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The rules; what is wrong in them became findings.</summary>
    public static PlacementRules Of(YamlMap map)
    {
        var rules = new PlacementRules
        {
            Objective = map.Choice(DeclaredKeys.Objective) ?? Objective.FewestHosts,
            Within = map.Choice(DeclaredKeys.Within) ?? PlacementScope.Cluster,
            SurviveSite = map.Choice(DeclaredKeys.SurviveSite) ?? false,
            VmsPerHost = map.Integer(DeclaredKeys.VmsPerHost),
            Sites = Sites(map),
            Rules = [.. map.Maps("rules").Select(Rule).OfType<PlacementRule>()],
            Devices = [.. map.Maps("devices").Select(Device).OfType<PassthroughDevice>()],
            GuestLicences = [.. map.Maps("guest_licences").Select(Licence).OfType<GuestLicence>()],
        };
        map.RefuseUnknownKeys();
        return rules;
    }

    private static ImmutableArray<SiteHosts> Sites(YamlMap parent) => parent.Map("sites") is { } map
        ? [.. map.Keys().Select(each => new SiteHosts(each.Key, map.Patterns(each.Key, required: true)))]
        : [];

    private static PlacementRule? Rule(YamlMap map)
    {
        var name = map.Text("name");
        var asked = Asked.Where(each => map.Says(each.Key)).ToList();
        var named = asked.Select(each => map.Patterns(each.Key)).ToList();
        var namesHosts = asked is [{ Kind: RuleKind.RunOn or RuleKind.NotOn }];
        var limits = asked is [{ Kind: RuleKind.KeepApart or RuleKind.SpreadOverSites }];
        var vms = namesHosts ? map.Patterns("vms", required: true) : asked.Count == 1 ? named[0] : [];
        var atMost = limits ? map.Integer("at_most", 1, MostPerHost) ?? 1 : 1;
        if (asked.Count != 1)
        {
            map.Refuse(
                asked.Count == 0
                    ? Message.Of("scenario.rule-empty")
                    : Message.Of("scenario.rule-of-several", ("keys", Message.List(asked.Select(each => each.Key)))),
                Message.Of("scenario.rule.mend"));

            // Asked for here, so that only what no rule has is called unknown.
            _ = map.Says("vms") | map.Says("at_most");
            map.RefuseUnknownKeys();
            return null;
        }

        map.RefuseUnknownKeys();
        return new PlacementRule(name ?? Title(asked[0].Key, named[0], vms), asked[0].Kind, vms, namesHosts ? named[0] : [], atMost, map.Place);
    }

    /// <summary>The rule in its own words, for one without a name: "keep apart web-*", "x not on esx-03".</summary>
    private static string Title(string key, ImmutableArray<string> named, ImmutableArray<string> vms)
    {
        var words = $"{key.Replace('_', ' ')} {string.Join(", ", named)}";
        return key is "run_on" or "not_on" ? $"{string.Join(", ", vms)} {words}" : words;
    }

    private static PassthroughDevice? Device(YamlMap map)
    {
        var name = map.Text("name", required: true);
        var vms = map.Patterns("vms", required: true);
        var hosts = map.Patterns("hosts");
        var perHost = map.Integer("per_host", 1, MostPerHost) ?? 1;
        var onNewHosts = map.Flag("on_new_hosts") ?? false;
        if (hosts.IsEmpty && !onNewHosts)
        {
            map.Refuse(Message.Of("scenario.device-without-host"), Message.Of("scenario.device-without-host.mend"));
        }

        map.RefuseUnknownKeys();
        return name is null ? null : new PassthroughDevice(name, vms, hosts, perHost, onNewHosts, map.Place);
    }

    private static GuestLicence? Licence(YamlMap map)
    {
        var name = map.Text("name", required: true);
        var guests = map.OneOf("guests", false, [.. Families.Keys]);
        var vms = map.Patterns("vms", required: !map.Says("guests"));
        var product = map.Text("product", required: true);
        map.RefuseUnknownKeys();
        return name is null || product is null
            ? null
            : new GuestLicence(name, vms, product, map.Place) { Guests = guests is not null && Families.TryGetValue(guests, out var family) ? family : null };
    }
}
