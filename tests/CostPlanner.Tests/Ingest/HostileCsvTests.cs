using CostPlanner.Ingest.Instances;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest;

/// <summary>CSV and packing files that ask for more than a real one can are refused with file and place.</summary>
public sealed class HostileCsvTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void More_rows_than_a_sheet_can_have_are_refused()
    {
        folder.Write("vms.csv", "name,vcpus,memory_mib\n" + string.Concat(Enumerable.Repeat(",\n", 1_048_576)));

        Assert.Contains(InventoryFile.Read(folder.Root).Findings, each => each is { Severity: Severity.Error, Code: "file-too-large", Place.Sheet: "vms.csv" });
    }

    [Fact]
    public void A_file_of_gigabytes_is_not_read()
    {
        using (var file = File.Create(folder.At("vms.csv")))
        {
            file.SetLength(4L << 30); // A hole: it takes no room on the disk.
        }

        Assert.Contains(InventoryFile.Read(folder.Root).Findings, each => each is { Severity: Severity.Error, Code: "file-too-large", Place.Sheet: "vms.csv" });
        Assert.Contains(InventoryFile.Read(folder.At("vms.csv")).Findings, each => each.Severity == Severity.Error);
    }

    [Fact]
    public void Files_of_an_export_that_are_too_large_are_refused_and_not_left_out_in_silence()
    {
        folder.Write("RVTools_tabvInfo.csv", "VM,Powerstate,CPUs,Memory\na,poweredOn,1,1024\n");
        using (var file = File.Create(folder.At("RVTools_tabvHost.csv")))
        {
            file.SetLength(65L << 20); // One MiB more than is read of a file.
        }

        Assert.Equal("file-too-large", Assert.Single(InventoryFile.Read(folder.Root).Findings).Code);
        Assert.Equal("file-too-large", Assert.Single(InventoryFile.Read(folder.At("RVTools_tabvInfo.csv")).Findings).Code);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public void A_line_of_millions_of_fields_is_refused(char separator)
    {
        var path = folder.Write("vms.csv", $"name{separator}vcpus{separator}memory_mib\nvm-1{separator}2{separator}4096\n{new string(separator, 2_000_000)}\n");

        Assert.Contains(InventoryFile.Read(folder.Root).Findings, each => each is { Severity: Severity.Error, Code: "file-too-large" });
        Assert.Contains(InventoryFile.Read(path).Findings, each => each is { Severity: Severity.Error, Code: "file-too-large" });
    }

    [Theory]
    [InlineData("name,vcpus,memory_mib\nvm-1,2,4096\n\"vm-2,2,4096\nvm-3,2,4096\n")] // a quotation mark that is never closed
    [InlineData("name,vcpus,memory_mib\nvm-1,2,4096\n\0\0\0,2,4096\n")]
    [InlineData("name,vcpus,memory_mib\nvm-1,2,4096\nvm-2,1e999,4096\n")]
    public void What_is_broken_in_a_row_ends_in_a_finding_and_the_others_are_read(string text)
    {
        folder.Write("vms.csv", text);

        Assert.NotEmpty(InventoryFile.Read(folder.Root).Findings);
    }

    [Fact]
    public void Two_thousand_million_items_are_refused()
    {
        var finding = Assert.Single(InstanceFile.Read(folder.Write("copies.vbp", "1\n10\n1\n1 2000000000\n")).Findings);

        Assert.Equal(("vbp-damaged", "copies.vbp", 4), (finding.Code, finding.Place.File, finding.Place.Row!.Value));
        Assert.Contains("20000000 items", finding.Message.Words(), StringComparison.Ordinal);
    }
}
