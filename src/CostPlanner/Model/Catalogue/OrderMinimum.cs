namespace CostPlanner.Model;

/// <summary>Which orders are held to a vendor's minimum, where the price book has a product with the minimum beside the one without.</summary>
/// <remarks>Sources disagree on whether the minimum of 72 cores is in force, and for whom; so it is the user's switch.</remarks>
public enum OrderMinimum
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Orders of products that today's contract does not cover.</summary>
    NewOrders,

    /// <summary>Every order.</summary>
    AllOrders,
}
