using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>What resource pools say of the VMs of their cluster is held against the VMs read.</summary>
/// <remarks>The VMs: three of Prod, two of them on with 2 vCPUs each. Two are in the pool Web, one of them on.</remarks>
public sealed class PoolSheetTests
{
    private const string Root = "/Site/host/Prod/Resources";
    private static readonly string[] Headers = ["Resource Pool name", "Resource Pool path", "Status", "# VMs total", "# VMs", "# vCPUs", "VI SDK UUID"];

    private static readonly object?[][] Three =
    [
        SmallEstate.Vm("a", 1), SmallEstate.Vm("b", 2), SmallEstate.Vm("c", 3).But("Powerstate", "poweredOff"),
    ];

    [Theory]
    [InlineData(3, 2, 4)] // the root pool counts all that is in it
    [InlineData(1, 1, 2)] // it counts what is in no other pool
    public void Pools_in_pools_may_be_counted_either_way(int vms, int on, int cpus) =>
        Assert.Empty(Found(Three, Pool(Root, vms, on, cpus), Pool($"{Root}/Web", 2, 1, 2)));

    /// <summary>vCPUs of all three VMs are 6: nobody says whether those of VMs powered off count.</summary>
    [Fact]
    public void VCpus_may_be_those_of_all_vms() => Assert.Empty(Found(Three, Pool(Root, 3, 2, 6)));

    [Theory]
    [InlineData(3, 2, 4, "3 VMs (all pools together: 5) and 2, 2 powered on (all pools together: 3) and 1")] // 4 vCPUs may be those of both VMs
    [InlineData(1, 1, 2, "1 VMs (all pools together: 3) and 2")] // "1 powered on" and "2 vCPUs" may be right: the pools' sums are not
    public void A_vm_that_is_missing_is_a_finding_with_both_figures_on_the_first_page(int vms, int on, int cpus, string words)
    {
        var finding = Assert.Single(Found(Three[1..], Pool(Root, vms, on, cpus), Pool($"{Root}/Web", 2, 1, 2)));
        Assert.Equal($"The resource pools of Prod have other sums in vRP than vInfo lists: {words}.", finding.Message.Words());
        Assert.Equal((Severity.Warning, true, 2), (finding.Severity, finding.IsOnFirstPage, finding.Place.Row));
    }

    /// <summary>Templates are in no pool; a source that counts them is right, too.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Templates_may_be_counted_or_not(int vms) =>
        Assert.Empty(Found([.. Three, SmallEstate.Vm("t", 4).But("Template", "True").But("Powerstate", "poweredOff")], Pool(Root, vms, 2, 4)));

    /// <summary>A VM without a size is a VM: one row has no memory, and its vCPUs are not known.</summary>
    [Fact]
    public void A_vm_without_a_size_is_not_missing()
    {
        object?[] unsized = [.. SmallEstate.Vm("d", 4)];
        Assert.Empty(Found([.. Three, unsized.But("Memory", null)], Pool(Root, 4, 3, 6)));
    }

    [Fact]
    public void Clusters_of_one_name_at_two_vCenters_are_compared_each_with_its_own()
    {
        object?[][] vms = [.. Three, SmallEstate.Vm("x", 1).But("VI SDK UUID", "vc-2")];
        Assert.Empty(Found(vms, Pool(Root, 3, 2, 4), Pool(Root, 1, 1, 2, "vc-2")));
        var finding = Assert.Single(Found(vms, Pool(Root, 3, 2, 4), Pool(Root, 2, 1, 2, "vc-2")));
        Assert.Equal("The resource pools of Prod (Site, vc-2) have other sums in vRP than vInfo lists: 2 VMs and 1.", finding.Message.Words());
    }

    [Fact]
    public void Pools_of_a_host_that_stands_alone_and_apps_count_for_it()
    {
        object?[][] vms = [.. Three, OnItsOwn("x", 4), OnItsOwn("y", 5)];
        const string Alone = "/Site/host/esx-09/Resources";
        Assert.Empty(Found(vms, Pool(Root, 3, 2, 4), Pool(Alone, 1, 1, 2), Pool($"{Alone}/App", 1, 1, 2)));
        Assert.Contains("pools of esx-09", Assert.Single(Found(vms, Pool(Root, 3, 2, 4), Pool(Alone, 4, 2, 4))).Message.Words(), StringComparison.Ordinal);
    }

    /// <summary>All VMs of a cluster are missing, so that nothing else names it.</summary>
    [Fact]
    public void A_cluster_of_which_no_vm_was_read_is_a_finding()
    {
        var finding = Assert.Single(Found(Three, Pool("/Site/host/Lab/Resources", 5, 4, 8)));
        Assert.EndsWith(": 5 VMs and 0, 4 powered on and 0, 8 vCPUs and 0.", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_without_pools_without_a_root_pool_or_without_figures()
    {
        Assert.Empty(Found(Three));
        Assert.Empty(Found(Three, Pool($"{Root}/Web", 9, 9, 9)));
        Assert.Empty(Found(Three, Pool(Root, null, null, null)));
        var without = SmallEstate.Read(SmallEstate.Info(Three), SmallEstate.Hosts());
        Assert.DoesNotContain(without.Findings, each => each.Code.StartsWith("pool", StringComparison.Ordinal));
    }

    /// <summary>RVTools 3.x has the path in its first column and one column of VMs, which may be all or those powered on.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(5, 1)]
    public void Old_versions_are_compared_too(int vms, int findings)
    {
        var reading = SmallEstate.Read(
            SmallEstate.Info(Three), SmallEstate.Hosts(),
            Sheet.Of("tabvRP", ["Resource pool", "Status", "# VMs", "# vCPUs"], ["/Site/Prod/Resources", 1, vms, 4]));
        Assert.Equal(findings, reading.Findings.Count(each => each.Code == "pool-sums-disagree"));
    }

    /// <summary>Two of the rows are used; that without a path and that listed before have findings.</summary>
    [Fact]
    public void Rows_read_are_rows_used_and_rows_with_a_finding()
    {
        var reading = Read(Three, Pool(Root, 3, 2, 4), Pool($"{Root}/Web", 2, 1, 2), Pool(Root, 3, 2, 4), Pool("Web", 3, 2, 4));
        Assert.Contains(new SheetRows("vRP", 4, 2), reading.Value!.Rows);
        var codes = reading.Findings.Select(each => each.Code).Where(code => code.StartsWith("pool", StringComparison.Ordinal));
        Assert.Equal(["pool-twice", "pools-not-placed"], codes);
    }

    private static object?[] OnItsOwn(string name, int number) => SmallEstate.Vm(name, number).But("Cluster", null).But("Host", "esx-09");

    private static object?[] Pool(string path, int? vms, int? on, int? cpus, string vCenter = "vc-1") =>
        [path.Split('/')[^1], path, "green", vms, on, cpus, vCenter];

    private static Reading<Inventory> Read(object?[][] vms, params object?[][] pools) =>
        SmallEstate.Read(SmallEstate.Info(vms), SmallEstate.Hosts(), Sheet.Of("vRP", Headers, pools));

    private static Finding[] Found(object?[][] vms, params object?[][] pools) =>
        [.. Read(vms, pools).Findings.Where(each => each.Code == "pool-sums-disagree")];
}
