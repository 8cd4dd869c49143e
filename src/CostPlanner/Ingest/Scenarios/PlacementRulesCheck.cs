using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>Whether the rules of placement fit the inventory: each name means something, and they do not contradict each other.</summary>
public static class PlacementRulesCheck
{
    private const int HostsNamed = 3;

    /// <summary>Warnings for names that mean no VM or no host, errors for what no placement can satisfy.</summary>
    public static ImmutableArray<Finding> Of(Scenario scenario, string file, Inventory inventory) =>
    [
        .. FailoverSection.Check(scenario, file, inventory),
        .. VmNames(scenario.Placement, inventory),
        .. Systems(scenario.Placement, inventory),
        .. HostNames(scenario.Placement, file, inventory),
        .. Sites(scenario.Placement, file, inventory),
        .. RuleConflicts.Of(scenario, inventory),
    ];

    private static IEnumerable<Finding> VmNames(PlacementRules rules, Inventory inventory)
    {
        var named = rules.Rules.Select(rule => (rule.Name, rule.Vms, rule.Place))
            .Concat(rules.Devices.Select(device => (device.Name, device.Vms, device.Place)))
            .Concat(rules.GuestLicences.Select(licence => (licence.Name, licence.Vms, licence.Place)));
        return from each in named
               from pattern in each.Vms
               where !inventory.Vms.Any(vm => NamePattern.MatchAny([pattern], vm))
               let known = inventory.Vms.Select(vm => vm.Name).Distinct(StringComparer.Ordinal)
               select NoSuch(
                   "vm-pattern-matches-none",
                   Message.Of(
                       "vm-pattern-matches-none",
                       ("rule", each.Name), ("pattern", pattern), ("suggestion", NearestName.SuggestionOfPattern(pattern, known))),
                   each.Place,
                   Message.Of("vm-pattern-matches-none.done"));
    }

    private static IEnumerable<Finding> Systems(PlacementRules rules, Inventory inventory) =>
        from licence in rules.GuestLicences
        where licence.Guests is { } system && !inventory.Vms.Any(vm => vm.Guest == system)
        select new Finding(
            Severity.Warning,
            "guests-none",
            Message.Of("guests-none", ("licence", licence.Name)),
            licence.Place,
            Message.Of("guests-none.done"),
            Message.Of("guests-none.mend"));

    private static IEnumerable<Finding> HostNames(PlacementRules rules, string file, Inventory inventory)
    {
        var named = rules.Rules.Select(rule => (rule.Name, rule.Hosts, rule.Place))
            .Concat(rules.Devices.Select(device => (device.Name, device.Hosts, device.Place)))
            .Concat(rules.Sites.Select(site => (site.Name, site.Hosts, Place: SitesOf(file))));
        return from each in named
               from pattern in each.Hosts
               where !inventory.Hosts.Any(host => NamePattern.Matches(pattern, host.Name))
               let known = inventory.Hosts.Select(host => host.Name).Distinct(StringComparer.Ordinal)
               select NoSuch(
                   "host-pattern-matches-none",
                   Message.Of(
                       "host-pattern-matches-none",
                       ("rule", each.Name), ("pattern", pattern), ("suggestion", NearestName.SuggestionOfPattern(pattern, known))),
                   each.Place,
                   Message.Of("host-pattern-matches-none.done"));
    }

    private static Finding NoSuch(string code, Message message, SourcePlace place, Message done) =>
        new(Severity.Warning, code, message, place, done, Message.Of("pattern-matches-none.mend"));

    private static IEnumerable<Finding> Sites(PlacementRules rules, string file, Inventory inventory)
    {
        foreach (var host in inventory.Hosts)
        {
            var sites = rules.Sites.Where(site => NamePattern.MatchAny(site.Hosts, host.Name)).Select(site => site.Name).ToList();
            if (sites.Count > 1)
            {
                yield return new Finding(
                    Severity.Error,
                    "host-in-two-sites",
                    Message.Of("host-in-two-sites", ("host", host.Name), ("sites", Message.List(sites))),
                    SitesOf(file),
                    null,
                    Message.Of("host-in-two-sites.mend"));
            }
        }

        var nowhere = inventory.Hosts.Where(host => !rules.Sites.Any(site => NamePattern.MatchAny(site.Hosts, host.Name))).Select(host => host.Name).ToList();
        if (rules.Sites.Length > 0 && nowhere.Count > 0)
        {
            yield return new Finding(
                Severity.Warning,
                "host-in-no-site",
                Message.Of("host-in-no-site", ("hosts", NamesShown.Of(nowhere, HostsNamed))),
                SitesOf(file),
                Message.Of("host-in-no-site.done"),
                Message.Of("host-in-no-site.mend"));
        }

        foreach (var (place, what) in NeedSites(rules, file))
        {
            if (SitesKnown(rules, inventory) < 2)
            {
                yield return new Finding(Severity.Error, "one-site", what, place, null, Message.Of("one-site.mend"));
            }
        }
    }

    private static IEnumerable<(SourcePlace Place, Message What)> NeedSites(PlacementRules rules, string file) =>
        rules.Rules.Where(rule => rule.Kind == RuleKind.SpreadOverSites).Select(rule => (rule.Place, Message.Of("one-site.rule", ("rule", rule.Name))))
            .Concat(rules.SurviveSite ? [(new SourcePlace(file, Column: "placement.survive_site"), Message.Of("one-site"))] : []);

    private static int SitesKnown(PlacementRules rules, Inventory inventory)
    {
        if (rules.Sites.Length > 0)
        {
            return rules.Sites.Length;
        }

        var datacenters = inventory.Clusters.ToLookup(cluster => cluster.Name, cluster => cluster.Datacenter, StringComparer.Ordinal);
        return inventory.Hosts.Select(host => host.Datacenter ?? (host.Cluster is { } cluster ? datacenters[cluster].FirstOrDefault() : null))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Count();
    }

    private static SourcePlace SitesOf(string file) => new(file, Column: "placement.sites");
}
