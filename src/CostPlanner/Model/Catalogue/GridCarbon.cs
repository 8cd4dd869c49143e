using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The carbon intensity of a place's electricity in one year.</summary>
/// <param name="Place">The place, as a scenario names it: "EU", "Germany".</param>
/// <param name="Year">The year.</param>
/// <param name="Intensity">The average of the year.</param>
/// <param name="Basis">What is counted, in words: "production, lifecycle".</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record GridFactor(string Place, int Year, CarbonIntensity Intensity, string Basis, Provenance Provenance)
{
    /// <summary>The last day that it speaks of.</summary>
    public DateOnly LastDay => new DateOnly(Year, 1, 1).AddYears(1).AddDays(-1);
}

/// <summary>Carbon intensities of electricity by place and year.</summary>
public sealed record GridCarbon
{
    /// <summary>The place that a scenario means when it names none.</summary>
    public const string DefaultPlace = "EU";

    private readonly ImmutableArray<GridFactor> newestFirst;

    /// <summary>A table of those factors.</summary>
    public GridCarbon(ImmutableArray<GridFactor> factors) =>
        newestFirst = [.. factors.OrderByDescending(factor => factor.Year).ThenBy(factor => factor.Place, StringComparer.Ordinal)];

    /// <summary>A table without any factor.</summary>
    public static GridCarbon Empty { get; } = new([]);

    /// <summary>All factors, the newest year first.</summary>
    public ImmutableArray<GridFactor> All => newestFirst;

    /// <summary>The places of the table, in alphabetical order.</summary>
    public ImmutableArray<string> Places => [.. newestFirst.Select(factor => factor.Place).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The place's factor of the latest year that is not after the day's; null where there is none.</summary>
    public GridFactor? Find(string place, DateOnly day) => newestFirst.FirstOrDefault(factor => factor.Place == place && factor.Year <= day.Year);
}
