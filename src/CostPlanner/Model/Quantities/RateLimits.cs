namespace CostPlanner.Model;

/// <summary>The limits within which a rate of return per period means anything.</summary>
public static class RateLimits
{
    /// <summary>The lowest rate: nearly all is lost in one period.</summary>
    public const decimal Lowest = -0.99m;

    /// <summary>The highest rate: a hundred times the stake in one period; twelve such periods still make a number that can be counted.</summary>
    public const decimal Highest = 100m;
}
