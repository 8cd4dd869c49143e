using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Studies.Runway;

/// <summary>What a growth is known from.</summary>
public enum GrowthSource
{
    /// <summary>The yearly rate of the scenario, or of the data folder.</summary>
    Rate,

    /// <summary>The trend of dated snapshots.</summary>
    Snapshots,
}

/// <summary>The yearly growth of a dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Low">The growth that the true one is below with a probability of 10 %.</param>
/// <param name="Middle">With 50 %.</param>
/// <param name="High">With 90 %.</param>
/// <param name="Trend">The fit; null where it is a rate.</param>
public sealed record DimensionGrowth(Dimension Dimension, decimal Low, decimal Middle, decimal High, LogTrend? Trend);

/// <summary>How a pool's need goes on.</summary>
/// <param name="Source">What it is known from.</param>
/// <param name="Growths">The yearly growth of each dimension that is needed.</param>
/// <param name="At">The need at the end of so many months, for each unit of today's, that is not passed with that probability.</param>
public sealed record GrowthOutlook(GrowthSource Source, ImmutableArray<DimensionGrowth> Growths, Func<int, double, GrowthFactors> At)
{
    /// <summary>The probabilities that are told: few futures, half of them, most of them need no more.</summary>
    public static readonly ImmutableArray<double> Shares = [0.1, 0.5, 0.9];

    private const int Decimals = 9;

    /// <summary>The outlook of a yearly rate: (1 + rate) ^ (months ÷ 12), the same for all dimensions.</summary>
    /// <param name="quantile">The rate that the true one is below with a probability.</param>
    public static GrowthOutlook OfRate(Func<double, double> quantile)
    {
        var rates = Shares.Select(share => Exact(quantile(share))).ToList();
        return new GrowthOutlook(GrowthSource.Rate, [.. PoolNeed.Dimensions.Select(each => new DimensionGrowth(each, rates[0], rates[1], rates[2], null))], At);

        GrowthFactors At(int months, double share)
        {
            var factor = Factor(Math.Pow(1 + quantile(share), (double)months / Duration.MonthsPerYear));
            return new GrowthFactors(factor, factor, factor);
        }
    }

    /// <summary>
    /// The outlook of what was seen on several days; null where CPU and memory were seen on fewer than three. Today is what the inventory says; from the
    /// first month on the trend counts. All dimensions are taken at the same probability, as if they moved together.
    /// </summary>
    /// <param name="seen">What the pool needed on those days.</param>
    /// <param name="today">What it needs now, counted in the same way.</param>
    /// <param name="from">The day that months are counted from.</param>
    public static GrowthOutlook? OfSnapshots(ImmutableArray<(DateOnly Day, PoolNeed Need)> seen, PoolNeed today, DateOnly from)
    {
        var trends = PoolNeed.Dimensions.ToImmutableDictionary(dimension => dimension, dimension => today.Of(dimension) == 0
            ? null
            : LogTrend.Of([.. seen.Select(each => (Years(from, each.Day), (double)each.Need.Of(dimension)))]));
        return trends[Dimension.Cpu] is null || trends[Dimension.Memory] is null
            ? null
            : new GrowthOutlook(
                GrowthSource.Snapshots, [.. PoolNeed.Dimensions.Where(each => trends[each] is not null).Select(each => Growth(each, trends[each]!))], At);

        GrowthFactors At(int months, double share) => months == 0
            ? GrowthFactors.None
            : new GrowthFactors(Of(Dimension.Cpu, months, share), Of(Dimension.Memory, months, share), Of(Dimension.LocalStorage, months, share));

        decimal Of(Dimension dimension, int months, double share) => trends[dimension] is { } trend
            ? Factor(trend.At(Years(from, from.AddMonths(months)), share) / (double)today.Of(dimension))
            : 1;
    }

    private static DimensionGrowth Growth(Dimension dimension, LogTrend trend) =>
        new(dimension, Exact(trend.YearlyGrowth(Shares[0])), Exact(trend.YearlyGrowth(Shares[1])), Exact(trend.YearlyGrowth(Shares[2])), trend);

    /// <summary>Years from one day to another, of 365.25 days.</summary>
    private static double Years(DateOnly from, DateOnly day) => (day.DayNumber - from.DayNumber) / 365.25;

    /// <summary>A factor; what is beyond the most that demand may grow stands for more than any host has.</summary>
    private static decimal Factor(double value) => Exact(Math.Min(value, (double)AssumptionBounds.MostGrowth));

    /// <summary>Cut to digits that no machine reckons differently.</summary>
    private static decimal Exact(double value) => decimal.Round((decimal)Math.Min(value, (double)AssumptionBounds.MostGrowth), Decimals);
}
