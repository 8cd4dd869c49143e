using System.IO.Compression;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Instances;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Instances;

public sealed class InstanceFileTests : IDisposable
{
    private const string Cloud = """
        {"computerList":[{"id":7,"cpuPower":4,"memory":8,"networkBandwidth":2,"cost":100},{"id":9,"cpuPower":4,"memory":8,"networkBandwidth":2,"cost":100}],
         "processList":[{"id":"p","requiredCpuPower":1,"requiredMemory":2,"requiredNetworkBandwidth":1}]}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Sizes_and_demands_are_read_whatever_the_white_space()
    {
        var read = Value("2\r\n10 20\n 2\n1 2 3\n\t4 5 6\n\n");
        Assert.Equal([10, 20], read.Instance.Bins[0].Capacity);
        Assert.Equal([1, 2, 4, 5], read.Instance.Sizes);
        Assert.Equal([3, 6], read.Instance.Counts);
        Assert.Equal(("a", 9, false), (read.Name, read.Instance.Copies, read.CountsCost));
    }

    [Fact]
    public void A_compressed_file_is_told_by_its_content()
    {
        var path = folder.At("a.vbp");
        using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress))
        {
            gzip.Write("1\n10\n1\n5 2\n"u8);
        }

        Assert.Equal([5], InstanceFile.Read(path).Value!.Instance.Sizes);
    }

    [Fact]
    public void Sizes_beyond_the_largest_are_divided_items_up_and_bins_down()
    {
        // 2^24 + 1 is divided by 2: bins 16,777,217 / 2 = 8,388,608.5 down, items 3 / 2 = 1.5 up.
        var read = Value("1\n16777217\n1\n3 1\n");
        Assert.Equal((8_388_608, 2), (read.Instance.Bins[0].Capacity[0], read.Instance.Sizes[0]));
    }

    [Fact]
    public void Equal_computers_become_one_kind_of_bin()
    {
        var read = InstanceFile.Read(folder.Write("c.json", Cloud)).Value!;
        var kind = Assert.Single(read.Instance.Bins);
        Assert.Equal((100m, 2), (kind.Price, kind.Available));
        Assert.Equal(["7", "9"], Assert.Single(read.Bins));
        Assert.Equal(["p"], read.Items);
        Assert.True(read.CountsCost);
    }

    [Theory]
    [InlineData("1\n10\n2\n5 1\n", 5, "The file ends where a size is expected")]
    [InlineData("1\n10\n1\n5 x1\n", 4, "\"x1\" stands where a demand is expected")]
    [InlineData("1\n10\n1\n-5 1\n", 4, "\"-5\" stands where a size is expected")]
    [InlineData("1\n10\n1\n5 1\n7\n", 5, "\"7\" stands after the last item")]
    [InlineData("0\n", 1, "the number of dimensions is expected, a whole number from 1")]
    [InlineData("1\n10\n1\n99999999999 1\n", 4, "where a size is expected")]
    [InlineData("1\n10\n1\n11 1\n", 4, "Item type 1 has size 11 in dimension 1, the bin holds 10")]
    public void A_damaged_file_is_refused_with_its_line(string text, int line, string words)
    {
        var reading = InstanceFile.Read(folder.Write("a.vbp", text));
        Assert.Null(reading.Value);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(line, finding.Place.Row);
        Assert.Contains(words, finding.Message.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "Not valid JSON")]
    [InlineData("{}", "no list \"computerList\"")]
    [InlineData("""{"computers":[],"processes":[]}""", "no computers")]
    [InlineData("""{"computers":[{"id":3}],"processes":[]}""", "\"cpuPower\" of 3 is missing")]
    [InlineData("""{"computers":5,"processes":[]}""", "is no list")]
    public void A_damaged_cloud_is_refused(string text, string words) =>
        Assert.Contains(words, Assert.Single(InstanceFile.Read(folder.Write("a.json", text)).Findings).Message.Words(), StringComparison.Ordinal);

    [Fact]
    public void A_compressed_file_cut_short_is_refused()
    {
        var path = folder.At("a.vbp.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress))
        {
            gzip.Write("1\n10\n1\n5 2\n"u8);
        }

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..12]);
        Assert.Null(InstanceFile.Read(path).Value);
    }

    private PackingCase Value(string text)
    {
        Reading<PackingCase> reading = InstanceFile.Read(folder.Write("a.vbp", text));
        Assert.Empty(reading.Findings);
        return reading.Value!;
    }
}
