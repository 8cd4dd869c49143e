using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Guests;

/// <summary>Licences that are owned already are counted first; only the rest is bought.</summary>
/// <remarks>Bought = needed - owned, and never less than nothing. What is owned brings its support with it: that is not paid again either.</remarks>
internal static class OwnedUnits
{
    /// <summary>Whether anything of one of two products is owned.</summary>
    public static bool Any(CostBasis basis, string one, string other) => basis.Scenario.Owned.Has(one) || basis.Scenario.Owned.Has(other);

    /// <summary>The units of a product that are bought of those that are needed.</summary>
    public static decimal Bought(CostBasis basis, string product, decimal needed) =>
        needed - basis.Scenario.Owned.Cover(product, ProductPrice.Of(basis, product).Row.Rule, needed);

    /// <summary>A line for what is bought beside what is owned; as it is where nothing of its product is.</summary>
    public static CostLine Beyond(CostBasis basis, CostLine line)
    {
        if (line.IsRefused || line.Product is not { } product || !basis.Scenario.Owned.Has(product))
        {
            return line;
        }

        var bought = Bought(basis, product, line.Quantity);
        return line with
        {
            Quantity = bought,
            Hole = bought == 0 ? null : line.Hole,
            Rule = Clauses.With(line.Rule, Message.Of("rule.owned", ("needed", line.Quantity), ("owned", line.Quantity - bought), ("bought", bought))),
        };
    }
}
