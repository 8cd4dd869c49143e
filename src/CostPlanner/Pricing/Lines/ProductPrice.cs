using CostPlanner.Model;

namespace CostPlanner.Pricing.Lines;

/// <summary>
/// What one unit of a product costs on the scenario's day: the user's quote, else the list price less what the vendor takes off, else a hole.
/// </summary>
/// <param name="Row">The row that tells how the product is counted; the row of the day where there is one.</param>
/// <param name="List">The list price, or null.</param>
/// <param name="Paid">The price paid, or null for a hole.</param>
/// <param name="Provenance">Where the price paid comes from.</param>
/// <param name="Hole">Why there is no price, or null.</param>
public sealed record ProductPrice(PriceRow Row, Money? List, Money? Paid, Provenance Provenance, Message? Hole)
{
    /// <summary>What a cost line's rule says of the price beside the reckoning, or null: a discount, a minimum of the order.</summary>
    public Message? Remark { get; init; }

    /// <summary>The price of a product that the price book knows; throws for an unknown id, which the scenario's check refuses.</summary>
    public static ProductPrice Of(CostBasis basis, string product) => basis.PriceOf(product);

    /// <summary>The same, looked up anew.</summary>
    internal static ProductPrice Asked(CostBasis basis, string product)
    {
        var day = basis.Scenario.AsOf;
        var stands = basis.Prices.InsteadOf(product, day);
        var minimum = IsHeldToMinimum(basis, product, stands) ? stands : null;
        var valid = minimum ?? basis.Prices.Find(product, day);
        var row = valid ?? basis.Prices.RowsOf(product).MaxBy(each => each.ValidFrom)!;
        var list = valid?.Price ?? (valid?.Kind == LicenceKind.Free ? Money.Zero(basis.Scenario.Currency) : null);
        var remark = minimum is null ? null : MinimumOf(minimum);
        if ((QuoteFor(basis.Scenario, row.Id) ?? QuoteFor(basis.Scenario, product)) is { } quote)
        {
            var from = new Provenance(Message.Of("source.quote", ("from", quote.From)), $"{quote.Date:yyyy-MM-dd}", Grade.A, quote.Place.ToString());
            return new ProductPrice(row, list, quote.Price, from, null) { Remark = remark };
        }

        var hole = list is not null ? null
            : valid is null ? Message.Of("hole.none-on-day", ("product", row.Product), ("day", day))
            : Message.Of("hole.none-published", ("product", row.Product));
        return Discounted(basis.Scenario, new ProductPrice(row, list, list, row.Provenance, hole) { Remark = remark });
    }

    /// <summary>What a line's rule says of a row that stands in for another because of its minimum.</summary>
    internal static Message MinimumOf(PriceRow row) => Message.Of("rule.minimum", ("product", row.Id));

    /// <summary>A price of 0 stays as it is, and a placeholder stays one: the discount is known, what it is taken from is not.</summary>
    private static ProductPrice Discounted(Scenario scenario, ProductPrice price)
    {
        if (price.List is not { Amount: > 0 } list || scenario.Discounts.FirstOrDefault(each => each.Vendor == price.Row.Vendor) is not { } discount)
        {
            return price;
        }

        var said = Message.Of("rule.discount", ("share", discount.Share), ("from", discount.From), ("day", discount.Date));
        var source = Clauses.With(price.Provenance.Source, Message.Of("source.discount", ("place", discount.Place.ToString())));
        return price with { Paid = discount.Off(list), Provenance = price.Provenance with { Source = source }, Remark = Clauses.Of(price.Remark, said) };
    }

    /// <summary>Whether buying a product renews what today's contract covers: one of its products, or the same edition for another term.</summary>
    internal static bool IsRenewal(CostBasis basis, string product) =>
        basis.Scenario.Contract is { } contract && contract.Products.Any(held => basis.Prices.AreAlike(held, product));

    private static bool IsHeldToMinimum(CostBasis basis, string product, PriceRow? stands) => basis.Scenario.OrderMinimum switch
    {
        OrderMinimum.Off => false,
        OrderMinimum.NewOrders => !(IsRenewal(basis, product) || (stands is not null && IsRenewal(basis, stands.Id))),
        OrderMinimum.AllOrders => true,
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis.Scenario.OrderMinimum, "not a kind of order minimum"),
    };

    private static Quote? QuoteFor(Scenario scenario, string product) => scenario.Quotes.FirstOrDefault(quote => quote.Product == product);
}
