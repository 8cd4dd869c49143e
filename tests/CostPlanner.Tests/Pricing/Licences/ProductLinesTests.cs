using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Licences;

public class ProductLinesTests
{
    private static readonly LicensedEstate TwoHosts = new QuoteQuestion(2, 2, 16, 0, 1).Estate();

    // 2 hosts x 2 sockets x EUR 398.04 = 1,592.16 a year, booked 1,592 then 1,592 (3,184.32 owed) then 1,592 (4,776.48) ...
    // over 5 years 7,960.80 -> 7,961.
    [Fact]
    public void A_subscription_is_paid_every_year()
    {
        var line = Assert.Single(Lines([Estate.Row("px", "socket", 398.04m)], "px"));
        Assert.Equal([0, 12, 24, 36, 48], line.Payments.Select(payment => payment.Month));
        Assert.Equal(7961m, line.Amount(Currency.Euro)!.Value.Amount);
        Assert.Equal(4m, line.Quantity);
    }

    // vSphere 5: 4 sockets x 995 = 3,980 once, support 25 % = 995 a year: over 5 years 3,980 + 4,975 = 8,955.
    [Fact]
    public void A_perpetual_licence_is_paid_once_and_its_support_every_year()
    {
        var lines = Lines([Estate.Row("vs", "socket", 995, kind: LicenceKind.Perpetual, support: 0.25m)], "vs");
        Assert.Equal([3980m, 4975m], lines.Select(line => line.Amount(Currency.Euro)!.Value.Amount));
        Assert.Single(lines[0].Payments);
        Assert.Equal("vs-support", lines[1].Id);
    }

    // vSAN beyond what the cores bring along: no price is published, and none is needed where the cores bring enough (64 cores x 1 TiB against none used).
    [Fact]
    public void What_is_not_needed_needs_no_price()
    {
        var line = Assert.Single(Lines([Estate.Row("vsan", "tib", null, "gib-per-core=1024")], "vsan"));
        Assert.False(line.IsHole);
        Assert.Equal(0m, line.Quantity);
        Assert.Equal(0m, line.Amount(Currency.Euro)!.Value.Amount);
    }

    [Fact]
    public void A_product_without_a_price_is_a_hole_and_never_a_zero()
    {
        var line = Assert.Single(Lines([Estate.Row("xs", "socket", null)], "xs"));
        Assert.True(line.IsHole);
        Assert.Null(line.Amount(Currency.Euro));
        Assert.Empty(line.Payments);
        Assert.Contains("enter a quote", line.Hole.Words(), StringComparison.Ordinal);
        Assert.Equal(4m, line.Quantity);
    }

    [Fact]
    public void A_price_that_had_ended_by_the_day_is_a_hole()
    {
        var old = Estate.Row("old", "socket", 10) with { ValidTo = new DateOnly(2024, 12, 31) };
        Assert.Contains("2026-10-01", Assert.Single(Lines([old], "old")).Hole.Words(), StringComparison.Ordinal);
    }

    // 4 sockets x USD 700 at 1.1684 USD per EUR: 2,800 / 1.1684 = 2,396.44 a year, over 5 years 11,982.20 -> 11,982.
    [Fact]
    public void The_users_quote_fills_the_hole_in_its_own_currency()
    {
        var quote = new Quote("xs", new Money(700, Currency.Dollar), new DateOnly(2026, 9, 15), "a reseller", new SourcePlace("test.yaml", Row: 9));
        var basis = Basis([Estate.Row("xs", "socket", null)]);
        basis = basis with { Scenario = basis.Scenario with { Quotes = [quote] } };
        var line = Assert.Single(PaidOver.TheHorizon(basis, ProductLines.Of(basis, CostCategory.PlatformLicences, "xs", TwoHosts)));
        Assert.Equal(11982m, line.Amount(Currency.Euro)!.Value.Amount);
        Assert.Equal("the user's quote from a reseller", line.Provenance.Source.Words());
        Assert.Equal(new DateOnly(2026, 4, 13), line.Converted!.RateDate);
    }

    [Fact]
    public void Free_software_costs_nothing_and_is_no_hole()
    {
        var line = Assert.Single(Lines([Estate.Row("free", "host", null, kind: LicenceKind.Free)], "free"));
        Assert.False(line.IsHole);
        Assert.Equal(0m, line.Amount(Currency.Euro)!.Value.Amount);
    }

    // 1,176 for Standard and 6,771 for Datacenter: 5 sets (10 VMs) are 5,880, 6 sets (11 VMs) 7,056.
    // On the host with 11 VMs Datacenter is cheaper, on the one with 10 Standard.
    [Fact]
    public void Each_host_takes_the_cheaper_edition_of_Windows()
    {
        const string parameters = "min-per-socket=8;min-per-host=16;cores-per-unit=16;vms-per-set=2";
        var basis = Basis(
        [
            Estate.Row("std", "windows-core-standard", 1176, parameters, LicenceKind.Perpetual),
            Estate.Row("dc", "windows-core-datacenter", 6771, parameters, LicenceKind.Perpetual),
        ]);
        var estate = new LicensedEstate([new LicensedHost("a", 2, 8, 11, 11), new LicensedHost("b", 2, 8, 10, 10), new LicensedHost("c", 2, 8)]);
        var lines = PaidOver.TheHorizon(basis, WindowsLines.Of(basis, new WindowsLicences("std", "dc"), estate));
        Assert.Equal([("std", 5880m), ("dc", 6771m)], lines.Select(line => (line.Id, line.Amount(Currency.Euro)!.Value.Amount)));
    }

    private static ImmutableArray<CostLine> Lines(ImmutableArray<PriceRow> rows, string product) =>
        PaidOver.TheHorizon(Basis(rows), ProductLines.Of(Basis(rows), CostCategory.PlatformLicences, product, TwoHosts));

    internal static CostBasis Basis(ImmutableArray<PriceRow> rows) => new(
        Estate.Scenario(),
        new PriceBook(rows),
        new ExchangeRates([new ExchangeRate(new DateOnly(2026, 4, 13), Currency.Dollar, 1.1684m, new Provenance("ECB", "2026-04-13", Grade.A, "rates.csv, row 2"))]),
        new CpuCatalogue([]),
        Assumed.Plain);
}
