using CostPlanner.Reporting.Chapters.Runway;
using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Reporting.Pages.Runway;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Runway;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;
using CostPlanner.Tests.Reporting;

namespace CostPlanner.Tests.Golden;

/// <summary>
/// Runways small enough to be reckoned by hand. A host of 2 x 16 cores promises (32 - 2) x 4 x 0.8 = 96 vCPUs and more memory than is needed. 100 VMs of
/// 2 vCPUs on 4 hosts of which one may fail: on three hosts one has 34 VMs or more, so that a VM may need 96 / 34 = 2.8235 vCPUs, which is growth by
/// 1.41176; the sums would allow 3 x 96 / 200 = 1.44.
/// </summary>
[Slow]
public sealed class RunwayCaseTests
{
    private static readonly DateOnly Today = new(2026, 10, 1);

    // 12 x ln 1.41176 / ln 1.1 = 43.4: month 44 fails; by the sums it would be 45.9, month 46.
    // With a fifth host, 4 carry 25 VMs each: 96 / 25 = 3.84, growth by 1.92: 82.1, month 83.
    [Fact]
    public void One_rate_ends_when_the_VMs_cannot_be_placed_any_more_and_not_when_the_sums_say()
    {
        var cluster = Assert.Single(Of(0.1m).Clusters);
        var outlook = Assert.Single(cluster.Outlooks);

        Assert.Equal((4, 1, 200m, 288m), (cluster.Hosts, cluster.Failures, cluster.Needed.Cpu, cluster.Promised.Cpu));
        Assert.Equal(new RunwayEnd(44, 44, 44), outlook.Ends);
        Assert.Equal(Dimension.Cpu, outlook.Limit);
        Assert.Equal(new RunwayEnd(83, 83, 83), outlook.Next!.Ends);
        Assert.Null(outlook.Next.Price);
    }

    // Nothing lost: 25 VMs a host, growth by 1.92. One lost: 1.41176. Two lost: 50 VMs a host, 96 / 50 = 1.92 vCPUs, less than the 2 of today.
    [Theory]
    [InlineData(0, 83)]
    [InlineData(1, 44)]
    [InlineData(2, 0)]
    public void The_more_may_fail_the_sooner_it_ends(int failures, int month) =>
        Assert.Equal(month, Of(0.1m, scenario => scenario with { Failover = failures }).Clusters[0].Outlooks[0].Ends.Middle);

    // PERT 0 to 20 % with its tip at 0: P10, P50 and P90 of the rate are 0.2 x (1 - (1 - p)^0.2) = 0.417 %, 2.589 % and 7.381 %.
    // ln 1.41176 = 0.34484: 12 x 0.34484 / ln(1.07381) = 58.1; / ln(1.02589) = 161.9; / ln(1.00417) = 995, beyond.
    [Fact]
    public void A_range_of_rates_gives_a_range_of_months()
    {
        var uncertain = new Uncertainty { Inputs = [new UncertainInput("growth", new ValueRange(0, 0, 0.2m), new Provenance("test", "2026", Grade.C, "test.yaml, line 3"))] };
        var study = Of(0m, scenario => scenario with { Uncertainty = uncertain });
        Assert.Equal(new RunwayEnd(59, 162, null), study.Clusters[0].Outlooks[0].Ends);
    }

    // 25, 50 and 100 VMs, 365 days apart: doubling, without scatter. 2 ^ (days / 365) passes 1.41176 after 181.6 days: 1 March 2027 is 151 days away and
    // 1 April 182. The rate of the scenario is told beside it.
    [Fact]
    public void Planted_growth_of_snapshots_is_found()
    {
        var study = Of(0.1m, null, Grown((-730, 25), (-365, 50), (0, 100)));
        Assert.Equal([GrowthSource.Rate, GrowthSource.Snapshots], study.Clusters[0].Outlooks.Select(each => each.Growth.Source));
        var trend = study.Clusters[0].Planned!;

        Assert.Equal(GrowthSource.Snapshots, trend.Growth.Source);
        Assert.Equal(new RunwayEnd(6, 6, 6), trend.Ends);
        Assert.Equal(1.0009497, (double)trend.Growth.Growths[0].Middle, 6); // 2 ^ (365.25 / 365) - 1
        Assert.Equal([50m, 100m, 200m], study.Clusters[0].Seen.Select(each => each.Need.Cpu));
    }

