using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>vSAN's TiB beyond what the cores bring.</summary>
public class CapacityTests
{
    private const string Vcf = "gib-per-core=1024;min-per-socket=16";
    private const string Vvf = "gib-per-core=256;min-per-socket=16";
    private const string OldVvf = "gib-per-core=100;min-per-socket=16;whole-when-over=1";
    private const string January = "gib-per-core=100;min-per-socket=16;min-tib-per-socket=8";

    // Broadcom KB 313548: 3 hosts of 1 x 8 cores, VCF, 3.84 TiB each: 11.52 -> 12 TiB, entitled 3 x 16 = 48, buy 0 (balance -36).
    [Fact]
    public void The_vendors_example_has_nothing_to_buy()
    {
        var quantity = Of(Vcf, 3, 1, 8, 3.84m);
        Assert.Equal((0m, "TiB"), (quantity.Units, quantity.Unit.Words()));
        Assert.Equal("11.52 TiB raw, counted as 12; 48 TiB come with the 48 cores", quantity.Rule.Words());
    }

    // VVF, 0.25 TiB per core: 3 x 2 x 16 = 96 cores bring 24 TiB. 8 TiB each: 24, buy 0. 8.1 each: 24.3 -> 25, buy 1. 10 each: 30, buy 6.
    // One socket of 12 cores counts as 16: 4 TiB; 10 TiB on it: buy 6. 17 cores bring 4.25 TiB: 10 - 4.25 = 5.75 -> 6.
    [Theory]
    [InlineData(3, 2, 16, 8, 0)]
    [InlineData(3, 2, 16, 8.1, 1)]
    [InlineData(3, 2, 16, 10, 6)]
    [InlineData(1, 1, 12, 10, 6)]
    [InlineData(1, 1, 17, 10, 6)]
    public void What_is_beyond_the_entitlement_is_bought_in_whole_TiB(int hosts, int sockets, int cores, double tib, int expected) =>
        Assert.Equal(expected, Of(Vvf, hosts, sockets, cores, (decimal)tib).Units);

    // What the source leaves open: 18 cores bring 4.5 TiB, 5.2 TiB raw. Rounded first: 6 - 4.5 = 1.5 -> 2; rounded once: 0.7 -> 1. We take 2.
    [Fact]
    public void With_a_fraction_of_an_entitlement_there_is_never_too_little() => Assert.Equal(2m, Of(Vvf, 1, 1, 18, 5.2m).Units);

    // KB 326663: 16 cores bring 1,600 GiB = 1.5625 TiB. 1.5 TiB are within: 0. 1.6 TiB are over: all of it, 2 TiB, and not the excess of 1. 10 TiB: 10.
    [Theory]
    [InlineData(1.5, 0)]
    [InlineData(1.5625, 0)]
    [InlineData(1.6, 2)]
    [InlineData(10, 10)]
    public void The_old_rule_licenses_all_of_it_when_over(double tib, int expected) => Assert.Equal(expected, Of(OldVvf, 1, 1, 16, (decimal)tib).Units);

    // January 2024: max(8 x CPUs, ceil(TiB)). 2 CPUs with 5 TiB count as 16, with 20.5 as 21; 32 cores bring 3.125 TiB: 12.875 -> 13 and 17.875 -> 18.
    // Hosts without vSAN need nothing.
    [Theory]
    [InlineData(5, 13)]
    [InlineData(20.5, 18)]
    [InlineData(0, 0)]
    public void In_January_2024_a_CPU_counted_as_8_TiB_at_least(double tib, int expected) => Assert.Equal(expected, Of(January, 1, 2, 16, (decimal)tib).Units);

    // Wrong at a third party: "8 TiB per core" would make 16 cores bring 128 TiB, so that 100 TiB cost nothing. With VVF they bring 4: buy 96.
    [Fact]
    public void The_entitlement_is_not_8_TiB_per_core() => Assert.Equal(96m, Of(Vvf, 1, 1, 16, 100).Units);

    private static LicenceQuantity Of(string parameters, int hosts, int sockets, int cores, decimal tib) =>
        Licensed.Of("tib", parameters, new QuoteQuestion(hosts, sockets, cores, 0, 1) { RawStorage = ByteSize.FromTiB(tib) });
}
