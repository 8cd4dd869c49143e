using System.Collections.Immutable;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>Products of a platform that are ordered together.</summary>
internal static class PlatformOrder
{
    /// <summary>
    /// The products with the estate that each sees: what is bought by the core is known to the others, so that storage which comes with cores comes with
    /// those of the order's minimum too.
    /// </summary>
    public static IEnumerable<(string Product, LicensedEstate Estate)> Of(CostBasis basis, ImmutableArray<string> products, LicensedEstate estate)
    {
        if (!products.Any(CountsStorage))
        {
            return products.Select(product => (product, estate));
        }

        var bought = products
            .Select(product => ProductPrice.Of(basis, product).Row.Rule)
            .Where(rule => LicenceMetrics.BringsStorage(rule))
            .Select(rule => (decimal?)(LicenceMetrics.Count(rule, estate, basis.Cache).Units * rule.Parameter("cores-per-unit", 1)))
            .Max();
        var order = estate with { CoresBought = bought };
        return products.Select(product => (product, CountsStorage(product) ? order : estate));

        bool CountsStorage(string product) => LicenceMetrics.CountsStorage(ProductPrice.Of(basis, product).Row.Rule);
    }
}
