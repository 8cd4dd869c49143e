namespace CostPlanner.Model;

/// <summary>The lengths of time that the model counts in.</summary>
public static class Duration
{
    /// <summary>Months in a year.</summary>
    public const int MonthsPerYear = 12;

    /// <summary>Hours in a year of 365 days.</summary>
    public const int HoursPerYear = 8760;
}
