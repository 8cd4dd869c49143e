using System.Collections.Immutable;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

public class PlacementRulesCheckTests
{
    private static readonly Inventory Inventory = Estate.Of(
        [Estate.Host("esx-01"), Estate.Host("esx-02"), Estate.Host("esx-03")],
        [Estate.Vm("app-01"), Estate.Vm("db-01"), Estate.Vm("web-1"), Estate.Vm("web-2"), Estate.Vm("web-3"), Estate.Vm("off") with { Power = PowerState.Off }]);

    [Fact]
    public void Rules_that_fit_are_passed_without_a_word() => Assert.Empty(Findings(
        Rule("apart", RuleKind.KeepApart, ["web-*"]),
        Rule("together", RuleKind.KeepTogether, ["APP-01", "db-01", "off"]),
        Rule("on", RuleKind.RunOn, ["app-01"], ["esx-0*"]),
        Rule("not", RuleKind.NotOn, ["db-01"], ["esx-01"])));

    [Fact]
    public void A_name_that_means_nobody_is_a_warning_with_the_nearest_name()
    {
        var findings = Findings(Rule("on", RuleKind.RunOn, ["ap-01"], ["esx-1*"]));
        Assert.All(findings, finding => Assert.Equal((Severity.Warning, 7), (finding.Severity, finding.Place.Row)));
        Assert.Equal(
            [
                "Rule \"on\": no VM matches \"ap-01\". Did you mean \"app-01\"?",
                "Rule \"on\": no host matches \"esx-1*\". Did you mean \"esx-01\"?",
            ],
            findings.Select(finding => finding.Message.Words()));
    }

    // Of a pattern the letters before its star are compared with as many of each name: "wbe-" with "web-" rather than with all of "web-1".
    [Theory]
    [InlineData("WBE-*", ". Did you mean \"web-1\"?")]
    [InlineData("ora-*", "")]
    [InlineData("*-99", "")]
    public void A_pattern_is_compared_by_what_stands_before_its_star(string pattern, string hint) =>
        Assert.Equal($"Rule \"r\": no VM matches \"{pattern}\"{hint}", Assert.Single(Findings(Rule("r", RuleKind.KeepApart, [pattern]))).Message.Words());

    // Devices and guest licences name VMs too.
    [Fact]
    public void Devices_and_licences_are_asked_as_well()
    {
        var place = new SourcePlace("test.yaml", Row: 3);
        var rules = new PlacementRules { Devices = [new PassthroughDevice("GPU", ["gpu"], ["x"], 1, false, place)], GuestLicences = [new GuestLicence("DB", ["ora-*"], "p", place)] };
        Assert.Equal(
            ["vm-pattern-matches-none", "vm-pattern-matches-none", "host-pattern-matches-none"],
            Findings(rules).Select(finding => finding.Code));
    }

    [Fact]
    public void VMs_kept_together_and_apart_are_an_error_that_names_both_rules() => Refused(
        "\"together\" keeps web-1, web-2 on one host, and \"apart\" lets 1 of them share a host",
        Rule("apart", RuleKind.KeepApart, ["web-*"]),
        Rule("together", RuleKind.KeepTogether, ["app-01", "web-1", "web-2"]));

    // app-01 with web-1 and app-01 with web-2 put both web VMs on one host, though no rule says so alone.
    [Fact]
    public void Together_by_way_of_a_third_counts() => Refused(
        "\"one\" and \"two\" keeps web-1, web-2 on one host, and \"apart\" lets 1 of them share a host",
        Rule("one", RuleKind.KeepTogether, ["app-01", "web-1"]),
        Rule("two", RuleKind.KeepTogether, ["app-01", "web-2"]),
        Rule("apart", RuleKind.KeepApart, ["web-*"]));

    [Fact]
    public void As_many_as_may_share_a_host_may_be_kept_together() => Assert.Empty(Findings(
        Rule("apart", RuleKind.KeepApart, ["web-*"], atMost: 2),
        Rule("together", RuleKind.KeepTogether, ["app-01", "web-1", "web-2"])));

