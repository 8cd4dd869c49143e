using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>The memory pool of vSphere 5.0, against the tables of August 2011.</summary>
/// <remarks>
/// Microsoft's team blog, "Beware the VMware Memory vTax": n = max(sockets, ⌈RAM / entitlement⌉), total = n × price × (1 + 3 × 25 %) in whole dollars,
/// halves up; all memory of one server is given to VMs.
/// </remarks>
public class MemoryPoolTests
{
    private const int Years = 3;
    private static readonly DateOnly Day = new(2026, 10, 1);

    // v1.0 of 12 July 2011: 24, 32 and 48 GB with a licence, at 995, 2,875 and 3,495. For the first row: ceil(128 / 24) = 6, 6 x 995 x 1.75 = 10,447.50 ->
    // 10,448; 128 / 32 = 4, 4 x 2,875 x 1.75 = 20,125; ceil(128 / 48) = 3, 3 x 3,495 x 1.75 = 18,348.75 -> 18,349.
    [Theory]
    [InlineData(128, 2, 6, 10448, 4, 20125, 3, 18349)]
    [InlineData(192, 2, 8, 13930, 6, 30188, 4, 24465)]
    [InlineData(256, 2, 11, 19154, 8, 40250, 6, 36698)]
    [InlineData(384, 2, 16, 27860, 12, 60375, 8, 48930)]
    [InlineData(512, 4, 22, 38308, 16, 80500, 11, 67279)]
    [InlineData(768, 4, 32, 55720, 24, 120750, 16, 97860)]
    [InlineData(1024, 4, 43, 74874, 32, 161000, 22, 134558)]
    public void The_21_cells_of_version_1(int gib, int sockets, int standard, int ofStandard, int enterprise, int ofEnterprise, int plus, int ofPlus)
    {
        Assert.Equal((standard, ofStandard), Quote(24, 995, gib, sockets));
        Assert.Equal((enterprise, ofEnterprise), Quote(32, 2875, gib, sockets));
        Assert.Equal((plus, ofPlus), Quote(48, 3495, gib, sockets));
    }

    // v2.0 of 3 August 2011: 32, 64 and 96 GB, at most 96 GB of one VM; the VMs here have 16 GiB. First row: 128 / 32 = 4, 4 x 995 x 1.75 = 6,965; 128 / 64 = 2,
    // 2 x 2,875 x 1.75 = 10,062.50 -> 10,063; ceil(128 / 96) = 2, 2 x 3,495 x 1.75 = 12,232.50 -> 12,233. Last row: 1,024 / 32 = 32: 55,720; 1,024 / 64 = 16:
    // 80,500; ceil(1,024 / 96) = 11: 67,278.75 -> 67,279.
    [Theory]
    [InlineData(128, 2, 4, 6965, 2, 10063, 2, 12233)]
    [InlineData(192, 2, 6, 10448, 3, 15094, 2, 12233)]
    [InlineData(256, 2, 8, 13930, 4, 20125, 3, 18349)]
    [InlineData(384, 2, 12, 20895, 6, 30188, 4, 24465)]
    [InlineData(512, 4, 16, 27860, 8, 40250, 6, 36698)]
    [InlineData(768, 4, 24, 41790, 12, 60375, 8, 48930)]
    [InlineData(1024, 4, 32, 55720, 16, 80500, 11, 67279)]
    public void The_same_rows_under_version_2(int gib, int sockets, int standard, int ofStandard, int enterprise, int ofEnterprise, int plus, int ofPlus)
    {
        Assert.Equal((standard, ofStandard), Quote(32, 995, gib, sockets, ";max-gib-per-vm=96", gib / 16));
        Assert.Equal((enterprise, ofEnterprise), Quote(64, 2875, gib, sockets, ";max-gib-per-vm=96", gib / 16));
        Assert.Equal((plus, ofPlus), Quote(96, 3495, gib, sockets, ";max-gib-per-vm=96", gib / 16));
    }

    // Each CPU needs a licence: 2 sockets with 16 GiB need 2. At 24 GiB each: 48 GiB -> 2, 49 -> 3.
    [Theory]
    [InlineData(16, 2)]
    [InlineData(48, 2)]
    [InlineData(49, 3)]
    public void A_CPU_needs_a_licence_at_least(int gib, int expected) => Assert.Equal(expected, Units("gib-per-licence=24", Host("h", 2, gib)));

    // The pool is of the estate: 2 hosts of 1 socket with 10 and 38 GiB at 24: ceil(48 / 24) = 2, and not 1 + 2.
    [Fact]
    public void Memory_is_pooled_over_the_estate() => Assert.Equal(2m, Units("gib-per-licence=24", Host("a", 1, 10), Host("b", 1, 38)));

    // v2.0: VMs of 256 and 32 GiB count as 96 + 32 = 128: 128 / 32 = 4, and not (256 + 32) / 32 = 9.
    [Fact]
    public void Of_a_large_VM_only_so_much_counts()
    {
        Assert.Equal(4m, Units("gib-per-licence=32;max-gib-per-vm=96", Host("h", 2, 256, 32)));
        Assert.Equal(9m, Units("gib-per-licence=32", Host("h", 2, 256, 32)));
    }

    private static decimal Units(string parameters, params LicensedHost[] hosts) => Licensed.Of("vram", parameters, hosts).Units;

    private static LicensedHost Host(string name, int sockets, params int[] gib) => new(name, sockets, 8) { VmMemory = [.. gib.Select(each => ByteSize.FromGiB(each))] };

    private static (decimal Licences, decimal Dollars) Quote(int gibPerLicence, decimal price, int gib, int sockets, string more = "", int vms = 1)
    {
        var row = Estate.Row("vsphere", "vram", price, FormattableString.Invariant($"gib-per-licence={gibPerLicence}{more}"), LicenceKind.Perpetual, 0.25m);
        var question = new QuoteQuestion(1, sockets, 8, vms, Years) { VmMemory = ByteSize.FromGiB(gib) };
        var quote = LicenceQuote.Of(new PriceBook([row]), "vsphere", Day, question.Estate(), Years)!;
        return (quote.Quantity.Units, quote.Total!.Value.Rounded(0).Amount);
    }
}
