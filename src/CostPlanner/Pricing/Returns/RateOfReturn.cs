using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>Why flows of money have no rate of return.</summary>
public enum NoRate
{
    /// <summary>Every flow is 0.</summary>
    NothingMoves,

    /// <summary>No flow goes out, so that there is nothing to earn a rate on.</summary>
    NothingInvested,

    /// <summary>No flow comes in.</summary>
    NothingReturned,

    /// <summary>The flows and their running sum change sign more than once, so that several rates may balance them.</summary>
    SeveralChanges,

    /// <summary>The one rate that balances the flows is outside of what is searched.</summary>
    OutOfRange,
}

/// <summary>The rate of return of flows of money, or why there is none; one of the two, never both.</summary>
public sealed record RateOfReturn
{
    private RateOfReturn(decimal? rate, NoRate? why, Message? words) => (Rate, Why, Words) = (rate, why, words);

    /// <summary>The rate as a share: 0.08 is 8 %; null where there is none.</summary>
    public decimal? Rate { get; }

    /// <summary>Why there is no rate, or null.</summary>
    public NoRate? Why { get; }

    /// <summary>Where there is no rate the reason; beside a rate what must be said with it, or null.</summary>
    public Message? Words { get; }

    /// <summary>A rate, and what must be said with it, or null.</summary>
    internal static RateOfReturn Of(decimal rate, Message? words = null) => new(rate, null, words);

    /// <summary>No rate, for that reason.</summary>
    internal static RateOfReturn None(NoRate why, Message words) => new(null, why, words);

    /// <summary>The same answer with the rate of another period.</summary>
    internal RateOfReturn In(Func<decimal, decimal> period) => Rate is { } rate ? Of(period(rate), Words) : this;
}
