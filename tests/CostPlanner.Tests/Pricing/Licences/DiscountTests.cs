using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Licences;

/// <summary>What a unit costs: a quote, else the list price less a discount of its vendor, else the list price, else a hole.</summary>
public class DiscountTests
{
    private static readonly LicensedEstate TwoHosts = new QuoteQuestion(2, 2, 16, 0, 1).Estate();
    private static readonly StreetDiscount Thirty = Off(0.3m);

    // 4 sockets x EUR 100 less 30 % = 70: 280 a year, 1,400 in 5 years; the list price of 100 stays on the line.
    [Fact]
    public void A_discount_of_the_vendor_is_taken_off_the_list_price()
    {
        var line = Assert.Single(Lines(Estate.Row("p", "socket", 100), [Thirty]));
        Assert.Equal((new Money(100, Currency.Euro), new Money(70, Currency.Euro)), (line.ListPrice, line.PaidPrice));
        Assert.Equal(1400m, line.Amount(Currency.Euro)!.Value.Amount);
        Assert.Equal("4 populated sockets of 2 hosts; discounted by 30 % (offer 12, 2026-09-15)", line.Rule.Words());
        Assert.Equal("test; less the discount in test.yaml, row 7", line.Provenance.Source.Words());
        Assert.Equal(("2026", Grade.B, "prices/test.csv, row 2"), (line.Provenance.Date, line.Provenance.Grade, line.Provenance.Row));
    }

    // 4 sockets x 1,000 less 30 % = 2,800 once; support 25 % of what is paid: 700 a year, 3,500 in 5 years, where at list it is 1,000 a year.
    [Fact]
    public void Support_of_a_perpetual_licence_is_discounted_with_it()
    {
        var lines = Lines(Estate.Row("p", "socket", 1000, kind: LicenceKind.Perpetual, support: 0.25m), [Thirty]);
        Assert.Equal([(1000m, 700m, 2800m), (250m, 175m, 3500m)], lines.Select(Figures));
        Assert.All(lines, line => Assert.Contains("discounted by 30 %", line.Rule.Words(), StringComparison.Ordinal));
    }

    // 12.5 % off 100 is 87.50: 4 x 87.50 = 350 a year.
    [Fact]
    public void A_discount_may_be_a_fraction_of_a_per_cent()
    {
        var line = Assert.Single(Lines(Estate.Row("p", "socket", 100), [Off(0.125m)]));
        Assert.Equal((100m, 87.5m, 1750m), Figures(line));
        Assert.Contains("discounted by 12.5 % (", line.Rule.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_discount_of_another_vendor_changes_nothing() =>
        Assert.Equal((100m, 100m, 2000m), Figures(Assert.Single(Lines(Estate.Row("p", "socket", 100), [Thirty with { Vendor = "Other" }]))));

    [Fact]
    public void A_quote_wins_over_a_discount()
    {
        var quote = new Quote("p", new Money(90, Currency.Euro), new DateOnly(2026, 9, 1), "a reseller", new SourcePlace("test.yaml", Row: 9));
        var line = Assert.Single(Lines(Estate.Row("p", "socket", 100), [Thirty], quote));
        Assert.Equal((100m, 90m, 1800m), Figures(line));
        Assert.DoesNotContain("discounted", line.Rule.Words(), StringComparison.Ordinal);
        Assert.Equal("the user's quote from a reseller", line.Provenance.Source.Words());
    }

    [Fact]
    public void A_placeholder_stays_one_under_a_discount()
    {
        var row = Estate.Row("p", "socket", 100) with { Provenance = new Provenance("general knowledge", "2026", Grade.M, "prices/test.csv, row 2") };
        Assert.True(Assert.Single(Lines(row, [Thirty])).Provenance.IsPlaceholder);
    }

    [Fact]
    public void A_discount_fills_no_hole_and_makes_nothing_of_what_is_free()
    {
        Assert.True(Assert.Single(Lines(Estate.Row("p", "socket", null), [Thirty])).IsHole);
        Assert.DoesNotContain("discounted", Assert.Single(Lines(Estate.Row("p", "host", 0, kind: LicenceKind.Free), [Thirty])).Rule.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_discount_of_everything_is_our_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Off(1));

    // Windows editions are compared at what is paid. Listed: 5 sets of Standard 5 x 100 = 500 < 520 = Datacenter. Paid: Datacenter 520 less 30 % = 364.
    [Fact]
    public void The_cheaper_edition_of_Windows_is_the_cheaper_after_the_discount()
    {
        var basis = ProductLinesTests.Basis(
        [
            Estate.Row("std", "windows-core-standard", 100, "vms-per-set=2;cores-per-unit=16", LicenceKind.Perpetual) with { Vendor = "Other" },
            Estate.Row("dc", "windows-core-datacenter", 520, "cores-per-unit=16", LicenceKind.Perpetual),
        ]);
        var estate = new LicensedEstate([new LicensedHost("a", 2, 8, 10, 10)]);
        var editions = new WindowsLicences("std", "dc");
        Assert.Equal("std", Assert.Single(WindowsLines.Of(basis, editions, estate)).Id);
        Assert.Equal("dc", Assert.Single(WindowsLines.Of(basis with { Scenario = basis.Scenario with { Discounts = [Thirty] } }, editions, estate)).Id);
    }

    // A product that may not be used stays a hole, whatever anybody offers for it.
    [Fact]
    public void A_refusal_is_a_hole_that_no_quote_fills()
    {
        var quote = new Quote("p", new Money(90, Currency.Euro), new DateOnly(2026, 9, 1), "a reseller", new SourcePlace("test.yaml", Row: 9));
        var lines = Lines(Estate.Row("p", "kit", 100, "max-hosts=1", LicenceKind.Perpetual, 0.2m), [], quote);
        Assert.All(lines, line => Assert.Equal(("p may not be used here: 2 hosts: a kit is for 1", true), (line.Hole.Words(), line.IsRefused)));
        var finding = Assert.Single(PriceFindings.Of([(Estate.Option("a", PlatformFamily.Kvm, "p"), new CostSheet(Currency.Euro, 60, lines))]));
        Assert.Equal(("product-refused", "a: p may not be used here: 2 hosts: a kit is for 1."), (finding.Code, finding.Message.Words()));
    }

    private static StreetDiscount Off(decimal share) => new("Vendor", new Fraction(share), "offer 12", new DateOnly(2026, 9, 15), new SourcePlace("test.yaml", Row: 7));

    private static (decimal List, decimal Paid, decimal Amount) Figures(CostLine line) =>
        (line.ListPrice!.Value.Amount, line.PaidPrice!.Value.Amount, line.Amount(Currency.Euro)!.Value.Amount);

    private static ImmutableArray<CostLine> Lines(PriceRow row, ImmutableArray<StreetDiscount> discounts, params ImmutableArray<Quote> quotes)
    {
        var basis = ProductLinesTests.Basis([row]);
        basis = basis with { Scenario = basis.Scenario with { Discounts = discounts, Quotes = quotes } };
        return PaidOver.TheHorizon(basis, ProductLines.Of(basis, CostCategory.PlatformLicences, "p", TwoHosts));
    }
}
