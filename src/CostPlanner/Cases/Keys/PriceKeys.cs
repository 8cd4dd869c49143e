using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>Prices as keys: "price.proxmox-ve-standard", "discount.broadcom", "quote.xenserver-8-premium".</summary>
internal static class PriceKeys
{
    /// <summary>A price may be multiplied by this at most.</summary>
    private const decimal MostTimes = 1000m;

    /// <summary>A discount is below 1.</summary>
    private const decimal MostOff = 0.999m;

    private const decimal DearestUnit = 100_000_000m;

    /// <summary>The word by which a vendor is named in a key: its letters and digits in lower case, with hyphens.</summary>
    public static string Word(string vendor) => string.Join(
        '-',
        new string([.. vendor.Select(each => char.IsAsciiLetterOrDigit(each) ? char.ToLowerInvariant(each) : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The vendors of the price book, in alphabetical order.</summary>
    public static ImmutableArray<string> Vendors(CaseInputs inputs) =>
        [.. inputs.Prices.Rows.Select(row => row.Vendor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What is paid for a product, list price or quote, as a factor of what it is in the case: 1 leaves it as it is.</summary>
    public static CaseKey? Factor(CaseInputs inputs, string product) => !inputs.Prices.Knows(product) ? null : new NumberSetting(
        $"price.{product}",
        Message.Of("key.price", ("product", NameOf(inputs, product))),
        Message.Of("unit.times"),
        new AssumptionBounds(0, MostTimes),
        _ => 1,
        (given, factor) => factor == 1 ? given : given with
        {
            Prices = given.Prices.Times(product, factor),
            Scenario = given.Scenario with
            {
                Quotes = [.. given.Scenario.Quotes.Select(quote => IsFor(given, quote, product) ? quote with { Price = quote.Price * factor } : quote)],
            },
        },
        MovesVms(inputs, product),
        UsualValues.PriceFactor);

    /// <summary>What a vendor takes off its list prices.</summary>
    public static CaseKey? Discount(CaseInputs inputs, string word)
    {
        if (Vendors(inputs).FirstOrDefault(each => Word(each) == word) is not { } vendor)
        {
            return null;
        }

        var name = $"discount.{word}";
        return new NumberSetting(
            name,
            Message.Of("key.discount", ("vendor", vendor)),
            new ValueUnit(Message.Of("unit.share-of-list-price"), true, Message.Of("unit.of-list-price")),
            new AssumptionBounds(0, MostOff),
            given => given.Scenario.Discounts.FirstOrDefault(each => each.Vendor == vendor)?.Share.Value ?? 0,
            (given, share) => given with
            {
                Scenario = given.Scenario with
                {
                    Discounts =
                    [
                        .. given.Scenario.Discounts.Where(each => each.Vendor != vendor),
                        .. share == 0 ? [] : new[] { new StreetDiscount(vendor, new Fraction(share), "what-if", given.Scenario.AsOf, new SourcePlace(name)) },
                    ],
                },
            },
            MovesVms(inputs, [.. inputs.Prices.Rows.Where(row => row.Vendor == vendor).Select(row => row.Id)]),
            UsualValues.Discount);
    }

    /// <summary>What one unit of a product is offered for, in the currency of the quote it has, else of its list price, else of the scenario.</summary>
    public static CaseKey? Quote(CaseInputs inputs, string product)
    {
        if (!inputs.Prices.Knows(product))
        {
            return null;
        }

        var name = $"quote.{product}";
        var currency = Quoted(inputs)?.Price.Currency ?? inputs.Prices.Find(product, inputs.Scenario.AsOf)?.Price?.Currency ?? inputs.Scenario.Currency;
        return new NumberSetting(
            name,
            Message.Of("key.quote", ("product", NameOf(inputs, product))),
            Message.Of("unit.price", ("currency", currency.Code)),
            new AssumptionBounds(0, DearestUnit),
            Now,
            (given, amount) => given with
            {
                Scenario = given.Scenario with
                {
                    Quotes =
                    [
                        .. given.Scenario.Quotes.Where(each => each.Product != product),
                        new Quote(product, new Money(amount, currency), given.Scenario.AsOf, "what-if", new SourcePlace(name)),
                    ],
                },
            },
            MovesVms(inputs, product),
            UsualValues.ToTwice(Now(inputs)));

        decimal? Now(CaseInputs given) => Quoted(given)?.Price.Amount ?? given.Prices.Find(product, given.Scenario.AsOf)?.Price?.Amount;

        Quote? Quoted(CaseInputs given) => given.Scenario.Quotes.FirstOrDefault(each => each.Product == product);
    }

    /// <summary>
    /// Where the cheapest hosts are looked for, all prices move VMs; those of Red Hat's editions also say which guests are worth keeping to a few hosts.
    /// </summary>
    private static bool MovesVms(CaseInputs inputs, params ImmutableArray<string> products) => AssumptionKeys.PricesMoveVms(inputs)
        || (inputs.Scenario.RedHat is { } editions && (products.Contains(editions.Server) || products.Contains(editions.Datacenter)));

    private static string NameOf(CaseInputs inputs, string product) =>
        (inputs.Prices.Find(product, inputs.Scenario.AsOf) ?? inputs.Prices.RowsOf(product)[^1]).Product;

    private static bool IsFor(CaseInputs inputs, Quote quote, string product) =>
        quote.Product == product || (inputs.Prices.Knows(quote.Product) && inputs.Prices.RowsOf(quote.Product).Any(row => row.InsteadOf == product));
}
