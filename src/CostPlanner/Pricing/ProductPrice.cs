using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>What one unit of a product costs on the scenario's day: the user's quote, else the list price, else a hole.</summary>
/// <param name="Row">The row that tells how the product is counted; the row of the day where there is one.</param>
/// <param name="List">The list price, or null.</param>
/// <param name="Paid">The price paid, or null for a hole.</param>
/// <param name="Provenance">Where the price paid comes from.</param>
/// <param name="Hole">Why there is no price, or null.</param>
public sealed record ProductPrice(PriceRow Row, Money? List, Money? Paid, Provenance Provenance, string? Hole)
{
    /// <summary>The price of a product that the price book knows; throws for an unknown id, which the scenario's check refuses.</summary>
    public static ProductPrice Of(CostBasis basis, string product)
    {
        var day = basis.Scenario.AsOf;
        var valid = basis.Prices.Find(product, day);
        var row = valid ?? basis.Prices.RowsOf(product).MaxBy(each => each.ValidFrom)!;
        var list = valid?.Price ?? (valid?.Kind == LicenceKind.Free ? Money.Zero(basis.Scenario.Currency) : null);
        if (basis.Scenario.Quotes.FirstOrDefault(quote => quote.Product == product) is { } quote)
        {
            var from = new Provenance($"the user's quote from {quote.From}", $"{quote.Date:yyyy-MM-dd}", Grade.A, quote.Place.ToString());
            return new ProductPrice(row, list, quote.Price, from, null);
        }

        var hole = list is not null ? null
            : valid is null ? $"no price of {row.Product} is known for {day:yyyy-MM-dd}"
            : $"no published price of {row.Product} was found; enter a quote";
        return new ProductPrice(row, list, list, row.Provenance, hole);
    }
}
