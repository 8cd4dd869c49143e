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
               select NoSuch("vm-pattern-matches-none", "VM", pattern, each.Name, inventory.Vms.Select(vm => vm.Name), each.Place, "it names nobody");
    }

    private static IEnumerable<Finding> Systems(PlacementRules rules, Inventory inventory) =>
        from licence in rules.GuestLicences
        where licence.Guests is { } system && !inventory.Vms.Any(vm => vm.Guest == system)
        select new Finding(
            Severity.Warning,
            "guests-none",
            $"The inventory has no VM of the guests of \"{licence.Name}\"",
            licence.Place,
            "they add nothing",
            "correct guests:, or name the VMs under vms:");

    private static IEnumerable<Finding> HostNames(PlacementRules rules, string file, Inventory inventory)
    {
        var named = rules.Rules.Select(rule => (rule.Name, rule.Hosts, rule.Place))
            .Concat(rules.Devices.Select(device => (device.Name, device.Hosts, device.Place)))
            .Concat(rules.Sites.Select(site => (site.Name, site.Hosts, Place: SitesOf(file))));
        return from each in named
               from pattern in each.Hosts
               where !inventory.Hosts.Any(host => NamePattern.Matches(pattern, host.Name))
               select NoSuch(
                   "host-pattern-matches-none",
                   "host",
                   pattern,
                   each.Name,
                   inventory.Hosts.Select(host => host.Name),
                   each.Place,
                   "it can only mean a host to be bought");
    }

    private static Finding NoSuch(string code, string what, string pattern, string rule, IEnumerable<string> known, SourcePlace place, string done) => new(
        Severity.Warning,
        code,
        $"Rule \"{rule}\": no {what} matches \"{pattern}\"{NearestName.HintOfPattern(pattern, known.Distinct(StringComparer.Ordinal))}",
        place,
        done,
        "correct the name; * stands for any letters");

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
                    $"host {host.Name} stands in {string.Join(" and ", sites)}",
                    SitesOf(file),
                    null,
                    "let its name fit one site only");
            }
        }

        var nowhere = inventory.Hosts.Where(host => !rules.Sites.Any(site => NamePattern.MatchAny(site.Hosts, host.Name))).Select(host => host.Name).ToList();
        if (rules.Sites.Length > 0 && nowhere.Count > 0)
        {
            var more = nowhere.Count > HostsNamed ? FormattableString.Invariant($" and {nowhere.Count - HostsNamed} more") : "";
            yield return new Finding(
                Severity.Warning,
                "host-in-no-site",
                $"no site names {string.Join(", ", nowhere.Take(HostsNamed))}{more}",
                SitesOf(file),
                "they stand in no site",
                "add them to a site");
        }

        foreach (var (place, what) in NeedSites(rules, file))
        {
            if (SitesKnown(rules, inventory) < 2)
            {
                yield return new Finding(
                    Severity.Error, "one-site", $"{what} needs two sites at least, and the inventory's data centres are not so many", place, null,
                    "name the sites under placement: sites: {Frankfurt: [esx-0*], Berlin: [esx-1*]}");
            }
        }
    }

    private static IEnumerable<(SourcePlace Place, string What)> NeedSites(PlacementRules rules, string file) =>
        rules.Rules.Where(rule => rule.Kind == RuleKind.SpreadOverSites).Select(rule => (rule.Place, $"rule \"{rule.Name}\""))
            .Concat(rules.SurviveSite ? [(new SourcePlace(file, Column: "placement.survive_site"), "survive_site")] : []);

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
