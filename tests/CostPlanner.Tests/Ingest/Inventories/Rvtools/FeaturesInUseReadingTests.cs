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

    // Two vCenters have a cluster of one name: on in the one and off in the other. Each keeps what its own row says, and one that is on is enough.
    [Fact]
    public void Clusters_of_one_name_in_two_vCenters_keep_what_each_says()
    {
        object?[] host = [.. SmallEstate.Hosts().Rows[1].Cells];
        var estate = Assert.IsType<Inventory>(SmallEstate.Read(
            SmallEstate.Info(SmallEstate.Vm("a", 1), SmallEstate.Vm("b", 2).But("VI SDK UUID", "vc-2").But("Host", "esx-11")),
            Sheet.Of(
                "vHost", [.. SmallEstate.HostHeaders, "VMotion support", "VI SDK UUID"],
                Row("esx-01", null, "vc-1"), Row("esx-02", null, "vc-1"), Row("esx-11", "False", "vc-2"), Row("esx-12", "False", "vc-2")),
            Sheet.Of("vCluster", ["Name", "HA enabled", "VI SDK UUID"], ["Prod", "False", "vc-1"], ["Prod", "True", "vc-2"])).Value);

        Assert.Equal(["vc-1 False", "vc-2 True"], estate.Clusters.Select(cluster => $"{cluster.VCenter} {cluster.HighAvailability}").Order(StringComparer.Ordinal));
        Assert.Equal(FeatureState.Yes, FeaturesInUse.OfHighAvailability(estate));
        Assert.Equal(FeatureState.Unknown, FeaturesInUse.OfLiveMigration(estate));

        object?[] Row(string name, object? moves, string manager) => [name, .. host.Skip(1), moves, manager];
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
