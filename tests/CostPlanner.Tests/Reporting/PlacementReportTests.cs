using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Studies;

namespace CostPlanner.Tests.Reporting;

/// <summary>What the scenario asks of placement, and where guests are kept, as the reader sees it.</summary>
public sealed class PlacementReportTests
{
    private static readonly SourcePlace Place = new("test.yaml", Row: 3);

    private static readonly PlacementRules Rules = new()
    {
        Objective = Objective.LeastCost,
        Within = PlacementScope.Site,
        VmsPerHost = 60,
        Rules =
        [
            new PlacementRule("all apart", RuleKind.KeepApart, ["*"], [], 2, Place),
            new PlacementRule("nobody", RuleKind.NotOn, ["no-such-vm"], ["esx-03"], 1, Place),
        ],
        Devices = [new PassthroughDevice("GPU", ["no-such-vm"], ["esx-07"], 2, true, Place)],
        GuestLicences = [new GuestLicence("Oracle", ["*"], "oracle-db", Place)],
    };

    [Fact]
    public void Rules_are_listed_with_the_VMs_they_name()
    {
        var sample = SampleCase.Build();
        var page = Page.Of(With(sample, Rules));
        var running = sample.Baseline.Demand.Running.Length.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
        var table = page.TablesOf("hosts").First();
        Assert.Equal(
            [
                ("all apart", "at most 2 of them on a host", running),
                ("nobody", "not on esx-03", "0"),
                ("GPU", "a device each; 2 in each of esx-07, hosts to be bought", "0"),
                ("Oracle", "a licence (oracle-db) on every host that they may run on", running),
            ],
            Page.Rows(table, "").Select(row => (Page.Text(row, 0), Page.Text(row, 1), Page.Text(row, 2))));
        Assert.Contains("Hosts are chosen for the least cost over the horizon. VMs may move within their site. At most 60\u00a0VMs run on a host.", page.Section("hosts").Value, StringComparison.Ordinal);
        Assert.Contains($"Oracle by {running}\u00a0VMs", page.Section("estate").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rules_nothing_is_said_of_them() =>
        Assert.DoesNotContain("Rules of the scenario", HtmlReport.Render(ReportDocument.Of(SampleCase.Build())), StringComparison.Ordinal);

    [Fact]
    public void Guests_that_are_kept_to_a_few_hosts_are_told_with_what_it_saves()
    {
        var confined = Confined(SampleCase.Build(), new Money(67710, Currency.Euro));
        var text = Page.Of(confined).Section("licences").Value;
        Assert.Contains("Guests with Windows Server are kept to 2 of 6\u00a0hosts of", text, StringComparison.Ordinal);
        Assert.Contains("Free to run on every host of their clusters, their licences would cost EUR\u00a067,710 more.", text, StringComparison.Ordinal);
        var json = ResultJson.Render(confined);
        Assert.Contains("\"savedByConfinement\": 67710", json, StringComparison.Ordinal);
        Assert.Contains("\"licence\": \"Windows Server\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saving_that_is_not_known_is_not_printed() =>
        Assert.DoesNotContain("Free to run on every host", Page.Of(Confined(SampleCase.Build(), null)).Section("licences").Value, StringComparison.Ordinal);

    private static CaseStudy With(CaseStudy sample, PlacementRules rules) =>
        sample with { Inputs = sample.Inputs with { Scenario = sample.Inputs.Scenario with { Placement = rules } } };

    private static CaseStudy Confined(CaseStudy sample, Money? saving)
    {
        var option = sample.Options[0];
        var cluster = option.Plan.Clusters[0];
        var kept = cluster with { Confinements = [new Confinement(Confinement.Windows, [.. cluster.Servers.Take(2).Select(load => load.Server.Name)])] };
        var changed = option with { Plan = option.Plan with { Clusters = option.Plan.Clusters.Replace(cluster, kept) }, SavedByConfinement = saving };
        return sample with { Options = sample.Options.Replace(option, changed) };
    }
}
