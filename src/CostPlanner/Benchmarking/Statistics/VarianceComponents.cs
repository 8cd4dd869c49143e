namespace CostPlanner.Benchmarking.Statistics;

/// <summary>Where the scatter comes from: between boots, or between measurements of one boot. It says whether more boots or longer ones help.</summary>
/// <param name="Within">Standard deviation within a boot.</param>
/// <param name="Between">Standard deviation between boots, without what scatter within them adds; 0 where boots differ no more than that.</param>
/// <param name="Correlation">The share of the variance that lies between boots (ICC), 0 to 1; null where nothing scatters.</param>
/// <param name="Boots">How many boots.</param>
public sealed record VarianceComponents(double Within, double Between, double? Correlation, int Boots)
{
    /// <summary>By a one-way analysis of variance with random boots; null for fewer than two boots, or where no boot has two figures.</summary>
    /// <param name="boots">The figures of each boot, at least one each.</param>
    public static VarianceComponents? Of(IReadOnlyList<IReadOnlyList<double>> boots)
    {
        var n = boots.Sum(boot => boot.Count);
        if (boots.Count < 2 || n <= boots.Count)
        {
            return null;
        }

        var grand = boots.Sum(boot => boot.Sum()) / n;
        var means = boots.Select(boot => Moments.Of(boot).Mean).ToArray();
        var between = boots.Select((boot, i) => boot.Count * (means[i] - grand) * (means[i] - grand)).Sum() / (boots.Count - 1);
        var within = boots.Select((boot, i) => boot.Sum(each => (each - means[i]) * (each - means[i]))).Sum() / (n - boots.Count);

        // Boots of unequal size count as so many of this size.
        var size = (n - (boots.Sum(boot => (double)boot.Count * boot.Count) / n)) / (boots.Count - 1);
        var variance = Math.Max(0, (between - within) / size);
        var all = variance + within;
        return new VarianceComponents(Math.Sqrt(within), Math.Sqrt(variance), all == 0 ? null : variance / all, boots.Count);
    }
}
