using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.DemoEstate;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Cli;

/// <summary>Runways from the command line, with exports of the demo company over months.</summary>
[Slow]
public sealed class RunwayTests : IDisposable
{
    private static readonly string Demo = Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_snapshots_the_rate_alone_is_told()
    {
        var run = Run.Of("runway", Demo, "--months", "36", "--html", folder.At("runway.html"));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("PROD-A: its 12 hosts last beyond month 36", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("snapshots", run.Out, StringComparison.Ordinal);
        Assert.Contains("When capacity runs out", File.ReadAllText(folder.At("runway.html")), StringComparison.Ordinal);
    }

    // Of every hundred VMs 60, 70, 80 and 90 were there two, one and a half, one and half a year before; the demo's own export, of 14 September 2026, is the last.
    [Fact]
    public void Exports_over_months_give_a_trend_with_the_scenarios_own_as_the_last()
    {
        Snapshot("RVTools_export_all_2024-09-14_10.21.33.xlsx", 60);
        Snapshot("estate-20250314.xlsx", 70);
        Snapshot("estate_2025_09_14.xlsx", 80);
        Snapshot("2026.03.14.xlsx", 90);
        var run = Run.Of("runway", Demo, "--snapshot", folder.Root, "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(
            ["2024-09-14", "2025-03-14", "2025-09-14", "2026-03-14", "2026-09-14"],
            json.RootElement.GetProperty("snapshots").EnumerateArray().Select(each => each.GetProperty("day").GetString()));
        var trend = json.RootElement.GetProperty("clusters")[0].GetProperty("outlooks").EnumerateArray().Single(each => each.GetProperty("growthBy").GetString() == "snapshots");

        // (100 / 60) ^ (1 / 2) - 1 = 29 % a year, as far as the VMs taken stand for the rest.
        Assert.InRange(trend.GetProperty("growth")[0].GetProperty("p50").GetDouble(), 0.15, 0.45);
        Assert.Equal(run.Out, Run.Of("runway", Demo, "--snapshot", folder.Root, "--json").Out);
    }

    [Fact]
    public void A_snapshot_without_a_day_is_refused_with_what_to_do()
    {
        Snapshot("estate.xlsx", 90);
        var run = Run.Of("runway", Demo, "--snapshot", folder.At("estate.xlsx"));
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.Contains("error: estate.xlsx: Neither the file nor its name says on which day it was exported. Put the day in its name, like estate-2026-03-01.xlsx.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_snapshots_of_a_day_are_told_and_one_is_used()
    {
        Snapshot("a-2025-03-14.xlsx", 70);
        Snapshot("b-2025-03-14.xlsx", 80);
        var run = Run.Of("runway", Demo, "--snapshot", folder.At("a-2025-03-14.xlsx"), folder.At("b-2025-03-14.xlsx"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("warning: b-2025-03-14.xlsx: The snapshot is of 2025-03-14, as a-2025-03-14.xlsx is. This one was set aside and a-2025-03-14.xlsx used.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--months", "0")]
    [InlineData("--months", "241")]
    [InlineData("--option", "nothing")]
    [InlineData("--snapshot", "no-such-file.xlsx")]
    public void What_cannot_be_is_refused(string option, string value)
    {
        var run = Run.Of("runway", Demo, option, value);
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.NotEqual("", run.Error);
    }

    /// <summary>The demo company with so many of every hundred VMs, and without the sheet that says when it was exported.</summary>
    private void Snapshot(string name, int ofHundred)
    {
        using var stream = new FileStream(folder.At(name), FileMode.Create, FileAccess.ReadWrite);
        WorkbookWriter.Write(stream, [.. DemoWorkbook.Sheets.Where(sheet => sheet.Name != "vMetaData").Select(sheet => sheet.Name == "vInfo" ? Fewer(sheet, ofHundred) : sheet)]);
    }

    private static Sheet Fewer(Sheet sheet, int ofHundred) => sheet with { Rows = [.. sheet.Rows.Where(row => row.Number == 1 || row.Number * 37 % 100 < ofHundred)] };
}
