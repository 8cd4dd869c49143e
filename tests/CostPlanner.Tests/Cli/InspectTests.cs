using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

public class InspectTests
{
    [Fact]
    [Slow]
    public void A_real_export_with_nearly_a_thousand_blank_rows()
    {
        var json = Inspect("samples", "migration-planner-example", "example1.xlsx");
        Assert.Equal((9, 51, 105_753L), (Int(json, "vms"), Int(json, "vCpus"), json.GetProperty("memoryMiB").GetInt64()));
        Assert.Equal((3, 16, 37_847L), (Int(json, "vmsPoweredOn"), Int(json, "vCpusPoweredOn"), json.GetProperty("memoryMiBPoweredOn").GetInt64()));
        Assert.Equal(7, Int(json, "hosts"));
    }

    [Fact]
    public void A_synthetic_export_of_the_newest_version()
    {
        var json = Inspect("samples", "synthetic", "RVTools_export_all_SYNTHETIC_4.7.1.4.xlsx");
        Assert.Equal((144, 4), (Int(json, "vmsPoweredOn"), Int(json, "templates")));
        Assert.Equal((657, 5_220_352L), (Int(json, "vCpusPoweredOn"), json.GetProperty("memoryMiBPoweredOn").GetInt64()));
        Assert.Equal((400, 416), (Int(json, "cores"), Int(json, "licensableCores")));
    }

    [Theory]
    [InlineData("migration-planner-example", "example1.xlsx")]
    [InlineData("synthetic", "RVTools_export_all_SYNTHETIC_4.7.1.4.xlsx")]
    [InlineData("rvtools-thin", "rvtools-small-complete.xlsx")]
    [InlineData("synthetic", "LiveOptics_VMWARE_SYNTHETIC.xlsx")]
    [InlineData("synthetic", "NutanixCollector_SYNTHETIC.xlsx")]
    [Slow]
    public void Rows_read_are_rows_used_and_rows_set_aside(string folder, string file)
    {
        var rows = Inspect("samples", folder, file).GetProperty("rows");
        Assert.All(rows.EnumerateObject(), sheet => Assert.Equal(Int(sheet.Value, "read"), Int(sheet.Value, "used") + Int(sheet.Value, "setAside")));
        Assert.NotEmpty(rows.EnumerateObject());
    }

    private static JsonElement Inspect(params string[] path)
    {
        var run = Run.Of("inspect", Repository.Shared(path), "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
