using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Runway;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Studies;
using CostPlanner.Studies.Runway;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Studies.Runway;

/// <summary>
/// The runway of hosts that are planned. A host of 2 x 16 cores promises (32 - 2) x 4 x 0.8 = 96 vCPUs; 60 VMs of 2 vCPUs on 6 hosts of which one may fail.
/// Growth of 10 %: in the first year a VM needs 2.2 vCPUs, 43 fit on a host, so 3 hosts carry them with one lost and 2 do not (120 &gt; 96 already today).
/// </summary>
public sealed class PlannedRunwayTests
{
    private static readonly CaseInputs Inputs = new(
        Estate.Scenario(
            Estate.Option("stay", PlatformFamily.VSphere), Estate.Option("leave", PlatformFamily.Kvm) with { Hosts = HostPolicy.Refresh }) with { NewHosts = ["new"], Baseline = "stay" },
        Estate.Alike(6, 60, memoryGiB: 1), new PriceBook([]), ProductLinesTests.Basis([]).Rates, new CpuCatalogue([]), new HostCatalogue([Estate.Model()]),
        Assumed.With((AssumptionIds.Growth, 0.1m)));

    // On 6 hosts of which one is lost 12 VMs are on each: 96 / 12 = 8 vCPUs, 4 times as many: 12 x ln 4 / ln 1.1 = 174.5.
    [Fact]
    public void Todays_hosts_are_those_of_the_inventory()
    {
        var study = RunwayStudy.Of(Inputs, SnapshotSeries.None, months: 200, token: TestContext.Current.CancellationToken);
        Assert.Null(study.PlannedFrom);
        Assert.Equal((6, 175), (study.Clusters[0].Hosts, study.Clusters[0].Planned!.Ends.Middle));
    }

    // Of today's 6 hosts the plan retires 3. With one lost 30 VMs are on each of two: 96 / 30 = 3.2 vCPUs, growth by 1.6: 12 x ln 1.6 / ln 1.1 = 59.2.
    [Fact]
    public void Hosts_that_the_plan_retires_have_no_runway()
    {
        var study = RunwayStudy.OfPlan(Inputs, SnapshotSeries.None, Inputs.Scenario.Options[0], months: 200, token: TestContext.Current.CancellationToken);
        Assert.Equal((3, 60, 0), (study.Clusters[0].Hosts, study.Clusters[0].Planned!.Ends.Middle, study.PlannedFrom));
    }

    // New hosts with as many cores: 3 as well, from the month after the move on.
    [Fact]
    public void Hosts_that_are_bought_have_one_though_today_has_none_of_them()
    {
        var leave = Inputs.Scenario.Options[1];
        var study = RunwayStudy.OfPlan(Inputs, SnapshotSeries.None, leave, months: 200, token: TestContext.Current.CancellationToken);
        Assert.Equal((3, 60), (study.Clusters[0].Hosts, study.Clusters[0].Planned!.Ends.Middle));
        Assert.True(study.PlannedFrom > 0);
        Assert.Equal("the planned hosts of leave", RunwayWords.Whose(study));
        using var json = JsonDocument.Parse(RunwayJson.Render(study));
        Assert.Equal("planned", json.RootElement.GetProperty("hosts").GetString());
    }

    [Fact]
    public void A_case_has_the_runway_of_its_cheapest_option()
    {
        var study = CaseStudy.Of(Inputs, [Study.Runway], token: TestContext.Current.CancellationToken);
        Assert.Equal((study.Cheapest ?? study.Baseline).Option.Id, study.Runway!.Option.Id);
        Assert.NotNull(study.Runway.PlannedFrom);
    }
}
