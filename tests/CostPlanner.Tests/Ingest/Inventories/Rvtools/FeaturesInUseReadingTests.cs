using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>What an export says of high availability, load balancing and live migration: yes, no, or nothing.</summary>
public sealed class FeaturesInUseReadingTests
{
    [Theory]
    [InlineData("True", true)]
    [InlineData("False", false)]
    [InlineData("Yes", true)]
    [InlineData("no", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("Wahr", true)]
    [InlineData("Nein", false)]
    [InlineData("enabled", true)]
    [InlineData("deaktiviert", false)]
    [InlineData("", null)]
    [InlineData("perhaps", null)]
    public void A_cell_is_yes_no_or_not_known(string cell, bool? expected)
    {
        var estate = Read(["HA enabled", "DRS enabled"], [cell, cell], "VMotion support", cell);
        Assert.Equal((expected, expected), (estate.Clusters.Single().HighAvailability, estate.Clusters.Single().BalancesLoad));
        Assert.All(estate.Hosts, host => Assert.Equal(expected, host.MovesRunningVms));
        Assert.Equal(cell == "perhaps", estate.Findings.Any(finding => finding.Place.Column is "HA enabled"));
    }

    [Theory]
    [InlineData(new[] { "HA enabled", "DRS enabled" }, "VMotion support")]
    [InlineData(new[] { "ha  Enabled", "drs enabled " }, "vMotion Support")]
    [InlineData(new[] { "HAEnabled", "DrsEnabled" }, "vMotion enabled")]
    public void Headers_may_be_written_in_other_ways(string[] headers, string moves)
    {
        var estate = Read(headers, ["True", "False"], moves, "True");
        Assert.Equal((true, false), (estate.Clusters.Single().HighAvailability, estate.Clusters.Single().BalancesLoad));
        Assert.All(estate.Hosts, host => Assert.True(host.MovesRunningVms));
    }

    [Fact]
    public void A_sheet_without_the_columns_says_nothing()
    {
        var estate = Read([], [], "Another", "True");
        Assert.Equal((null, null), (estate.Clusters.Single().HighAvailability, estate.Clusters.Single().BalancesLoad));
        Assert.All(estate.Hosts, host => Assert.Null(host.MovesRunningVms));
    }

    private static Inventory Read(string[] headers, object?[] cells, string moves, object? movesCell)
    {
        object?[] host = [.. SmallEstate.Hosts().Rows[1].Cells];
        return Assert.IsType<Inventory>(SmallEstate.Read(
            SmallEstate.Info(SmallEstate.Vm("a", 1)),
            Sheet.Of("vHost", [.. SmallEstate.HostHeaders, moves], Row("esx-01"), Row("esx-02")),
            Sheet.Of("vCluster", ["Name", "NumHosts", .. headers], ["Prod", 2.ToString(CultureInfo.InvariantCulture), .. cells])).Value);

        object?[] Row(string name) => [name, .. host.Skip(1), movesCell];
    }
}
