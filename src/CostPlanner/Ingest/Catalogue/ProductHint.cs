using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>What product the user probably meant.</summary>
public static class ProductHint
{
    /// <summary>". Did you mean "x"?" or nothing.</summary>
    public static string For(string product, PriceBook prices) => NearestName.Hint(product, prices.Ids);
}
