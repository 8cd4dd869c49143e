using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Model;

/// <summary>The minimum of an order as a switch: off, for new orders, for all.</summary>
public class OrderMinimumTests
{
    private static readonly LicensedEstate SmallHost = new QuoteQuestion(1, 1, 16, 0, 1).Estate();
    private static readonly PriceRow Plain = Estate.Row("vcf", "core", 350, "min-per-socket=16");

    private static readonly PriceRow Minimum = Estate.Row("vcf-min72", "core", 350, "min-per-socket=16;min-per-order=72") with
    {
        InsteadOf = "vcf",
        ValidFrom = new DateOnly(2025, 4, 10),
    };

    // 16 cores x 350 = 5,600 a year; with the minimum 72 x 350 = 25,200.
    [Theory]
    [InlineData(OrderMinimum.Off, "vcf", 16)]
    [InlineData(OrderMinimum.Off, null, 16)]
    [InlineData(OrderMinimum.NewOrders, "vcf", 16)]
    [InlineData(OrderMinimum.NewOrders, "vvf", 72)]
    [InlineData(OrderMinimum.NewOrders, null, 72)]
    [InlineData(OrderMinimum.AllOrders, "vcf", 72)]
    [InlineData(OrderMinimum.AllOrders, null, 72)]
    public void It_holds_for_the_orders_that_the_switch_says(OrderMinimum minimum, string? owned, int cores)
    {
        var line = Line(Basis(minimum, owned), "vcf");
        Assert.Equal((cores, cores * 350m * 5), (line.Quantity, line.Amount(Currency.Euro)!.Value.Amount));
        Assert.Equal(cores == 72, line.Rule.EndsWith("; the order's minimum is 72; ordered as vcf-min72, which has a minimum", StringComparison.Ordinal));
        Assert.Equal(("vcf", "vcf"), (line.Id, line.Product));
    }

    [Fact]
    public void The_product_with_the_minimum_can_be_named_itself()
    {
        var line = Line(Basis(OrderMinimum.Off, null), "vcf-min72");
        Assert.Equal(72m, line.Quantity);
        Assert.DoesNotContain("ordered as", line.Rule.Words(), StringComparison.Ordinal);
    }

    // On 9 April 2025 the minimum was not yet there.
    [Fact]
    public void Before_its_first_day_no_order_is_held_to_it()
    {
        var basis = Basis(OrderMinimum.AllOrders, null);
        Assert.Equal(16m, Line(basis with { Scenario = basis.Scenario with { AsOf = new DateOnly(2025, 4, 9) } }, "vcf").Quantity);
        Assert.Equal(72m, Line(basis with { Scenario = basis.Scenario with { AsOf = new DateOnly(2025, 4, 10) } }, "vcf").Quantity);
    }

    // A quote for the product is a price of a core: 72 x 300. One for the product with the minimum comes first: 72 x 200.
    [Fact]
    public void A_quote_is_paid_for_as_many_as_the_minimum_says()
    {
        var basis = Basis(OrderMinimum.AllOrders, null);
        var plain = new Quote("vcf", new Money(300, Currency.Euro), new DateOnly(2026, 9, 1), "a reseller", new SourcePlace("t"));
        var own = plain with { Product = "vcf-min72", Price = new Money(200, Currency.Euro) };
        Assert.Equal(72 * 300m * 5, Line(basis with { Scenario = basis.Scenario with { Quotes = [plain] } }, "vcf").Amount(Currency.Euro)!.Value.Amount);
        Assert.Equal(72 * 200m * 5, Line(basis with { Scenario = basis.Scenario with { Quotes = [plain, own] } }, "vcf").Amount(Currency.Euro)!.Value.Amount);
    }

    // 350 less 30 % = 245; 72 x 245 x 5 = 88,200.
    [Fact]
    public void It_goes_with_a_discount()
    {
        var basis = Basis(OrderMinimum.AllOrders, null);
        var discount = new StreetDiscount("Vendor", new Fraction(0.3m), "offer 12", new DateOnly(2026, 9, 15), new SourcePlace("t"));
        var line = Line(basis with { Scenario = basis.Scenario with { Discounts = [discount] } }, "vcf");
        Assert.Equal(88200m, line.Amount(Currency.Euro)!.Value.Amount);
        Assert.EndsWith("ordered as vcf-min72, which has a minimum; discounted by 30 % (offer 12, 2026-09-15)", line.Rule.Words(), StringComparison.Ordinal);
    }

    // quote --order-minimum: the same product and switch for totals only. 72 x 350 x 5 = 126,000 ("The Real Cost of Virtualization", edge of 16 cores).
    [Fact]
    public void A_quote_for_totals_has_the_switch_too()
    {
        var book = new PriceBook([Plain, Minimum]);
        var day = new DateOnly(2026, 2, 11);
        var held = LicenceQuote.Of(book, "vcf", day, SmallHost, 5, orderMinimum: true)!;
        Assert.Equal((126000m, "vcf-min72"), (held.Total!.Value.Amount, held.Row.Id));
        Assert.Contains("ordered as vcf-min72", held.Quantity.Rule.Words(), StringComparison.Ordinal);
        Assert.Equal(28000m, LicenceQuote.Of(book, "vcf", day, SmallHost, 5)!.Total!.Value.Amount);
    }

    private static CostBasis Basis(OrderMinimum minimum, string? owned)
    {
        var basis = ProductLinesTests.Basis([Plain, Minimum]);
        var contract = owned is null ? null : new TodaysContract
        {
            Name = "today",
            Products = [owned],
            Ends = new DateOnly(2027, 1, 1),
            PerYear = new Money(1, Currency.Euro),
            Place = new SourcePlace("test.yaml"),
        };
        return basis with { Scenario = basis.Scenario with { OrderMinimum = minimum, Contract = contract } };
    }

    private static CostLine Line(CostBasis basis, string product) => Assert.Single(PaidOver.TheHorizon(basis, ProductLines.Of(basis, CostCategory.PlatformLicences, product, SmallHost)));
}
