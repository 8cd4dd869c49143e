namespace CostPlanner.Model;

/// <summary>The lengths of time that the model counts in.</summary>
public static class Duration
{
    /// <summary>Months in a year.</summary>
    public const int MonthsPerYear = 12;

    /// <summary>Hours in a year of 365 days.</summary>
    public const int HoursPerYear = 8760;

    /// <summary>Hours in a day.</summary>
    public const int HoursPerDay = 24;

    /// <summary>Hours in a week.</summary>
    public const int HoursPerWeek = 168;

    /// <summary>Weeks in a twelfth of a year of 365 days.</summary>
    public const decimal WeeksPerMonth = 365m / 7m / MonthsPerYear;

    /// <summary>Seconds in an hour.</summary>
    public const int SecondsPerHour = 3600;

    /// <summary>A week.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The shortest month.</summary>
    public static readonly TimeSpan ShortestMonth = TimeSpan.FromDays(28);

    /// <summary>The first Monday that can be counted from: 1970-01-05, 00:00 UTC.</summary>
    public static readonly DateTimeOffset FirstMonday = DateTimeOffset.UnixEpoch.AddDays(4);

    /// <summary>How many months, counted from a day, have begun by another: 0 where that lies before, 1 on the same day.</summary>
    public static int MonthsBegun(DateOnly from, DateOnly by)
    {
        var months = 0;
        while (months < Longest && from.AddMonths(months) <= by)
        {
            months++;
        }

        return months;
    }

    /// <summary>Months of the longest horizon that is counted to, and more: a hundred years.</summary>
    private const int Longest = 1200;
}
