using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

/// <summary>Whether an estate uses high availability and live migration: yes where one pool of two hosts or more does, no only where all are known not to.</summary>
public class FeaturesInUseTests
{
    [Theory]
    [InlineData(true, FeatureState.Yes)]
    [InlineData(false, FeatureState.No)]
    [InlineData(null, FeatureState.Unknown)]
    public void A_cluster_of_two_hosts_says_whether_it_restarts_VMs(bool? says, FeatureState state) =>
        Assert.Equal(state, FeaturesInUse.OfHighAvailability(Of([("A", 2, says, null, null)])));

    [Theory]
    [InlineData(true, true)]
    [InlineData(null, null)]
    public void A_cluster_of_one_host_uses_neither(bool? availability, bool? moves)
    {
        var estate = Of([("A", 1, availability, moves, moves)]);
        Assert.Equal((FeatureState.No, FeatureState.No), (FeaturesInUse.OfHighAvailability(estate), FeaturesInUse.OfLiveMigration(estate)));
    }

    // The second vCenter's cluster is off and the third's not known: one that is on makes the estate use it; without that one nobody knows.
    [Fact]
    public void Of_several_clusters_one_that_uses_it_is_enough_and_one_that_is_not_known_leaves_it_open()
    {
        Assert.Equal(FeatureState.Yes, FeaturesInUse.OfHighAvailability(Of([("A", 2, true, null, null), ("B", 4, false, null, null), ("C", 3, null, null, null)])));
        Assert.Equal(FeatureState.Unknown, FeaturesInUse.OfHighAvailability(Of([("B", 4, false, null, null), ("C", 3, null, null, null)])));
        Assert.Equal(FeatureState.No, FeaturesInUse.OfHighAvailability(Of([("B", 4, false, null, null), ("C", 1, null, null, null)])));
    }

    [Theory]
    [InlineData(true, false, FeatureState.Yes)]
    [InlineData(false, true, FeatureState.Yes)]
    [InlineData(null, true, FeatureState.Yes)]
    [InlineData(false, false, FeatureState.No)]
    [InlineData(null, false, FeatureState.No)]

    // Without DRS VMs can still be moved by hand.
    [InlineData(false, null, FeatureState.Unknown)]
    [InlineData(null, null, FeatureState.Unknown)]
    public void Running_VMs_move_where_load_is_balanced_or_a_host_can_move_them(bool? balances, bool? moves, FeatureState state) =>
        Assert.Equal(state, FeaturesInUse.OfLiveMigration(Of([("A", 2, null, balances, moves)])));

    [Fact]
    public void A_cluster_whose_list_counts_more_hosts_than_are_listed_has_so_many()
    {
        var estate = Of([("A", 1, null, null, null)]);
        var counted = estate with { Clusters = [estate.Clusters[0] with { StatedHosts = 3 }] };
        Assert.Equal(FeatureState.Unknown, FeaturesInUse.OfHighAvailability(counted));
    }

    [Fact]
    public void Hosts_that_stand_alone_use_neither_and_hosts_of_which_no_cluster_is_told_may()
    {
        var estate = Estate.Alike(hosts: 3, vms: 1);
        var alone = estate with
        {
            Clusters = [], Hosts = [.. estate.Hosts.Select(host => host with { Cluster = null })], Vms = [.. estate.Vms.Select(vm => vm with { Cluster = null, Host = "h1" })],
        };
        Assert.Equal(FeatureState.No, FeaturesInUse.OfHighAvailability(alone));
        Assert.Equal(FeatureState.Unknown, FeaturesInUse.OfHighAvailability(alone with { TellsClusters = false }));
    }

    [Fact]
    public void Without_hosts_nothing_is_known()
    {
        var estate = Estate.Alike(hosts: 2, vms: 1) with { Hosts = [] };
        Assert.Equal((FeatureState.Unknown, FeatureState.Unknown), (FeaturesInUse.OfHighAvailability(estate), FeaturesInUse.OfLiveMigration(estate)));
        Assert.Equal(FeatureState.Unknown, FeaturesInUse.OfHighAvailability(estate with { Clusters = [], Vms = [] }));
    }

    private static Inventory Of((string Name, int Hosts, bool? Availability, bool? Balances, bool? Moves)[] clusters)
    {
        var hosts = clusters.SelectMany(cluster => Enumerable.Range(1, cluster.Hosts)
            .Select(number => Estate.Host($"{cluster.Name}{number}", cluster: cluster.Name) with { MovesRunningVms = cluster.Moves }));
        return Estate.Of(hosts, []) with
        {
            Clusters =
            [
                .. clusters.Select(cluster => new Cluster
                {
                    Name = cluster.Name, HighAvailability = cluster.Availability, BalancesLoad = cluster.Balances, Origin = new SourcePlace("test.xlsx"),
                }),
            ],
        };
    }
}
