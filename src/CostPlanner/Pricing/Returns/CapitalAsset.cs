using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>Something bought that serves for longer than a month.</summary>
public sealed record CapitalAsset
{
    /// <summary>An asset; throws where the month is below 0, the life below 1 month, or the sale before the purchase.</summary>
    /// <param name="month">The month in which it is paid and begins to serve; 0 is the first.</param>
    /// <param name="price">What is paid, in whole units of the currency.</param>
    /// <param name="lifeMonths">Months over which the books spread the price.</param>
    /// <param name="sale">When it is sold and for how much; null where it is kept.</param>
    public CapitalAsset(int month, Money price, int lifeMonths, AssetSale? sale = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(month);
        ArgumentOutOfRangeException.ThrowIfLessThan(lifeMonths, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sale?.Month ?? month, month, nameof(sale));
        (Month, Price, LifeMonths, Sale) = (month, price, lifeMonths, sale);
    }

    /// <summary>The month in which it is paid and begins to serve.</summary>
    public int Month { get; }

    /// <summary>What is paid.</summary>
    public Money Price { get; }

    /// <summary>Months over which the books spread the price.</summary>
    public int LifeMonths { get; }

    /// <summary>When it is sold and for how much; null where it is kept.</summary>
    public AssetSale? Sale { get; }
}

/// <summary>The sale of an asset.</summary>
/// <param name="Month">The month: 0 is the first.</param>
/// <param name="Amount">What comes in, in whole units of the currency; 0 where it is scrapped.</param>
public sealed record AssetSale(int Month, Money Amount);