    [Fact]
    public void Scatter_widens_the_months_and_more_of_it_widens_them_more()
    {
        var even = Ends(Grown((-730, 50), (-547, 58), (-365, 71), (-182, 83), (0, 100)));
        var uneven = Ends(Grown((-730, 50), (-547, 64), (-365, 62), (-182, 95), (0, 100)));

        Assert.True(even.Early <= even.Middle && even.Middle <= even.Late);
        Assert.True(uneven.Early < uneven.Middle && uneven.Middle < uneven.Late);
        Assert.True(uneven.Late - uneven.Early > even.Late - even.Early);

        static RunwayEnd Ends(SnapshotSeries snapshots) => Of(0m, null, snapshots).Clusters[0].Planned!.Ends;
    }

    [Fact]
    public void A_cluster_seen_on_two_days_has_no_trend_and_says_so()
    {
        var cluster = Of(0.1m, null, Grown((-365, 50), (0, 100))).Clusters[0];
        Assert.Equal("2 of 2 snapshots show it with VMs, and a trend takes 3", cluster.WhyNone.Words());
        Assert.Equal(GrowthSource.Rate, cluster.Planned!.Growth.Source);
    }

    [Fact]
    public void A_cluster_without_hosts_has_no_answer_and_says_so()
    {
        var cluster = Of(0.1m, null, null, hosts: 0).Clusters[0];
        Assert.Equal((0, "its hosts are not known"), (cluster.Outlooks.Length, cluster.WhyNone.Words()));
    }

    // Month 12 of a rate is year 1 of the case: CPU, memory with its overhead, and storage alike.
    [Fact]
    public void A_year_of_months_is_a_year_of_the_case()
    {
        var vm = Estate.Vm("vm", 3, 7);
        var inventory = Estate.Of([Estate.Host("h")], [vm]);
        var assumptions = Assumed.With((AssumptionIds.Growth, 0.07m), (AssumptionIds.QemuOverheadBase, 200), (AssumptionIds.QemuOverheadShare, 0.02m));
        VmDemand After(int years) => EstateDemand.Of(inventory, Estate.Scenario(), PlatformFamily.Kvm, assumptions, years: years).Running[0];

        var grown = GrowthOutlook.OfRate(_ => 0.07).At(12, 0.5).Grown(After(0), MemoryOverhead.Of(PlatformFamily.Kvm, vm, assumptions));

        Assert.Equal((After(1).Cpu, After(1).Memory, After(1).LocalStorage), (grown.Cpu, grown.Memory, grown.LocalStorage));
    }

