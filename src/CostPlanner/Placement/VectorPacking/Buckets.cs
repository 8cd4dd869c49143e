namespace CostPlanner.Placement.VectorPacking;

/// <summary>Types of like shape together, in each bucket the heaviest first.</summary>
/// <remarks>A type's place is its level in each dimension; levels grow with the logarithm of the size, as finely as the number of buckets allows.</remarks>
internal sealed class Buckets
{
    private Buckets(int[] types, int[] start) => (Types, Start) = (types, start);

    /// <summary>All types, bucket after bucket.</summary>
    public int[] Types { get; }

    /// <summary>Where each bucket starts among the types, and after the last their number.</summary>
    public int[] Start { get; }

    public int Count => Start.Length - 1;

    public static Buckets Of(ItemTable table)
    {
        var logarithms = Logarithms(table);
        var (best, count) = (new int[table.Types], 1);
        foreach (var fineness in Tuning.Fineness)
        {
            var tried = new int[table.Types];
            if (Divide(table, logarithms, fineness, tried) is not { } divided)
            {
                break;
            }

            (best, count) = (tried, divided);
        }

        return Sorted(table, best, count);
    }

    private static float[] Logarithms(ItemTable table)
    {
        var logarithms = new float[table.Types * table.Dimensions];
        for (var at = 0; at < logarithms.Length; at++)
        {
            var capacity = table.Capacity[at % table.Dimensions];
            logarithms[at] = table.Sizes[at] == 0 ? -1 : MathF.Log2(((float)table.Sizes[at] * Tuning.LevelsOfShare / capacity) + 1);
        }

        return logarithms;
    }

    /// <summary>Fills the bucket of each type and says how many there are; null when there would be too many.</summary>
    private static int? Divide(ItemTable table, float[] logarithms, double fineness, int[] bucketOf)
    {
        var numbers = new Dictionary<long, int>();
        for (var type = 0; type < bucketOf.Length; type++)
        {
            var key = 0L;
            for (var d = 0; d < table.Dimensions; d++)
            {
                var logarithm = logarithms[(type * table.Dimensions) + d];
                var level = logarithm < 0 ? 0 : 1 + Math.Min(Tuning.MostLevels, (int)(fineness * logarithm));
                key = unchecked((key * (long)Tuning.SplitMixShiftFirst * Tuning.MostLevels) + level);
            }

            if (!numbers.TryGetValue(key, out bucketOf[type]))
            {
                if (numbers.Count == Tuning.Buckets)
                {
                    return null;
                }

                bucketOf[type] = numbers.Count;
                numbers.Add(key, bucketOf[type]);
            }
        }

        return numbers.Count;
    }

    private static Buckets Sorted(ItemTable table, int[] bucketOf, int count)
    {
        var start = new int[count + 1];
        foreach (var bucket in bucketOf)
        {
            start[bucket + 1]++;
        }

        for (var bucket = 0; bucket < count; bucket++)
        {
            start[bucket + 1] += start[bucket];
        }

        var types = new int[bucketOf.Length];
        var next = start.ToArray();
        for (var type = 0; type < bucketOf.Length; type++)
        {
            types[next[bucketOf[type]]++] = type;
        }

        var keys = Array.ConvertAll(types, type => -table.Weights[type]);
        for (var bucket = 0; bucket < count; bucket++)
        {
            Array.Sort(keys, types, start[bucket], start[bucket + 1] - start[bucket]);
        }

        return new Buckets(types, start);
    }
}
