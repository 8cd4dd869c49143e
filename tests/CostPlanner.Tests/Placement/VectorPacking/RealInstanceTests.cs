using CostPlanner.Ingest.Instances;
using CostPlanner.Placement.VectorPacking;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.VectorPacking;

/// <summary>Public instances beside the checkout, with the best that is known of each.</summary>
[Slow]
public class RealInstanceTests
{
    [Theory]
    [InlineData("azure_dev259k_48c256g.vbp.gz", 11_624)]
    [InlineData("azure_dev259k_64c160g.vbp.gz", 8_718)]
    [InlineData("bb4d_10000.vbp.gz", 288)]
    public void The_fewest_bins_are_found_and_proven(string file, int fewest)
    {
        var result = Pack(file, 3_000_000_000);
        Assert.Equal((fewest, fewest, true), (result.Cost, result.LowerBound, result.Proven));
    }

    [Fact]
    public void A_hundred_computers_cost_little_more_than_their_bound()
    {
        // No plan costs less than 96,670 (published); 96,720 is the best known, 112,400 the best of a general solver.
        var result = Pack("100computers-300processes.json", 20_000_000);
        Assert.InRange(result.Cost!.Value, 96_670, 100_000);
        Assert.InRange(result.LowerBound, 90_000, 96_670);
    }

    private static PackingResult Pack(string file, long work) =>
        PackingSearch.Pack(InstanceFile.Read(Repository.Shared("instances", file)).Value!.Instance, new SearchLimits(Work: work));
}
