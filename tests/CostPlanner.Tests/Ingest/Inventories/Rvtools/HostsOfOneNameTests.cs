using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>Which rows of vHost are one host, and which host a VM means; vCenters by their id, their server, or both.</summary>
public sealed class HostsOfOneNameTests
{
    private static readonly string[] HostHeaders = ["Host", "Datacenter", "Cluster", "# CPU", "# Cores", "# Memory", "Object ID", "VI SDK Server", "VI SDK UUID"];

    [Fact]
    public void Two_object_ids_are_two_hosts()
    {
        var estate = Read([Host("esx-01", id: "host-1"), Host("esx-01", id: "host-2")], Vm("a"));
        Assert.Equal(["esx-01 (host-1)", "esx-01 (host-2)"], estate.Hosts.Select(host => host.Name));
        Assert.Contains(estate.Findings, finding => finding.Code == "host-names-ambiguous");
        Assert.Equal("Prod", estate.Vms[0].Cluster); // it is on one of the two, and in their cluster
    }

    [Fact]
    public void One_object_id_is_one_host()
    {
        var estate = Read([Host("esx-01", id: "host-1"), Host("esx-01", id: "host-1")], Vm("a"));
        Assert.Equal("esx-01", Assert.Single(estate.Hosts).Name);
        Assert.Contains(estate.Findings, finding => finding.Code == "host-twice");
    }

    [Fact]
    public void A_host_listed_twice_without_ids_is_one_and_in_two_data_centres_two()
    {
        Assert.Single(Read([Host("esx-01"), Host("esx-01")], Vm("a")).Hosts);
        Assert.Equal(["esx-01 (Site)", "esx-01 (Other)"], Read([Host("esx-01"), Host("esx-01", datacenter: "Other")], Vm("a")).Hosts.Select(host => host.Name));
    }

    // The VM is at vc-2, and so is its host; the id of a vCenter means nothing to a reader, so it is numbered.
    [Fact]
    public void A_host_of_each_vCenter_carries_the_VMs_of_its_own()
    {
        const string First = "5f1d0c4e-0000-4000-8000-00000000000a", Second = "5f1d0c4e-0000-4000-8000-00000000000b";
        var estate = Read([Host("esx-01", uuid: First), Host("esx-01", uuid: Second)], Vm("a").But("VI SDK UUID", First), Vm("b").But("VI SDK UUID", Second));
        Assert.Equal(["esx-01 (Site, vCenter 1)", "esx-01 (Site, vCenter 2)"], estate.Vms.Select(vm => vm.Host));
        Assert.Equal(["Prod (Site, vCenter 1)", "Prod (Site, vCenter 2)"], estate.Clusters.Select(cluster => cluster.Name));
        Assert.Equal(["Site (vCenter 1)", "Site (vCenter 2)"], estate.Hosts.Select(host => host.Datacenter));
        Assert.Equal(["vm-1", "vc2:vm-1"], estate.Vms.Select(vm => vm.Id));
    }

    [Fact]
    public void A_vCenter_is_called_by_its_server_also_where_a_sheet_has_only_its_id()
    {
        var estate = Read(
            [Host("esx-01", server: "vc-north", uuid: "id-1"), Host("esx-01", server: "vc-south", uuid: "id-2")],
            Vm("a").But("VI SDK UUID", "id-2"));
        Assert.Equal(("esx-01 (Site, vc-south)", "Prod (Site, vc-south)", "vc-south"), (estate.Vms[0].Host, estate.Vms[0].Cluster, estate.Vms[0].VCenter));
    }

    [Fact]
    public void A_vCenter_that_is_an_address_is_masked()
    {
        var estate = Read([Host("esx-01", server: "192.0.2.7"), Host("esx-01", server: "192.0.2.8")], Vm("a").But("VI SDK UUID", null));
        Assert.Equal(["esx-01 (Site, masked-vcenter-01)", "esx-01 (Site, masked-vcenter-02)"], estate.Hosts.Select(host => host.Name));
    }

    [Theory]
    [InlineData("esx-01.example.org", "esx-01")]
    [InlineData("esx-01", "esx-01.example.org")]
    [InlineData("ESX-01", "esx-01.example.org")]
    public void Short_and_full_names_are_one_host_where_no_other_can_be_meant(string listed, string named)
    {
        var estate = Read([Host(listed)], Vm("a").But("Host", named).But("Cluster", null));
        Assert.Equal((listed, "Prod"), (estate.Vms[0].Host, estate.Vms[0].Cluster));
        Assert.Contains(estate.Findings, finding => finding.Code == "host-names-joined");
        Assert.DoesNotContain(estate.Findings, finding => finding.Code == "vm-hosts-unknown");
    }

    [Fact]
    public void A_short_name_that_two_hosts_have_joins_neither()
    {
        var estate = Read([Host("esx-01.a.org"), Host("esx-01.b.org")], Vm("a").But("Host", "esx-01"));
        Assert.Equal("esx-01", estate.Vms[0].Host);
        var finding = Assert.Single(estate.Findings, each => each.Code == "host-names-ambiguous");
        Assert.Contains("esx-01 may be esx-01.a.org or esx-01.b.org", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_domains_are_two_hosts() =>
        Assert.Contains(Read([Host("esx-01.a.org")], Vm("a").But("Host", "esx-01.b.org")).Findings, each => each.Code == "vm-hosts-unknown");

    // The cell is blank, and the column is there: the host stands alone, with the VM on it.
    [Fact]
    public void A_blank_cluster_is_no_cluster()
    {
        var estate = Read([Host("esx-01", cluster: null)], Vm("a").But("Cluster", null));
        Assert.Equal((null, null, true), (estate.Hosts[0].Cluster, estate.Vms[0].Cluster, estate.TellsClusters));
        Assert.Empty(estate.Clusters);
    }

    [Fact]
    public void A_blank_cluster_of_a_host_is_that_of_the_VMs_on_it()
    {
        var estate = Read([Host("esx-01", cluster: null), Host("esx-02", cluster: "Other")], Vm("a"));
        Assert.Equal(["Prod", "Other"], estate.Hosts.Select(host => host.Cluster));
        Assert.Contains(estate.Findings, finding => finding.Code == "host-clusters-inferred");
    }

    private static object?[] Vm(string name) => SmallEstate.Vm(name, 1);

    private static object?[] Host(string name, string? id = null, string? server = null, string? uuid = null, string? datacenter = "Site", string? cluster = "Prod") =>
        [name, datacenter, cluster, 2, 32, 524_288, id, server, uuid];

    private static Inventory Read(object?[][] hosts, params IReadOnlyList<object?[]> vms) =>
        Assert.IsType<Inventory>(SmallEstate.Read(SmallEstate.Info([.. vms]), Sheet.Of("vHost", HostHeaders, hosts)).Value);
}
