using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

/// <summary>Where disks lie: datastores of one name, of several clusters, of vSAN.</summary>
public class StorageTests
{
    /// <summary>Every vSAN cluster calls its datastore "vsanDatastore": A's VM uses 100 GiB and A's datastore 200, B's VM 100 and B's datastore 100.</summary>
    [Fact]
    public void Two_vSAN_datastores_of_one_name_are_told_apart_by_the_hosts_that_hold_them()
    {
        var inventory = Estate.Of([Estate.Host("a1", cluster: "A"), Estate.Host("b1", cluster: "B")], [Vm("x", "A", "a1"), Vm("y", "B", null)]) with
        {
            Datastores = [Store("vsanDatastore", "vsan", 1000, 200, "a1"), Store("vsanDatastore", "vsan", 1000, 100, "b1")],
        };
        var found = VsanDatastore.Of(inventory, copies: 2);
        Assert.Equal([2m, 1m], found.Select(each => each.Ratio!.Value));
        Assert.Equal([false, true], found.Select(each => each.HoldCopies));
        Assert.Equal([200m, 100m], inventory.Vms.Zip(found).Select(each => each.Second.Takes(each.First).GiB));
    }

    /// <summary>1,000 GiB that clusters A and B mount, 600 GiB of disks of each: 1,200 are promised of it, in both.</summary>
    [Fact]
    public void A_datastore_of_two_clusters_holds_the_disks_of_both()
    {
        var inventory = Estate.Of(
            [Estate.Host("a1", cluster: "A"), Estate.Host("b1", cluster: "B")],
            [Vm("x", "A", "a1") with { Datastore = "san", Disk = ByteSize.FromGiB(600) }, Vm("y", "B", "b1") with { Datastore = "san", Disk = ByteSize.FromGiB(600) }]) with
        {
            Datastores = [Store("san", "VMFS", 1000, 300, "a1", "b1")],
        };
        var storage = SharedStorage.Of(inventory);
        Assert.Equal([("A", 1000m, 1200m, 1), ("B", 1000m, 1200m, 1)], storage.Select(each => (each.Cluster, each.Capacity.GiB, each.Allocated.GiB, each.OthersVms)));
        Assert.Equal(2, DemandFindings.Of(inventory, Estate.Scenario()).Count(finding => finding.Code == "shared-storage-overallocated"));
    }

    /// <summary>60,000 GiB on three hosts are 20,000 each, to the byte: a third as a decimal number is a little less, and a pool that is exactly full would not hold.</summary>
    [Fact]
    public void A_host_holds_its_whole_part_of_a_vSAN_datastore()
    {
        var inventory = Estate.Of([Estate.Host("h1"), Estate.Host("h2"), Estate.Host("h3")], []) with { Datastores = [Store("vsan", "vsan", 60_000, 100, "h1", "h2", "h3")] };
        Assert.All(CostPlanner.Placement.Plans.EstateServers.Today(inventory, new CaseCache()), server => Assert.Equal(ByteSize.FromGiB(20_000), server.PooledStorage));
    }

    private static VirtualMachine Vm(string name, string cluster, string? host) =>
        Estate.Vm(name, cluster: cluster) with { Host = host, Datastore = "vsanDatastore", DiskInUse = ByteSize.FromGiB(100) };

    private static Datastore Store(string name, string type, int gib, int used, params string[] hosts) => new()
    {
        Name = name,
        Type = type,
        Capacity = ByteSize.FromGiB(gib),
        InUse = ByteSize.FromGiB(used),
        Hosts = [.. hosts],
        HostCount = hosts.Length,
        Origin = new SourcePlace("test.xlsx", "vDatastore", 2 + (hosts[0] == "b1" ? 1 : 0)),
    };
}
