using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>What one unit of a product costs over the horizon, to choose between products that serve the same.</summary>
internal static class UnitCost
{
    /// <summary>
    /// price × periods of the horizon, support of a perpetual licence included, in the scenario's currency, not rounded; null where the price or the
    /// exchange rate is missing.
    /// </summary>
    public static decimal? Of(CostBasis basis, string product)
    {
        var price = ProductPrice.Of(basis, product);
        return price.Paid is { } paid && basis.Convert(paid) is { } converted
            ? converted.Amount.Amount * LicenceQuote.Periods(price.Row, basis.Scenario.HorizonYears)
            : null;
    }

    /// <summary>The product's units for an estate at that cost; null where the price is missing, and where the product may not be used.</summary>
    public static decimal? Of(CostBasis basis, string product, LicensedEstate estate) =>
        LicenceMetrics.Count(ProductPrice.Of(basis, product).Row.Rule, estate, basis.Cache) is { Refusal: null } quantity
            ? Of(basis, product) * quantity.Units
            : null;
}
