namespace CostPlanner.Model;

/// <summary>What a vendor takes off the list prices of all its products for this user; a quote for one of them wins over it.</summary>
/// <param name="Vendor">The vendor, as the price book spells it.</param>
/// <param name="Share">The part of the list price that is not paid, below 1.</param>
/// <param name="From">Who offered it.</param>
/// <param name="Date">The day of the offer.</param>
/// <param name="Place">Where in the scenario it stands.</param>
public sealed record StreetDiscount(string Vendor, Fraction Share, string From, DateOnly Date, SourcePlace Place)
{
    /// <summary>The part of the list price that is not paid, below 1.</summary>
    public Fraction Share { get; } = Share.Value < 1
        ? Share
        : throw new ArgumentOutOfRangeException(nameof(Share), Share.Value, "a discount is below 1");

    /// <summary>What is paid where the list price is that.</summary>
    public Money Off(Money list) => list * (1 - Share.Value);
}
