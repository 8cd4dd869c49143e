using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>Why there is no month of payback.</summary>
public enum NoPayback
{
    /// <summary>What the option has saved so far is never above 0 for good: it has not paid for itself by the end of the horizon.</summary>
    Never,

    /// <summary>What it has saved so far changes its sign more than once, so that no one month is the month of payback.</summary>
    SeveralChanges,
}

/// <summary>When an option has paid for itself, or why there is no such month; one of the two, never both.</summary>
/// <remarks>
/// Definition, undiscounted: with S(m) = Σ (baseline − option) up to month m, an option that is never behind (no S below 0) has paid back at once. Else
/// there is a month of payback where S changes its sign exactly once, zeros left out, from below 0 to above: the first month after the last one with S
/// below 0. The same one change of S is what Norstrom's rule asks for a single rate of return above 0 (<see cref="InternalRate"/>).
/// </remarks>
public sealed record Payback
{
    private Payback(int? month, NoPayback? why, int changes) => (Month, Why, Changes) = (month, why, changes);

    /// <summary>The month, 0 the first; 0 also for what is never behind. Null where there is none.</summary>
    public int? Month { get; }

    /// <summary>Why there is no month, or null.</summary>
    public NoPayback? Why { get; }

    /// <summary>How often what is saved so far changes its sign.</summary>
    public int Changes { get; }

    /// <summary>Whether the option is never behind, so that there is nothing to pay back.</summary>
    public bool IsAtOnce => Month == 0;

    /// <summary>Why there is no month, as the rest of a sentence about the option; null where there is one.</summary>
    public Message? Words => Why switch
    {
        NoPayback.Never => Message.Of("payback.never"),
        NoPayback.SeveralChanges => Message.Of("payback.several", ("changes", Changes)),
        _ => null,
    };

    /// <summary>When what is paid for an option has come to no more than what is paid for the baseline.</summary>
    /// <param name="baseline">What the baseline pays in each month.</param>
    /// <param name="option">What the option pays in each month of the same horizon.</param>
    public static Payback Of(ImmutableArray<Money> baseline, ImmutableArray<Money> option)
    {
        var saved = 0m;
        var signs = new int[baseline.Length];
        for (var month = 0; month < signs.Length; month++)
        {
            saved += baseline[month].Amount - option[month].Amount;
            signs[month] = Math.Sign(saved);
        }

        var (changes, lastBehind) = (SignChanges.Of(signs), Array.LastIndexOf(signs, -1));
        return lastBehind < 0 ? new Payback(0, null, changes)
            : changes > 1 ? new Payback(null, NoPayback.SeveralChanges, changes)
            : changes == 1 && signs.First(sign => sign != 0) < 0 ? new Payback(lastBehind + 1, null, changes)
            : new Payback(null, NoPayback.Never, changes);
    }

    /// <summary>The month alone.</summary>
    public static int? MonthOf(ImmutableArray<Money> baseline, ImmutableArray<Money> option) => Of(baseline, option).Month;
}
