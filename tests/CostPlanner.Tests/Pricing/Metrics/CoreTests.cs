using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>Cores, their floors and minimums, against the vendors' own examples and the wrong answers of third parties.</summary>
public class CoreTests
{
    private const string Broadcom = "min-per-socket=16";
    private const string Minimum = "min-per-socket=16;min-per-order=72";
    private const string Kit = "min-per-socket=16;min-per-order=96;max-hosts=3;max-cores=96";
    private const string SqlServer = "min-per-socket=4;cores-per-unit=2";

    // Broadcom KB 313548: 1 x 12 -> 16; 2 x 12 -> 32. NetApp HCI: 5 hosts x 2 x 18 -> 180. Estonian tables: 3 x 2 x 16 -> 96.
    // Edges: 15 and 16 cores bill 16, 17 bill 17; 1, 2 and 3 sockets of 15 bill 16, 32, 48.
    [Theory]
    [InlineData(1, 1, 12, 16)]
    [InlineData(1, 2, 12, 32)]
    [InlineData(5, 2, 18, 180)]
    [InlineData(3, 2, 16, 96)]
    [InlineData(1, 1, 15, 16)]
    [InlineData(1, 1, 16, 16)]
    [InlineData(1, 1, 17, 17)]
    [InlineData(1, 2, 15, 32)]
    [InlineData(1, 3, 15, 48)]
    [InlineData(1, 3, 17, 51)]
    public void A_socket_counts_as_16_cores_at_least(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Licensed.Of("core", Broadcom, hosts, sockets, cores).Units);

    // "The Real Cost of Virtualization": 16 cores wanted, 72 billed. One below, at and above: 71, 72 and 73 cores on a socket bill 72, 72, 73.
    [Theory]
    [InlineData(1, 1, 16, 72)]
    [InlineData(1, 1, 71, 72)]
    [InlineData(1, 1, 72, 72)]
    [InlineData(1, 1, 73, 73)]
    [InlineData(2, 2, 18, 72)]
    [InlineData(3, 2, 16, 96)]
    public void An_order_has_a_minimum_once(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Licensed.Of("core", Minimum, hosts, sockets, cores).Units);

    // Wrong at third parties: "72 per CPU" (2 sockets: 144) and "72 per server" (3 hosts: 216).
    [Theory]
    [InlineData(1, 2, 144)]
    [InlineData(3, 1, 216)]
    public void The_minimum_is_neither_per_CPU_nor_per_server(int hosts, int sockets, int wrong)
    {
        Assert.NotEqual(wrong, Licensed.Of("core", Minimum, hosts, sockets, 16).Units);
        Assert.Equal(72m, Licensed.Of("core", Minimum, hosts, sockets, 16).Units);
    }

    // Wrong at third parties: "32-core packs" would bill 2 x 20 = 40 cores as 64. KB 313548: one licence for each core.
    [Fact]
    public void Cores_do_not_come_in_packs_of_32()
    {
        Assert.NotEqual(64m, Licensed.Of("core", Broadcom, 1, 2, 20).Units);
        Assert.Equal(40m, Licensed.Of("core", Broadcom, 1, 2, 20).Units);
    }

    // Essentials Plus of 2024: whatever fits costs 96 cores. 3 hosts x 2 x 16 = 96 fit; 3 x 2 x 17 = 102 do not; 4 hosts x 1 x 16 = 64 are a host too many.
    // 12-core sockets count as 16: 3 x 2 x 12 -> 96 fits.
    [Theory]
    [InlineData(1, 1, 8, null)]
    [InlineData(3, 2, 12, null)]
    [InlineData(3, 2, 16, null)]
    [InlineData(3, 2, 17, "102 cores: it is for 96")]
    [InlineData(4, 1, 16, "4 hosts: it is for 3")]
    public void The_kit_of_96_cores_is_96_for_whatever_fits(int hosts, int sockets, int cores, string? refusal)
    {
        var quantity = Licensed.Of("core", Kit, hosts, sockets, cores);
        Assert.Equal(refusal, quantity.Refusal?.Words());
        Assert.True(refusal is not null || quantity.Units == 96);
    }

    // SQL Server in 2-core packs, 4 cores per socket at least, whole packs on each host: 1 x 2 -> 4 cores, 2 packs; 1 x 5 -> 3; 2 x 5 = 10 -> 5;
    // 2 hosts of 1 x 5: 3 + 3 = 6 and not 10 / 2 = 5.
    [Theory]
    [InlineData(1, 1, 2, 2)]
    [InlineData(1, 1, 5, 3)]
    [InlineData(1, 2, 5, 5)]
    [InlineData(2, 1, 5, 6)]
    public void Packs_are_whole_on_each_host(int hosts, int sockets, int cores, int expected)
    {
        var quantity = Licensed.Of("core", SqlServer, hosts, sockets, cores);
        Assert.Equal((expected, "2 cores"), (quantity.Units, quantity.Unit.Words()));
    }

    // Oracle Database on Intel: cores x 0.5, rounded up once over the order. 16 -> 8; 17 -> 8.5 -> 9; 2 hosts of 17 -> 17, and not 9 + 9.
    [Theory]
    [InlineData(1, 1, 16, 8)]
    [InlineData(1, 1, 17, 9)]
    [InlineData(2, 1, 17, 17)]
    public void A_core_factor_is_rounded_once(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Licensed.Of("core", "core-factor=0.5", hosts, sockets, cores).Units);

    [Fact]
    public void No_host_needs_nothing_even_where_an_order_has_a_minimum() => Assert.Equal(0m, Licensed.Of("core", Minimum, []).Units);

    [Theory]
    [InlineData(Broadcom, "24 cores, at least 16 per socket: 32")]
    [InlineData(Minimum, "24 cores, at least 16 per socket: 32; the order's minimum is 72")]
    [InlineData("core-factor=0.5", "24 cores, at least 0 per socket: 24; times 0.5, rounded up once")]
    [InlineData("cores-per-unit=2", "24 cores, at least 0 per socket: 24; 2 in a unit, whole units on each host")]
    public void The_rule_says_how_it_was_reckoned(string parameters, string expected) =>
        Assert.Equal(expected, Licensed.Of("core", parameters, new LicensedHost("h", 2, 12)).Rule.Words());
}
