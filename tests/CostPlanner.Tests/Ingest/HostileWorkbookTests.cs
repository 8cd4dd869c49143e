using System.Globalization;
using System.IO.Compression;
using System.Text;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest;

/// <summary>Workbooks that were made to fill memory or never to end are refused with file and sheet before they can.</summary>
public sealed class HostileWorkbookTests : IDisposable
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>VM</v></c></row>";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<row r=\"6\"><c r=\"ZZZZZZ6\"><v>1</v></c></row>")] // column 321,272,406: the reader would make a row as wide
    [InlineData("<row r=\"6\"><c r=\"XFE6\"><v>1</v></c></row>")] // 16,385: one beyond XFD
    [InlineData("<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>")] // the reader would make two thousand million empty rows
    [InlineData("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>")] // one beyond the last
    [InlineData("<row r=\"2147483647\"><c r=\"A2147483647\"><v>1</v></c></row>")] // the count of rows runs over
    public void A_cell_beyond_the_last_row_or_column_of_Excel_is_refused_with_its_sheet(string row)
    {
        var finding = Refused(Header + row);

        Assert.Equal(("file-too-large", "test.xlsx", "vInfo"), (finding.Code, finding.Place.File, finding.Place.Sheet));
        Assert.Contains("1048576 and column 16384 (XFD)", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<row r=\"5000000000000\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"-1\"><c r=\"A-1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"ZZZZZZZZZZZZZZZZ2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99999999</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\" s=\"99999\"><v>1e999</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\"><v>")]
    public void Addresses_and_numbers_that_are_none_end_in_findings(string rows) =>
        Assert.NotEmpty(Read(Header + rows).Findings);

    [Fact]
    public void A_table_from_the_first_cell_to_the_last_of_Excel_is_refused() =>
        Assert.Contains("spans 1048576 rows of 16384 columns", Refused(Header + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>").Message.Words(), StringComparison.Ordinal);

    [Fact]
    public void The_last_row_and_the_last_column_alone_are_read()
    {
        Assert.DoesNotContain(Read(Header + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>").Findings, each => each.Code == "file-too-large");
        Assert.DoesNotContain(Read(Header + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>").Findings, each => each.Code == "file-too-large");
    }

    [Fact]
    public void A_part_that_unfolds_to_a_thousand_times_its_size_is_refused_before_it_is_unfolded()
    {
        // 256 MiB of blanks take about 260 kB: 1,000 times. Sheets of real exports reach 10 to 30.
        var finding = Refused(Header, archive =>
        {
            using var part = archive.CreateEntry("xl/media/image1.png").Open();
            var blanks = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
            {
                part.Write(blanks);
            }
        });

        Assert.Equal(("file-too-large", "image1.png"), (finding.Code, finding.Place.Sheet));
        Assert.Contains("256 MiB, more than 200 times", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_very_many_parts_is_refused_before_it_is_read()
    {
        // 60,000 names of 60 letters and 46 bytes beside each: 6 MB, more than 4 MiB.
        var finding = Refused(Header, archive =>
        {
            for (var i = 0; i < 60_000; i++)
            {
                archive.CreateEntry($"{i:00000}{new string('x', 55)}", CompressionLevel.NoCompression);
            }
        });

        Assert.Contains("list of what the archive holds", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_within_an_archive_that_is_none_is_refused()
    {
        using (var file = File.Create(folder.At("test.zip")))
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        using (var part = archive.CreateEntry("estate.xlsx").Open())
        {
            part.Write("PK"u8);
        }

        var finding = Assert.Single(InventoryFile.Read(folder.At("test.zip")).Findings);
        Assert.Equal(("workbook-damaged", "test.zip"), (finding.Code, finding.Place.File));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")]
    public void A_sheet_with_entities_of_its_own_is_refused(string before) =>
        Assert.Equal("workbook-damaged", Refused(Header.Replace("VM", "&b;", StringComparison.Ordinal), before: before).Code);

    [Fact]
    public void A_workbook_cut_anywhere_ends_in_findings()
    {
        Write(Header, null, "");
        var whole = File.ReadAllBytes(folder.At("test.xlsx"));
        foreach (var length in Enumerable.Range(1, 30).Select(part => whole.Length * part / 31))
        {
            File.WriteAllBytes(folder.At("cut.xlsx"), whole[..length]);

            Assert.Contains(InventoryFile.Read(folder.At("cut.xlsx")).Findings, each => each is { Severity: Severity.Error, Place.File: "cut.xlsx" });
        }
    }

    private Finding Refused(string rows, Action<ZipArchive>? more = null, string before = "")
    {
        var reading = Read(rows, more, before);
        Assert.Null(reading.Value);
        return Assert.Single(reading.Findings);
    }

    private Reading<Inventory> Read(string rows, Action<ZipArchive>? more = null, string before = "")
    {
        Write(rows, more, before);
        return InventoryFile.Read(folder.At("test.xlsx"));
    }

    /// <summary>A workbook whose sheet vInfo has those rows, as they stand.</summary>
    private void Write(string rows, Action<ZipArchive>? more, string before)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var file = File.Create(folder.At("test.xlsx"));
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"vInfo\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part("xl/worksheets/sheet1.xml", string.Create(CultureInfo.InvariantCulture, $"{before}<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"));
        more?.Invoke(archive);

        void Part(string name, string text)
        {
            using var part = archive.CreateEntry(name).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
