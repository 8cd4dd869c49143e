namespace CostPlanner.Model;

/// <summary>What a vendor offered this user for one unit of a product; it takes the place of the list price.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Price">The price of one unit for one period of the product's kind.</param>
/// <param name="Date">The day of the quote.</param>
/// <param name="From">Who gave it.</param>
/// <param name="Place">Where in the scenario it stands.</param>
public sealed record Quote(string Product, Money Price, DateOnly Date, string From, SourcePlace Place);
