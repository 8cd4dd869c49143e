namespace CostPlanner.Placement.VectorPacking;

/// <summary>
/// Amounts of a dimension counted in whole steps: what a bin has beyond its last whole step is of no use to sizes that are themselves of whole steps.
/// </summary>
/// <remarks>
/// A dual feasible function (Fekete and Schepers, New classes of fast lower bounds for bin packing problems, 2001): where sizes fit into a bin together, their
/// steps, each rounded down, fit into the bin's steps, rounded down; so a sum of steps bounds as a sum of sizes does. A step is (capacity + 1) / (steps + 1).
/// Where all sizes are multiples of a grain, capacity / grain steps give what rounding the capacity down to the grain gives; where few large sizes share a bin,
/// or each has a little overhead beside the grain, other steps give more.
/// </remarks>
/// <param name="Steps">How many steps a bin of that capacity has, 1 or more.</param>
/// <param name="Capacity">The capacity that is divided.</param>
internal sealed record SizeSteps(int Steps, int Capacity)
{
    /// <summary>An amount in whole steps.</summary>
    public long Of(long amount) => Of(amount, Steps, Capacity);

    private static long Of(long amount, int steps, int capacity) => amount * (steps + 1) / (capacity + 1L);

    /// <summary>How many bins so many steps need at least.</summary>
    public long Bins(long steps) => (steps + Steps - 1) / Steps;

    /// <summary>The steps in which the sizes need most of a bin, and how many they are; null where no steps need more than the sizes themselves.</summary>
    /// <param name="capacity">What a bin holds.</param>
    /// <param name="sizes">The sizes, each with its number of copies.</param>
    public static (SizeSteps Steps, long Needed)? Best(int capacity, IReadOnlyDictionary<int, long> sizes)
    {
        var most = Math.Min(capacity, Math.Min(Tuning.MostSteps, Tuning.LooksForSteps / Math.Max(1, sizes.Count)));
        var share = capacity == 0 ? 0 : sizes.Sum(each => (double)each.Key * each.Value) / capacity;
        var (amounts, copies) = (sizes.Keys.ToArray(), sizes.Values.ToArray());
        (int Count, long Needed)? best = null;
        for (var count = 1; count <= most; count++)
        {
            var needed = 0L;
            for (var size = 0; size < amounts.Length; size++)
            {
                needed += Of(amounts[size], count, capacity) * copies[size];
            }

            if ((double)needed / count > share + Tuning.LeastGain)
            {
                (share, best) = ((double)needed / count, (count, needed));
            }
        }

        return best is { } found ? (new SizeSteps(found.Count, capacity), found.Needed) : null;
    }
}
