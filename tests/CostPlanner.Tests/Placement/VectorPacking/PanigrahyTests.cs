using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using CostPlanner.Ingest.Instances;
using CostPlanner.Placement.VectorPacking;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.VectorPacking;

/// <summary>Instances of Panigrahy and others with few items to a bin, against the best of 351 published heuristics and the known optimum.</summary>
[Slow]
public class PanigrahyTests
{
    /// <summary>Less than a hundredth of what is allowed by default: enough to be as good as each heuristic, seldom for the optimum.</summary>
    private const long Work = 8_000_000;

    /// <summary>The class, items and dimensions of each instance: all there are with 250 and 500 items, one of ten of each; and a second one of class 7.</summary>
    private static readonly string[] Names =
    [
        .. from kind in Enumerable.Range(1, 9)
           from items in new[] { 250, 500 }
           from dimensions in new[] { 3, 5, 10 }
           select FormattableString.Invariant($"class{kind}_{items}_{dimensions}_{kind}"),
        "class7_250_3_0", "class7_250_5_0", "class7_250_10_0", "class7_500_3_0", "class7_500_5_0", "class7_500_10_0",
    ];

    [Fact]
    public void Sixty_instances_take_no_more_bins_than_published_and_no_fewer_than_proven()
    {
        var known = Known(Repository.Shared("instances", "Panigrahy_summary_known.csv"));
        var results = Packed(Repository.Shared("instances", "Panigrahy_instances.tar.gz"));
        Assert.Equal(60, results.Count);
        Assert.DoesNotContain(results, each => each.Value.Bins > known[each.Key].Published);
        // -1 stands for an optimum that nobody knows.
        Assert.DoesNotContain(results, each => each.Value.Bins < known[each.Key].Optimum);
        Assert.DoesNotContain(results, each => known[each.Key].Optimum >= 0 && each.Value.Bound > known[each.Key].Optimum);
    }

    private static Dictionary<string, (int Bins, decimal Bound)> Packed(string archive)
    {
        var results = new Dictionary<string, (int Bins, decimal Bound)>();
        var folder = Directory.CreateTempSubdirectory("costplanner-panigrahy-");
        try
        {
            using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
            while (tar.GetNextEntry() is { } entry)
            {
                var name = Path.GetFileNameWithoutExtension(entry.Name);
                if (Names.Contains(name))
                {
                    var file = Path.Combine(folder.FullName, Path.GetFileName(entry.Name));
                    entry.ExtractToFile(file, overwrite: true);
                    var result = PackingSearch.Pack(InstanceFile.Read(file).Value!.Instance, new SearchLimits(Work: Work));
                    results.Add(name, (result.Plan!.TypeOf.Length, result.LowerBound));
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return results;
    }

    private static Dictionary<string, (int Published, int Optimum)> Known(string file) => File.ReadLines(file)
        .Skip(1)
        .Select(line => line.Split('\t'))
        .Where(cells => cells.Length > 3)
        .ToDictionary(cells => cells[0], cells => (int.Parse(cells[3], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture)));
}
