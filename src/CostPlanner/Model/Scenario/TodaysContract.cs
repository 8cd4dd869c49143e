using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What is paid for the platform of today, and until when.</summary>
/// <remarks>
/// Every option pays it to its end: it is owed whatever is decided. Options that leave pay it on while VMs still run on the platform of today.
/// </remarks>
public sealed record TodaysContract
{
    /// <summary>The contract in the user's words.</summary>
    public required string Name { get; init; }

    /// <summary>Ids of the products that it covers; buying one of these again is a renewal, any other a new order.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>The last day that is covered; null where nobody says: then no day is taken as covered.</summary>
    public required DateOnly? Ends { get; init; }

    /// <summary>What a year of it costs, paid in advance on the day after each anniversary of its end; null where nobody says.</summary>
    public required Money? PerYear
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value?.Amount ?? 0, nameof(PerYear));
            field = value;
        }
    }

    /// <summary>Whether the licences are owned, so that the yearly amount is their support; otherwise they end with the contract.</summary>
    public bool IsPerpetual { get; init; }

    /// <summary>Months before its end by which it must be given notice, or it runs on for <see cref="RenewalMonths"/>; 0 where it ends by itself.</summary>
    public int NoticeMonths
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(NoticeMonths));
            field = value;
        }
    }

    /// <summary>Months that it is prolonged by at a time, 1 and above.</summary>
    public int RenewalMonths
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(RenewalMonths));
            field = value;
        }
    } = Duration.MonthsPerYear;

    /// <summary>What was once paid for licences that are owned: sunk, printed, and in no total; null where not said.</summary>
    public Money? PaidOnce { get; init; }

    /// <summary>Where in the scenario it stands.</summary>
    public required SourcePlace Place { get; init; }
}
