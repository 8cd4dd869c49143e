using System.IO.Compression;
using System.Text;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Ingest.Inventories;

/// <summary>Files that cannot be used: one error each, that says what to do.</summary>
public sealed class InventoryFileTests : IDisposable
{
    private static readonly byte[] Ole2 = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static Finding Refusal(string path)
    {
        var reading = InventoryFile.Read(path);
        Assert.Null(reading.Value);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.NotNull(finding.Mend);
        return finding;
    }

    [Fact]
    public void A_missing_file_is_an_error() => Assert.Equal("file-missing", Refusal(Path.Combine(folder.Path, "none.xlsx")).Code);

    [Fact]
    public void A_directory_is_an_error() => Assert.Equal("file-is-directory", Refusal(folder.Path + "/").Code);

    [Fact]
    public void An_empty_file_is_an_error() => Assert.Equal("file-empty", Refusal(folder.File("empty.xlsx")).Code);

    [Theory]
    [InlineData("Item;Price;Number\nweb;2;4096\n")]
    [InlineData("PK is how this text begins")]
    [InlineData("x")]
    public void A_text_file_named_xlsx_is_an_error(string text) =>
        Assert.Contains("plain text", Refusal(folder.File("estate.xlsx", Encoding.UTF8.GetBytes(text))).Message.Words(), StringComparison.Ordinal);

    [Fact]
    public void Bytes_of_no_known_kind_are_an_error() => Assert.Equal("workbook-none", Refusal(folder.File("estate.xlsx", [1, 0, 2, 0, 3])).Code);

    [Fact]
    public void An_encrypted_workbook_is_an_error_that_asks_for_an_unprotected_copy()
    {
        // An OLE2 container names its streams in entries of 128 bytes: the name in UTF-16, its length with the closing zero at byte 64.
        var container = new byte[2048];
        Ole2.CopyTo(container, 0);
        var name = Encoding.Unicode.GetBytes("EncryptedPackage\0");
        name.CopyTo(container, 1024);
        container[1024 + 64] = (byte)name.Length;

        var finding = Refusal(folder.File("estate.xlsx", container));

        Assert.Equal("workbook-protected", finding.Code);
        Assert.Contains("save an unprotected copy", finding.Mend.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_bytes_of_a_container_suffice_to_tell_an_encrypted_workbook() =>
        Assert.Equal("workbook-protected", Refusal(folder.File("estate.xlsx", Ole2)).Code);

    [Fact]
    public void A_damaged_workbook_of_the_old_kind_is_an_error()
    {
        var container = new byte[2048];
        Ole2.CopyTo(container, 0);
        var name = Encoding.Unicode.GetBytes("Workbook\0");
        name.CopyTo(container, 1024);
        container[1024 + 64] = (byte)name.Length;

        Assert.Equal("workbook-damaged", Refusal(folder.File("estate.xls", container)).Code);
    }

    [Fact]
    public void A_zip_without_a_workbook_is_an_error()
    {
        var path = Path.Combine(folder.Path, "estate.xlsx");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            archive.CreateEntry("photo.png");
        }

        Assert.Equal("workbook-none", Refusal(path).Code);
    }

    [Fact]
    public void A_zip_that_only_claims_a_workbook_is_an_error()
    {
        var path = Path.Combine(folder.Path, "estate.xlsx");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var part = new StreamWriter(archive.CreateEntry("xl/workbook.xml").Open());
            part.Write("<workbook><sheets><sheet");
        }

        Assert.Equal("workbook-damaged", Refusal(path).Code);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void A_truncated_workbook_is_an_error(double kept)
    {
        var whole = File.ReadAllBytes(folder.Workbook(Info(Vm("web", 1)), Hosts()));

        Assert.Equal("workbook-damaged", Refusal(folder.File("cut.xlsx", whole.AsSpan(0, (int)(whole.Length * kept)))).Code);
    }

    [Fact]
    public void A_workbook_without_vInfo_is_an_error_that_names_its_sheets()
    {
        var finding = Refusal(folder.Workbook(Sheet.Of("Budget", ["Item"]), Sheet.Of("Notes", ["Text"])));

        Assert.Equal("sheet-missing", finding.Code);
        Assert.Contains("Budget, Notes", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vInfo_without_a_required_column_is_an_error_that_names_it()
    {
        var finding = Refusal(folder.Workbook(Sheet.Of("vInfo", ["NEXT Data Center", "CPUs"], ["web", 2])));

        Assert.Equal("column-missing", finding.Code);
        Assert.Contains("no column VM, no column Memory", finding.Message.Words(), StringComparison.Ordinal);
        Assert.Contains("\"NEXT Data Center\"", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_vInfo_is_an_error() => Assert.Equal("column-missing", Refusal(folder.Workbook(new Sheet("vInfo", []))).Code);

    [Fact]
    public void A_vInfo_of_a_header_alone_is_an_error() =>
        Assert.Contains(InventoryFile.Read(folder.Workbook(Info(), Hosts())).Findings, finding => finding is { Severity: Severity.Error, Code: "vms-none" });
}