    // Four hosts end in month 44 and five in 83. Who looks 44 months ahead sees that five hold in month 44: they fail in 45 at the earliest, 1 month later; in 60 months 61 - 44 = 17.
    // Of four hosts that may lose two, today fails; with a fifth three carry 34 VMs at most, as four that lose one: month 44, so within 40 months at least 41.
    // Three that may lose two have one left, and with a fourth two carry 50 VMs each, which is too much today already.
    [Theory]
    [InlineData(44, 1, 4, "buys at least 1 month: they last beyond month 44")]
    [InlineData(60, 1, 4, "buys at least 17 months: they last beyond month 60")]
    [InlineData(40, 2, 4, "buys at least 41 months: they last beyond month 40")]
    [InlineData(60, 2, 4, "buys 44 months: they last to month 44 (2030-06)")]
    [InlineData(60, 2, 3, "buys no month: already today they do not suffice")]
    public void The_next_host_is_never_said_to_buy_0_months(int months, int failures, int hosts, string words)
    {
        var study = Of(0.1m, scenario => scenario with { Failover = failures }, hosts: hosts, months: months);
        Assert.Contains(words, Printed.Plain(RunwayWords.NextSentence(study, study.Clusters[0])!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_may_fail_leaves_a_cluster_of_one_without_an_answer() => Assert.Equal(
        "it has 1 host, of which 1 may fail",
        Of(0.1m, scenario => scenario with { FailoverOf = ImmutableSortedDictionary<string, int>.Empty.Add("C", 1) }, null, hosts: 1).Clusters[0].WhyNone.Words());

    // 200 vCPUs need more than the 96 that it promises, already today; none of its hosts has to be lost for that.
    [Fact]
    public void A_cluster_of_one_host_has_no_failover_to_lose()
    {
        var cluster = Of(0.1m, null, null, hosts: 1).Clusters[0];
        Assert.Equal((0, 0), (cluster.Failures, cluster.Planned!.Ends.Middle));
    }

    [Fact]
    public void The_page_and_the_JSON_say_the_same()
    {
        var study = Of(0.1m);
        var page = new Page(HtmlReport.Render(RunwayPage.Of("Test", study)));
        var text = page.Section("answer").Value.Replace('\u00a0', ' ');
        Assert.Contains("C runs out first: in month 44 (2030-06) (P50).", text, StringComparison.Ordinal);
        Assert.Contains("C: from month 44 (2030-06) on its 4 hosts cannot be shown to carry all VMs with 1 lost (P10: month 44 (2030-06), P90: month 44 (2030-06))", text, StringComparison.Ordinal);
        Assert.Contains("one more host (one like h1: 2 × 16 cores, 256 GiB) buys 39 months: they last to month 83 (2033-09)", page.Section("runway").Value.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Single(page.Elements("svg"));

        using var json = JsonDocument.Parse(RunwayJson.Render(study));
        var outlook = json.RootElement.GetProperty("clusters")[0].GetProperty("outlooks")[0];
        Assert.Equal("costplanner/runway/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal((44, 39), (outlook.GetProperty("ends").GetProperty("p50").GetInt32(), outlook.GetProperty("nextHost").GetProperty("monthsGained").GetInt32()));

        // 200 of 288 vCPUs today, a tenth more after a year.
        var middle = outlook.GetProperty("courses").EnumerateArray().First(each => each.GetProperty("dimension").GetString() == "cpu").GetProperty("p50");
        Assert.Equal((0.694444m, 0.763889m, 181), (middle[0].GetDecimal(), middle[12].GetDecimal(), middle.GetArrayLength()));
    }

    [Fact]
    public void The_result_of_a_case_holds_the_object_that_the_command_prints_and_null_where_nobody_asked()
    {
        var (sample, study) = (SampleCase.Build(), Of(0.1m));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(RunwayJson.Render(study)).RootElement, Runway(sample with { Runway = study })));
        Assert.Equal(JsonValueKind.Null, Runway(sample with { Runway = null }).ValueKind);

        static JsonElement Runway(CaseStudy result) => JsonDocument.Parse(ResultJson.Render(result)).RootElement.GetProperty("runway");
    }

    private static RunwayStudy Of(decimal growth, Func<Scenario, Scenario>? change = null, SnapshotSeries? snapshots = null, int hosts = 4, int months = 180)
    {
        var scenario = Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere)) with { AsOf = Today };
        return RunwayStudy.Of(
            new CaseInputs(
                change?.Invoke(scenario) ?? scenario, Vms(100, hosts), new PriceBook([]), ProductLinesTests.Basis([]).Rates, new CpuCatalogue([]), new HostCatalogue([]),
                Assumed.With((AssumptionIds.Growth, growth))),
            snapshots ?? SnapshotSeries.None, months: months);
    }

    private static SnapshotSeries Grown(params (int Days, int Vms)[] snapshots) =>
        new([.. snapshots.Select(each => new EstateSnapshot(Today.AddDays(each.Days), "snapshot.xlsx", Vms(each.Vms, 4)))]);

    private static Inventory Vms(int vms, int hosts) => Estate.Alike(hosts, vms, memoryGiB: 1);
}
