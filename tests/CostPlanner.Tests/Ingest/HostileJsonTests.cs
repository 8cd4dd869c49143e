using System.IO.Compression;
using System.Text;
using CostPlanner.Ingest.Instances;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest;

/// <summary>JSON and packed files that broke on their way, or were made to harm, are refused with file and row by every reader alike.</summary>
public sealed class HostileJsonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, int> NotText => new()
    {
        { "{\n\"schema\":\"x\",\"M\u00FF\":1}", 2 }, // written as Latin-1: the byte FF is no UTF-8
        { "{\"a\":\n\n\"\\ud800\"}", 3 }, // half of a character
        { "{\"\\udc00\":1}", 1 },
        { "{\"a\":\"\\ud800x\\udc00\"}", 1 },
        { "{\"a\":1,\n\"a\":2}", 2 }, // twice the same key
        { new string('[', 100_000), 1 },
        { "{\"a\":1", 1 },
        { "{\"a\":\n1e}", 2 },
    };

    [Theory]
    [MemberData(nameof(NotText))]
    public void What_is_no_JSON_ends_in_one_finding_with_its_row_in_every_reader(string text, int row)
    {
        var path = folder.At("test.json");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text));

        foreach (var findings in new[] { MeasurementFile.Read(path).Findings, SweepFile.Read(path).Findings })
        {
            var finding = Assert.Single(findings);
            Assert.Equal((Severity.Error, "test.json"), (finding.Severity, finding.Place.File));
            Assert.True(finding.Place.Row <= row + 1 && finding.Place.Row >= 1, finding.ToString());
        }
    }

    [Fact]
    public void A_process_named_by_half_of_a_character_is_refused_in_a_packing_instance()
    {
        var path = folder.Write("pack.json", "{\"computers\": [{\"id\": \"c\", \"cpuPower\": 1, \"memory\": 1, \"networkBandwidth\": 1, \"cost\": 5}],\n\"processes\": [{\"id\": \"\\ud800\"}]}");

        var finding = Assert.Single(InstanceFile.Read(path).Findings);

        Assert.Equal(("json-damaged", "pack.json", 2), (finding.Code, finding.Place.File, finding.Place.Row!.Value));
    }

    [Fact]
    public void Gzip_that_unfolds_without_end_is_stopped()
    {
        // 256 MiB of blanks take 260 kB; an instance has 64 MiB at most.
        using (var file = File.Create(folder.At("test.vbp.gz")))
        using (var packed = new GZipStream(file, CompressionLevel.Fastest))
        {
            var blanks = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
            {
                packed.Write(blanks);
            }
        }

        var finding = Assert.Single(InstanceFile.Read(folder.At("test.vbp.gz")).Findings);

        Assert.Equal(("file-too-large", "test.vbp.gz"), (finding.Code, finding.Place.File));
    }

    [Fact]
    public void Gzip_of_what_is_often_the_same_is_read()
    {
        // 30 MB in which every line is the same: less than is asked about.
        using (var file = File.Create(folder.At("test.vbp.gz")))
        using (var packed = new StreamWriter(new GZipStream(file, CompressionLevel.Fastest)))
        {
            packed.Write("1\n10\n100000\n");
            for (var i = 0; i < 100_000; i++)
            {
                packed.Write("10 1\n");
            }
        }

        Assert.Equal(100_000, InstanceFile.Read(folder.At("test.vbp.gz")).Value!.Instance.Counts.Length);
    }

    [Fact]
    public void Gzip_that_is_cut_is_refused()
    {
        using var whole = new MemoryStream();
        using (var packed = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(1, 5000))));
        }

        File.WriteAllBytes(folder.At("test.vbp.gz"), whole.ToArray()[..100]);

        Assert.Contains(InstanceFile.Read(folder.At("test.vbp.gz")).Findings, each => each is { Severity: Severity.Error, Place.File: "test.vbp.gz" });
    }
}
