using System.Diagnostics;
using System.Text.Json;
using CostPlanner.Ingest;
using CostPlanner.Pricing.Claims;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Studies;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Golden;

/// <summary>The committed examples are what the code makes today. COSTPLANNER_WRITE_GOLDEN=1 writes them anew; their diff is part of the review.</summary>
public class DemoReportTests
{
    private const string Demo = "leave-vsphere-2026";
    private const string Claim = "ova-claim-2013";
    private const string FirstPage = "first-page";

    private static readonly Dictionary<string, Lazy<CaseStudy>> Results =
        new[] { Demo, Claim }.ToDictionary(scenario => scenario, scenario => new Lazy<CaseStudy>(() => Of(scenario)));

    private static CaseStudy Result => Results[Demo].Value;

    [Theory]
    [InlineData(Demo)]
    [InlineData(Claim)]
    public void The_committed_page_and_result_are_what_the_code_makes(string scenario)
    {
        var (result, folder) = (Results[scenario].Value, Path.Combine(Repository.Root, "reports", scenario));
        if (Environment.GetEnvironmentVariable("COSTPLANNER_WRITE_GOLDEN") == "1")
        {
            Assert.Null(ReportFolder.Write(result, folder, null, TestContext.Current.CancellationToken).Pdf.Missing);
            DrawFirstPage(folder);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(folder, ReportFolder.JsonName)), ResultJson.Render(result));
        Assert.Equal(File.ReadAllText(Path.Combine(folder, ReportFolder.HtmlName)), HtmlReport.Render(ReportDocument.Of(result)));
        Assert.True(File.Exists(Path.Combine(folder, ReportFolder.PdfName)));
    }

    [Theory]
    [InlineData(Demo)]
    [InlineData(Claim)]
    public void The_result_has_the_figures_that_it_always_had_whatever_the_words(string scenario) =>
        ReducedFile.Holds($"{scenario}.{ReportFolder.JsonName}", ResultJson.Render(Results[scenario].Value));

    [Fact]
    public void What_inspect_tells_of_the_estate_has_the_figures_that_it_always_had()
    {
        var run = Run.Of("inspect", Path.Combine(Repository.Data, "inventories", "demo-company.xlsx"), "--json", "--data", Repository.Data);
        Assert.Equal(0, run.ExitCode);
        ReducedFile.Holds("demo-company.inspect.json", run.Out);
    }

    /// <summary>The picture in README, made anew with the report that it shows.</summary>
    private static void DrawFirstPage(string folder)
    {
        if (File.Exists(Path.Combine(folder, FirstPage + ".png")))
        {
            using var drawing = Process.Start(
                "pdftoppm", ["-r", "72", "-l", "1", "-singlefile", "-png", Path.Combine(folder, ReportFolder.PdfName), Path.Combine(folder, FirstPage)]);
            drawing.WaitForExit();
            Assert.Equal(0, drawing.ExitCode);
        }
    }

    private static CaseStudy Of(string scenario) =>
        CaseStudy.Of(CaseFiles.Read(Path.Combine(Repository.Data, "scenarios", scenario + ".yaml"), Repository.Data).Value!, CaseStudy.OfReport);

    [Fact]
    public void Every_total_is_the_exact_sum_of_its_lines()
    {
        using var json = JsonDocument.Parse(ResultJson.Render(Result));
        var options = json.RootElement.GetProperty("options").EnumerateArray().ToList();
        Assert.Equal(10, options.Count);
        Assert.All(options, option =>
        {
            var lines = option.GetProperty("lines").EnumerateArray().Where(line => !line.IsNull("amount")).ToList();
            var total = option.GetProperty("total").GetDecimal();
            Assert.Equal(total, lines.Sum(line => line.GetProperty("amount").GetDecimal()));
            Assert.Equal(total, lines.Sum(line => line.GetProperty("payments").EnumerateArray().Sum(payment => payment[1].GetDecimal())));
            Assert.Equal(total, option.GetProperty("byYear").EnumerateArray().Sum(year => year.GetDecimal()));
            Assert.Equal(total, option.GetProperty("byCategory").EnumerateObject().Sum(category => category.Value.Number("amount") ?? 0));
        });
    }

    [Fact]
    public void A_missing_price_is_a_hole_everywhere()
    {
        var option = Result.Options.Single(each => each.Option.Id == "xenserver");
        Assert.False(option.IsRanked);
        Assert.Null(option.Comparison);
        Assert.NotEqual("xenserver", Result.Cheapest!.Option.Id);
        Assert.Contains(Result.Findings, finding => finding.Code == "price-missing" && finding.Message.Contains("XenServer 8 Premium", StringComparison.Ordinal));
        Assert.All(
            Result.Claim!.Pairs.Where(pair => pair.Other == "xenserver").SelectMany(pair => pair.Cells),
            cell => Assert.Equal((null, ClaimVerdict.NoAnswer), (cell.Share, cell.Verdict)));
    }

    [Fact]
    public void Every_VM_that_runs_is_on_exactly_one_host_of_every_option() => Assert.All(Result.Options, option =>
        Assert.Equal(
            option.Demand.Running.Select(vm => vm.Vm.Id).Order(StringComparer.Ordinal),
            option.Plan.Servers.SelectMany(load => load.Vms).Where(vm => vm.Cpu > 0).Select(vm => vm.Vm.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_plan_passes_the_independent_check() => Assert.All(Result.Options, option => Assert.All(option.Plan.Clusters, cluster =>
        Assert.Empty(CostPlanner.Placement.PlacementCheck.Violations(
            cluster,
            [.. option.Demand.Running.Where(vm => vm.Vm.Cluster == cluster.Cluster)],
            new CostPlanner.Placement.Plans.PlacementTerms { Platform = option.Option.Platform, Assumptions = Result.Assumptions }))));
}
