using CostPlanner.Model;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

/// <summary>Hosts, instances and kits, and where they stop being allowed.</summary>
public class HostTests
{
    private const string Essentials = "max-hosts=3;max-sockets-per-host=2";

    // VMware's Essentials kits: 3 hosts with 2 CPUs each. 3 hosts fit and 4 do not; 2 sockets fit and 3 do not.
    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(3, 1, null)]
    [InlineData(3, 2, null)]
    [InlineData(4, 2, "4 hosts: a kit is for 3")]
    [InlineData(24, 2, "24 hosts: a kit is for 3")]
    [InlineData(3, 3, "host 1 has 3 sockets: at most 2 are allowed")]
    public void A_kit_stops_being_allowed(int hosts, int sockets, string? refusal)
    {
        var quantity = Licensed.Of("kit", Essentials, hosts, sockets, 16);
        Assert.Equal(refusal, quantity.Refusal?.Words());
        Assert.True(refusal is not null || quantity.Units == 1);
    }

    // Two kits at most: 3 hosts 1, 4 to 6 hosts 2, 7 refused.
    [Theory]
    [InlineData(3, 1, null)]
    [InlineData(4, 2, null)]
    [InlineData(6, 2, null)]
    [InlineData(7, 3, "7 hosts: at most 2 kits may be used, each for 3")]
    public void Kits_add_up_as_far_as_the_row_says(int hosts, int kits, string? refusal)
    {
        var quantity = Licensed.Of("kit", Essentials + ";max-kits=2", hosts, 2, 16);
        Assert.Equal((kits, refusal), (quantity.Units, quantity.Refusal?.Words()));
    }

    // A host in the middle of the list that has one socket too many is named.
    [Fact]
    public void The_host_that_does_not_fit_is_named() => Assert.Equal(
        "esx-b has 4 sockets: at most 2 are allowed",
        Licensed.Of("kit", Essentials, new LicensedHost("esx-a", 2, 8), new LicensedHost("esx-b", 4, 8)).Refusal?.Words());

    // vCenter Standard: one for any number of hosts. Foundation: 3 hosts and one instance; several instances where the row does not forbid them.
    [Theory]
    [InlineData("", 7, 1, null)]
    [InlineData("max-hosts=3", 3, 1, null)]
    [InlineData("max-hosts=3", 4, 2, null)]
    [InlineData("max-hosts=3;max-instances=1", 3, 1, null)]
    [InlineData("max-hosts=3;max-instances=1", 4, 2, "4 hosts: it is for 3")]
    [InlineData("max-hosts=3;max-instances=2", 7, 3, "7 hosts: at most 2 instances may be used, each for 3")]
    public void Instances_are_for_so_many_hosts(string parameters, int hosts, int expected, string? refusal)
    {
        var quantity = Licensed.Of("flat", parameters, hosts, 2, 16);
        Assert.Equal((expected, refusal), (quantity.Units, quantity.Refusal?.Words()));
    }

    [Fact]
    public void No_host_needs_no_instance() => Assert.Equal(0m, Licensed.Of("flat", "", []).Units);

    // Vates: hosts. Oracle VM Premier Limited: up to 2 CPUs. The trial of XenServer 8: up to 3 hosts.
    [Theory]
    [InlineData("", 64, 4, null)]
    [InlineData("max-sockets-per-host=2", 5, 2, null)]
    [InlineData("max-sockets-per-host=2", 5, 4, "host 1 has 4 sockets: at most 2 are allowed")]
    [InlineData("max-hosts=3", 3, 2, null)]
    [InlineData("max-hosts=3", 4, 2, "4 hosts: it is for 3")]
    public void Hosts_count_whatever_is_in_them(string parameters, int hosts, int sockets, string? refusal)
    {
        var quantity = Licensed.Of("host", parameters, hosts, sockets, 16);
        Assert.Equal((hosts, refusal), (quantity.Units, quantity.Refusal?.Words()));
    }

    // Free ESXi 5: 32 GB of physical memory. 32 fit, 33 do not.
    [Theory]
    [InlineData(32, null)]
    [InlineData(33, "host 2 has 33 GiB of memory: at most 32 are allowed")]
    public void Free_ESXi_is_for_hosts_of_32_GB(int gib, string? refusal)
    {
        var small = new LicensedHost("host 1", 2, 8) { Memory = ByteSize.FromGiB(32) };
        Assert.Equal(refusal, Licensed.Of("host", "max-memory-gib=32", small, small with { Name = "host 2", Memory = ByteSize.FromGiB(gib) }).Refusal?.Words());
    }
}
