using System.Text.Json;
using CostPlanner.Demand;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Ingest.Usage;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Studies;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;
using CostPlanner.Tests.Reporting;

namespace CostPlanner.Tests.Golden;

/// <summary>
/// Ten office VMs busy by day and ten by night, 4 of 8 vCPUs each when busy and half a core otherwise, on new hosts of 32 cores.
/// </summary>
public sealed class SizingCaseTests
{
    private static readonly UsageHistory Usage = Used.Hourly(
        28 * 24,
        [
            .. Enumerable.Range(1, 10).Select(number => Used.Vm($"office-{number:00}", Used.Days(28, hour => hour is >= 8 and < 18 ? 4 : 0.5f), Used.Days(28, _ => 2048))),
            .. Enumerable.Range(1, 10).Select(number => Used.Vm($"night-{number:00}", Used.Days(28, hour => hour < 6 ? 4 : 0.5f), Used.Days(28, _ => 2048))),
        ]);

    private static CaseStudy Case(SizingRules rules, UsageHistory? usage, params VirtualMachine[] more) => Studied.Of(new CaseInputs(
        Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere) with { Hosts = HostPolicy.Refresh }) with { Failover = 0, HorizonYears = 1, NewHosts = ["new"], UsageFile = "usage.csv", Sizing = rules },
        Estate.Of([], [.. Usage.Vms.Select(vm => Estate.Vm(vm.VmId, 8)), .. more]),
        new PriceBook([]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([Estate.Model()]),
        Assumed.Plain) { Usage = usage });

    // A host promises (32 - 2) x 0.8 = 24 busy cores, or 96 vCPUs at 4 to a core. As configured 20 x 8 = 160 vCPUs need 2 hosts. By peak and by
    // p95 a VM needs 4 cores, 6 fit on a host, 20 need 4. Hour by hour 5 office VMs and 5 night VMs share a host: 5 x 4 + 5 x 0.5 = 22.5.
    [Fact]
    public void Hour_by_hour_day_and_night_share_hosts_that_peaks_and_percentiles_would_buy_twice()
    {
        var result = Case(Used.By(SizingMeasure.Coincident), Usage);
        var study = result.Sizing!;

        Assert.Equal([2, 4, 4, 2], study.Cases.Select(each => each.Plan.HostsUsed));
        Assert.All(study.Cases, each => Assert.True(each.Plan.Holds));
        Assert.Equal([40m, 80m, 80m, 45m], study.Cases.Select(each => each.Cores));
        Assert.Equal([false, false, false, true], study.Cases.Select(each => each.IsScenarios));
        Assert.Equal(2, result.Baseline.Plan.HostsUsed);
        Assert.Equal((CpuUnit.BusyCores, 24), (result.Baseline.Demand.CpuUnit, result.Baseline.Demand.Buckets));

        // Two hosts more cost two prices more: 2 x 10,000.
        Assert.Equal(20_000m, study.Cases[1].Costs.TotalOf(CostPlanner.Pricing.Lines.CostCategory.Hardware).Amount - study.Cases[3].Costs.TotalOf(CostPlanner.Pricing.Lines.CostCategory.Hardware).Amount);
    }

    [Fact]
    public void The_chapter_says_it_in_hosts_and_the_result_has_the_figures()
    {
        var result = Case(Used.By(SizingMeasure.At(Percentile.P95)), Usage, Estate.Vm("unseen", 8));

        // The VM never seen counts 8 / 4 = 2 cores at any hour: 22.5 + 2 are too many for a host of 24, so hour by hour there are 3 hosts.
        var text = Page.Of(result).Section("sizing").Value.Replace('\u00a0', ' ');

        Assert.Contains("by how its VMs are sized: as configured: 2; by peak: 4; by p95: 4; by peak of each hour of the day: 3.", text, StringComparison.Ordinal);
        Assert.Contains("All VMs together never kept more than 45 cores busy (5 October 2026, 00:00 UTC). Their peaks add up to 1.78 times of that and their p95 to 1.78 times", text, StringComparison.Ordinal);
        Assert.Contains("Today's vCPUs, 4 to a core, are promised 42 cores: fewer than they kept busy at once", text, StringComparison.Ordinal);
        Assert.Contains("Never seen: 1 running VM without a sample, sized as configured: unseen.", text, StringComparison.Ordinal);
        Assert.Contains("Over-sized: 20 VMs for which, at p95 with headroom, 50.0 % of the vCPUs or of the memory would do", text, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(ResultJson.Render(result));
        var sizing = json.RootElement.GetProperty("sizing");
        Assert.Equal("p95", sizing.GetProperty("rules").GetProperty("cpu").GetString());
        Assert.Equal(45m, sizing.GetProperty("cpu").GetProperty("coincidentPeak").GetDecimal());
        Assert.Equal([2, 4, 4, 3], sizing.GetProperty("cases").EnumerateArray().Select(each => each.GetProperty("hosts").GetInt32()));
        Assert.Equal(["unseen"], sizing.GetProperty("neverSeen").EnumerateArray().Select(each => each.GetString()));
        Assert.Contains("cpu-headroom", result.Assumptions.All.Select(each => each.Id));
    }

    [Fact]
    public void Without_series_there_is_no_chapter_and_no_assumption_of_it()
    {
        var result = Case(SizingRules.AsConfigured, null);

        Assert.Null(result.Sizing);
        Assert.DoesNotContain("id=\"sizing\"", HtmlReport.Render(ReportDocument.Of(result)), StringComparison.Ordinal);
        Assert.Empty(result.Assumptions.All.Select(each => each.Id).Intersect(KnownAssumptions.IdsFor(AskedFor.Usage)));
        using var json = JsonDocument.Parse(ResultJson.Render(result));
        Assert.True(json.RootElement.IsNull("sizing"));
    }

    [Fact]
    public void Series_alone_change_no_size_and_give_the_chapter()
    {
        var result = Case(SizingRules.AsConfigured, Usage);

        Assert.Equal(CpuUnit.VCpus, result.Baseline.Demand.CpuUnit);
        Assert.Equal([true, false, false, false], result.Sizing!.Cases.Select(each => each.IsScenarios));
    }

    [Fact]
    public void A_newer_CPU_needs_fewer_hosts_where_a_reference_is_named()
    {
        // A core of the new hosts does twice what one of today's does: 4 hosts become 2.
        var source = new Provenance("test", "2026", Grade.A, "test");
        var cpus = new CpuCatalogue([new CpuModel("Old 1", 16, 32, null, 100m, null, null, null, source), new CpuModel("none", 16, 32, null, 200m, null, null, null, source)]);
        var inputs = Case(Used.By(SizingMeasure.Peak), Usage).Inputs;
        var host = Estate.Host("h") with { CpuModel = "Old 1" };
        var newer = Studied.Of(inputs with
        {
            Cpus = cpus,
            Scenario = inputs.Scenario with { ReferenceCpu = "Old 1" },
            Inventory = inputs.Inventory with { Hosts = [host], Vms = [.. inputs.Inventory.Vms.Select(vm => vm with { Host = "h" })] },
        });

        Assert.Equal(2, newer.Baseline.Plan.HostsUsed);
        Assert.All(newer.Baseline.Plan.Servers, load => Assert.Equal(2m, load.Server.CoreFactor));
    }

    [Fact]
    [Slow]
    public void The_real_trace_shows_what_each_way_would_buy()
    {
        using var folder = new TemporaryFolder();
        Traces.WriteVms(folder, coreMHz: 1000);
        var estate = InventoryFile.Read(folder.Root).Value!;
        var usage = UsageFile.Read(Traces.August, estate).Value!;
        var cpu = EstateLoad.Of(usage, SizingRules.AsConfigured, vm => vm.Cpu)!;
        var memory = EstateLoad.Of(usage, SizingRules.AsConfigured, vm => vm.Memory)!;

        // The figures of the traces' README, in GHz and MB.
        Assert.Equal([1934m, 1246m, 1083m, 502m], new[] { cpu.SumOfPeaks, cpu.SumOfP95, cpu.CoincidentPeak, cpu.SumOfAverages }.Select(figure => decimal.Round(figure, MidpointRounding.AwayFromZero)));
        Assert.Equal(846_531m, memory.CoincidentPeak);
        Assert.Equal(1391m, decimal.Round(usage.Vms.Sum(vm => SampleFigures.Of(SizingMeasure.At(new Percentile(99)), PercentileMethod.NearestRank, vm.Cpu.Values)!.Value), MidpointRounding.AwayFromZero));
    }
}
