using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

public sealed class PlacementSectionTests : IDisposable
{
    private const string Whole =
        """
        title: Test
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 5
        inventory: estate.xlsx
        failover: 1
        baseline: a
        new_host: [small, big]
        placement:
          objective: least-cost
          within: site
          survive_site: true
          vms_per_host: 60
          sites: {Frankfurt: [esx-0*], Berlin: esx-1*}
          rules:
            - name: web tier
              keep_apart: [web-*, "*-web"]
              at_most: 2
            - keep_together: [app-01, db-01]
            - name: Oracle hosts
              vms: ora-*
              run_on: [esx-01, esx-02]
            - vms: [x, y]
              not_on: [esx-03]
            - spread_over_sites: [dc-*]
          devices:
            - name: GPU
              vms: [render-*]
              hosts: [esx-07]
              per_host: 2
              on_new_hosts: true
          guest_licences:
            - name: Oracle Database
              vms: [ora-*]
              product: p
        options:
          - {id: a, name: A, platform: kvm}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_key_arrives_where_it_belongs()
    {
        var scenario = Read(Whole).Value!;
        var placement = scenario.Placement;
        Assert.Equal(["small", "big"], scenario.NewHosts);
        Assert.Equal((Objective.LeastCost, PlacementScope.Site, true, 60), (placement.Objective, placement.Within, placement.SurviveSite, placement.VmsPerHost));
        Assert.Equal([("Frankfurt", "esx-0*"), ("Berlin", "esx-1*")], placement.Sites.Select(site => (site.Name, site.Hosts.Single())));
        var device = Assert.Single(placement.Devices);
        Assert.Equal(("GPU", "render-*", "esx-07", 2, true), (device.Name, device.Vms.Single(), device.Hosts.Single(), device.PerHost, device.OnNewHosts));
        var licence = Assert.Single(placement.GuestLicences);
        Assert.Equal(("Oracle Database", "ora-*", "p", 33), (licence.Name, licence.Vms.Single(), licence.Product, licence.Place.Row));
    }

    // Of a system, by name, or both.
    [Fact]
    public void A_guest_licence_may_name_a_system_instead_of_VMs()
    {
        const string named = "      vms: [ora-*]\n      product: p";
        var all = Read(Whole.Replace(named, "      guests: suse\n      product: p", StringComparison.Ordinal)).Value!.Placement.GuestLicences.Single();
        Assert.Equal((true, false), (all.IsCarriedBy(Estate.Vm("x", guest: GuestFamily.Suse)), all.IsCarriedBy(Estate.Vm("ora-1"))));
        var both = Read(Whole.Replace(named, "      guests: oracle-linux\n" + named, StringComparison.Ordinal)).Value!.Placement.GuestLicences.Single();
        Assert.Equal((true, true, false), (both.IsCarriedBy(Estate.Vm("x", guest: GuestFamily.OracleLinux)), both.IsCarriedBy(Estate.Vm("ora-1")), both.IsCarriedBy(Estate.Vm("x"))));
        Assert.Contains("Did you mean \"red-hat\"", Read(Whole.Replace(named, "      guests: redhat\n      product: p", StringComparison.Ordinal)).Findings.Single().Message.Words(), StringComparison.Ordinal);
        Assert.Contains(Read(Whole.Replace(named, "      product: p", StringComparison.Ordinal)).Findings, finding => finding.Code == "missing-key" && finding.Message.Contains("\"vms\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_keep_their_order_and_a_rule_without_a_name_is_called_by_what_it_asks()
    {
        var rules = Read(Whole).Value!.Placement.Rules;
        Assert.Equal(
            [
                ("web tier", RuleKind.KeepApart, "web-*, *-web", "", 2, 16),
                ("keep together app-01, db-01", RuleKind.KeepTogether, "app-01, db-01", "", 1, 19),
                ("Oracle hosts", RuleKind.RunOn, "ora-*", "esx-01, esx-02", 1, 20),
                ("x, y not on esx-03", RuleKind.NotOn, "x, y", "esx-03", 1, 23),
                ("spread over sites dc-*", RuleKind.SpreadOverSites, "dc-*", "", 1, 25),
            ],
            rules.Select(rule => (rule.Name, rule.Kind, string.Join(", ", rule.Vms), string.Join(", ", rule.Hosts), rule.AtMost, rule.Place.Row!.Value)));
    }

    [Fact]
    public void The_example_of_the_guide_is_read_as_it_stands()
    {
        var example = GuideText.Named("scenario").BlockBelow("## Where VMs may run: `placement`");
        var reading = Read(Whole[..Whole.IndexOf("new_host:", StringComparison.Ordinal)] + example + "options: [{id: a, name: A, platform: kvm}]");
        Assert.Empty(reading.Findings);
        Assert.Equal((4, 1, 2), (reading.Value!.Placement.Rules.Length, reading.Value.Placement.Devices.Length, reading.Value.Placement.GuestLicences.Length));
    }

    [Fact]
    public void Without_the_key_there_are_no_rules() =>
        Assert.Equal(PlacementRules.None, Read(Whole[..Whole.IndexOf("placement:", StringComparison.Ordinal)] + "options: [{id: a, name: A, platform: kvm}]").Value!.Placement);

    [Theory]
    [InlineData("objective: least-cost", "objective: cheapest", 10, "use one of fewest-hosts, least-cost")]
    [InlineData("objective: least-cost", "objectiv: least-cost", 10, "Did you mean \"objective\"")]
    [InlineData("within: site", "within: sites", 11, "Did you mean \"site\"")]
    [InlineData("survive_site: true", "survive_site: yes", 12, "use one of true, false")]
    [InlineData("vms_per_host: 60", "vms_per_host: 0", 13, "whole number from 1")]
    [InlineData("Berlin: esx-1*", "Berlin: []", 14, "a name or a list of names")]
    [InlineData("at_most: 2", "at_most: 0", 18, "whole number from 1")]
    [InlineData("at_most: 2", "run_on: [esx-01]", 16, "several things: keep_apart, run_on")]
    [InlineData("keep_apart: [web-*, \"*-web\"]", "keep_appart: [web-*]", 17, "Did you mean \"keep_apart\"")]
    [InlineData("keep_together: [app-01, db-01]", "name: nothing", 19, "asks for nothing")]
    [InlineData("keep_together: [app-01, db-01]", "keep_together: []", 19, "a name or a list of names")]
    [InlineData("vms: ora-*", "vm: ora-*", 20, "\"vms\" is missing")]
    [InlineData("vms: ora-*", "vm: ora-*", 21, "Did you mean \"vms\"")]
    [InlineData("spread_over_sites: [dc-*]", "spread_over_sites: [dc-*]\n      vms: [z]", 26, "Unknown key \"vms\"")]
    [InlineData("hosts: [esx-07]", "host: [esx-07]", 29, "Did you mean \"hosts\"")]
    [InlineData("product: p", "produkt: p", 35, "Did you mean \"product\"")]
    public void A_wrong_value_is_told_with_its_line(string right, string wrong, int line, string words)
    {
        var reading = Read(Whole.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Place.Row == line && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    // YAML takes *-web for a reference.
    [Fact]
    public void A_star_at_the_front_without_quotes_is_explained()
    {
        var finding = Assert.Single(Read(Whole.Replace("\"*-web\"", "*-web", StringComparison.Ordinal)).Findings);
        Assert.NotNull(finding.Place.Row);
        Assert.Contains("*-web", finding.Message.Words(), StringComparison.Ordinal);
        Assert.Contains("a name that begins with * stands in quotes", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_no_host_has_is_refused()
    {
        var reading = Read(Whole.Replace("      hosts: [esx-07]\n", "", StringComparison.Ordinal).Replace("on_new_hosts: true", "on_new_hosts: false", StringComparison.Ordinal));
        Assert.Contains(reading.Findings, finding => finding.Message.Words() == "No host has the device.");
    }

    private Reading<Scenario> Read(string text) => ScenarioFile.Read(folder.Write("scenario.yaml", text));
}