    [Fact]
    public void The_inventorys_own_rules_count_too()
    {
        var estate = Estate.Of([Estate.Host("esx-01")], [Estate.Vm("a", rules: ["drs"]), Estate.Vm("b", rules: ["drs"])]);
        var finding = Assert.Single(Findings(new PlacementRules { Rules = [Rule("together", RuleKind.KeepTogether, ["a", "b"])] }, estate));
        Assert.Contains("the inventory's rule \"drs\" lets 1", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_leave_no_host_are_an_error_that_names_both() => Refused(
        "\"on\" and \"not\" leave no host for web-1",
        Rule("elsewhere", RuleKind.NotOn, ["web-1"], ["esx-02"]),
        Rule("on", RuleKind.RunOn, ["web-*"], ["esx-01"]),
        Rule("not", RuleKind.NotOn, ["web-1"], ["esx-01", "esx-03"]));

    // app-01 only on esx-01, db-01 only on esx-02, and both on one host.
    [Fact]
    public void VMs_kept_together_need_a_host_that_all_of_them_may_use() => Refused(
        "\"first\" and \"second\" leave no host for app-01, db-01",
        Rule("together", RuleKind.KeepTogether, ["app-01", "db-01"]),
        Rule("first", RuleKind.RunOn, ["app-01"], ["esx-01"]),
        Rule("second", RuleKind.RunOn, ["db-01"], ["esx-02"]));

    [Fact]
    public void More_VMs_kept_apart_than_hosts_they_are_pinned_to_is_an_error() => Refused(
        "\"on\" leaves 2 hosts to 3 VMs of \"apart\", which lets 1 of them share a host",
        Rule("apart", RuleKind.KeepApart, ["web-*"]),
        Rule("on", RuleKind.RunOn, ["web-*"], ["esx-01", "esx-02"]));

    // A host of a name that the inventory does not know may be one to be bought: nothing is proven.
    [Fact]
    public void A_host_to_be_bought_may_be_meant() => Assert.DoesNotContain(
        Findings(Rule("on", RuleKind.RunOn, ["web-1"], ["esx-01", "C new *"]), Rule("not", RuleKind.NotOn, ["web-1"], ["esx-01"])),
        finding => finding.Severity == Severity.Error);

    [Fact]
    public void A_VM_that_does_not_run_contradicts_nobody() => Assert.Empty(Findings(
        Rule("apart", RuleKind.KeepApart, ["web-1", "off"]),
        Rule("together", RuleKind.KeepTogether, ["web-1", "off"])));

    [Fact]
    public void Sites_must_tell_hosts_apart_and_be_two_where_one_may_be_lost()
    {
        var both = new PlacementRules { SurviveSite = true, Sites = [new SiteHosts("A", ["esx-0*"]), new SiteHosts("B", ["esx-01"])] };
        Assert.Equal("Host esx-01 stands in A and B.", Assert.Single(Findings(both)).Message.Words());
        var one = new PlacementRules { SurviveSite = true, Sites = [new SiteHosts("A", ["esx-01", "esx-02"])] };
        Assert.Equal(["host-in-no-site", "one-site"], Findings(one).Select(finding => finding.Code));
        Assert.Empty(Findings(new PlacementRules { SurviveSite = true, Sites = [new SiteHosts("A", ["esx-01"]), new SiteHosts("B", ["esx-02", "esx-03"])] }));
    }

    private static void Refused(string message, params PlacementRule[] rules)
    {
        var finding = Assert.Single(Findings(rules));
        Assert.Equal((Severity.Error, "rules-contradict", message + "."), (finding.Severity, finding.Code, finding.Message.Words()));
    }

    private static ImmutableArray<Finding> Findings(params PlacementRule[] rules) => Findings(new PlacementRules { Rules = [.. rules] });

    private static ImmutableArray<Finding> Findings(PlacementRules rules, Inventory? inventory = null) =>
        PlacementRulesCheck.Of(Estate.Scenario() with { Placement = rules }, "test.yaml", inventory ?? Inventory);

    private static PlacementRule Rule(string name, RuleKind kind, ImmutableArray<string> vms, ImmutableArray<string>? hosts = null, int atMost = 1) =>
        new(name, kind, vms, hosts ?? [], atMost, new SourcePlace("test.yaml", Row: 7));
}
