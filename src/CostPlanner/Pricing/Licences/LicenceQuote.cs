using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>What a product costs for totals only: so many equal hosts for so many years.</summary>
/// <param name="Row">The row that was used.</param>
/// <param name="Quantity">The units and the rule.</param>
/// <param name="PerPeriod">The amount of one period of the product's kind, or null where there is none.</param>
/// <param name="Total">The amount for the whole term, support of a perpetual licence included; null where there is none.</param>
/// <param name="Hole">Why there is no amount, or null: no price is known, or the product may not be used for such an estate.</param>
public sealed record LicenceQuote(PriceRow Row, LicenceQuantity Quantity, Money? PerPeriod, Money? Total, Message? Hole)
{
    /// <summary>What a buyer for fewer years than the price is offered for should know; null where the term is not longer, or not stated.</summary>
    public Message? Term { get; init; }

    /// <summary>The quote at list price on a day, in the price's own currency, exact; null for a product that the book does not know.</summary>
    /// <param name="prices">The price book.</param>
    /// <param name="product">The product's id.</param>
    /// <param name="day">The day of the price.</param>
    /// <param name="estate">What is licensed.</param>
    /// <param name="years">Years, 1 and above.</param>
    /// <param name="orderMinimum">Whether the order is held to the vendor's minimum, where the book has a product with one.</param>
    /// <param name="forGuests">Whether VMs are to be covered by it, and not the hosts themselves.</param>
    public static LicenceQuote? Of(
        PriceBook prices, string product, DateOnly day, LicensedEstate estate, int years, bool orderMinimum = false, bool forGuests = false) =>
        Priced(prices, product, day, estate, years, orderMinimum, forGuests) is { } quote ? quote with { Term = TermBeyond(quote.Row, years) } : null;

    private static LicenceQuote? Priced(PriceBook prices, string product, DateOnly day, LicensedEstate estate, int years, bool orderMinimum, bool forGuests)
    {
        if (!prices.Knows(product))
        {
            return null;
        }

        var minimum = orderMinimum ? prices.InsteadOf(product, day) : null;
        var valid = minimum ?? prices.Find(product, day);
        var row = valid ?? prices.RowsOf(product).MaxBy(each => each.ValidFrom)!;
        var quantity = ProductLines.Quantity(row.Rule, estate, forGuests, years, new CaseCache());
        quantity = minimum is null ? quantity : quantity with { Rule = Clauses.With(quantity.Rule, ProductPrice.MinimumOf(minimum)) };
        if (quantity.Refusal is { } refusal)
        {
            return new LicenceQuote(row, quantity, null, null, Message.Of("hole.refused", ("product", row.Product), ("refusal", refusal)));
        }

        // What is not needed costs nothing, whatever it would cost.
        var price = valid?.Price ?? (quantity.Units == 0 ? Money.Zero(Currency.Euro) : null);
        if (price is null && valid?.Kind != LicenceKind.Free)
        {
            var why = valid is null
                ? Message.Of("hole.none-on-day", ("product", row.Product), ("day", day))
                : Message.Of("hole.none-published.quote", ("product", row.Product));
            return new LicenceQuote(row, quantity, null, null, why);
        }

        var period = (price ?? Money.Zero(Currency.Euro)) * quantity.Units;
        return new LicenceQuote(row, quantity, period, period * Periods(row, years), null);
    }

    /// <summary>What a buyer for fewer years than the price is offered for should know; null where the term is not longer, or not stated.</summary>
    /// <param name="row">The row.</param>
    /// <param name="years">The years asked for.</param>
    private static Message? TermBeyond(PriceRow row, int years) => row.TermYears is { } term && term > years
        ? Message.Of("term.beyond", ("term", term), ("years", years))
        : null;

    /// <summary>Prices of one unit that a term comes to: years, months, or a perpetual licence once with support every year.</summary>
    internal static decimal Periods(PriceRow row, int years) => row.Kind switch
    {
        LicenceKind.Perpetual => 1 + ((row.Support?.Value ?? 0) * years),
        LicenceKind.SubscriptionMonthly => Duration.MonthsPerYear * years,
        _ => years,
    };
}
