namespace CostPlanner.Placement.VectorPacking;

/// <summary>The items of an instance as the search sees them: equal ones merged into one type, with a weight each.</summary>
/// <remarks>
/// Weight: the sum over dimensions of size / capacity, each times the mean share that all copies take of that dimension, so that
/// scarce dimensions count more (Panigrahy and others, Heuristics for Vector Bin Packing, 2011).
/// </remarks>
internal sealed class ItemTable
{
    public ItemTable(int[] capacity, int[] sizes, int[] counts, int[][]? groups, int[] groupLimits)
    {
        (Capacity, Sizes, Counts, Groups, GroupLimits) = (capacity, sizes, counts, groups, groupLimits);
        First = new int[counts.Length + 1];
        for (var type = 0; type < counts.Length; type++)
        {
            First[type + 1] = First[type] + counts[type];
        }

        TypeOf = new int[First[^1]];
        for (var type = 0; type < counts.Length; type++)
        {
            TypeOf.AsSpan(First[type], counts[type]).Fill(type);
        }

        Demand = new long[capacity.Length];
        for (var type = 0; type < counts.Length; type++)
        {
            for (var d = 0; d < capacity.Length; d++)
            {
                Demand[d] += (long)counts[type] * sizes[(type * capacity.Length) + d];
            }
        }

        Scarcity = new float[capacity.Length];
        for (var d = 0; d < capacity.Length; d++)
        {
            Scarcity[d] = Copies == 0 || capacity[d] == 0 ? 0 : (float)(Demand[d] / (double)Copies / capacity[d] / capacity[d]);
        }

        Weights = new float[counts.Length];
        for (var type = 0; type < counts.Length; type++)
        {
            for (var d = 0; d < capacity.Length; d++)
            {
                Weights[type] += Scarcity[d] * SizeOf(type)[d];
            }
        }
    }

    /// <summary>What a bin holds; where bins differ, what they hold on average.</summary>
    public int[] Capacity { get; }

    public int[] Sizes { get; }

    public int[] Counts { get; }

    /// <summary>For each type the groups that it belongs to; null when there are no groups at all.</summary>
    public int[][]? Groups { get; }

    public int[] GroupLimits { get; }

    /// <summary>The first copy of each type, and after the last type the number of copies.</summary>
    public int[] First { get; }

    /// <summary>The type of each copy.</summary>
    public int[] TypeOf { get; }

    /// <summary>The sum of all copies, by dimension.</summary>
    public long[] Demand { get; }

    /// <summary>What a unit of each dimension weighs.</summary>
    public float[] Scarcity { get; }

    /// <summary>The weight of each type.</summary>
    public float[] Weights { get; }

    public int Dimensions => Capacity.Length;

    public int Types => Counts.Length;

    public int Copies => First[^1];

    public ReadOnlySpan<int> SizeOf(int type) => Sizes.AsSpan(type * Capacity.Length, Capacity.Length);

    public ReadOnlySpan<int> GroupsOf(int type) => Groups is null ? [] : Groups[type];

    /// <summary>What all sizes of a dimension are multiples of; 1 where they are all 0.</summary>
    public int CommonDivisor(int d)
    {
        var divisor = 0;
        for (var type = 0; type < Types; type++)
        {
            for (var size = SizeOf(type)[d]; size != 0;)
            {
                (divisor, size) = (size, divisor % size);
            }
        }

        return Math.Max(1, divisor);
    }

    /// <summary>The types, those with the largest share of any dimension first.</summary>
    public int[] ByLargestShare() => Ordered(type =>
    {
        var size = SizeOf(type);
        var share = 0f;
        for (var d = 0; d < size.Length; d++)
        {
            share = Capacity[d] == 0 ? share : Math.Max(share, (float)size[d] / Capacity[d]);
        }

        return share;
    });

    /// <summary>The types, those with the largest weighted square of sizes first.</summary>
    public int[] ByWeightedSquare() => Ordered(type =>
    {
        var size = SizeOf(type);
        var sum = 0f;
        for (var d = 0; d < size.Length; d++)
        {
            sum += Capacity[d] == 0 ? 0 : Scarcity[d] * size[d] / Capacity[d] * size[d];
        }

        return sum;
    });

    /// <summary>A table of those types only of which the counts leave any, in the same order.</summary>
    public ItemTable Only(int[] counts)
    {
        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(type => counts[type] > 0)];
        var sizes = new int[kept.Length * Dimensions];
        for (var x = 0; x < kept.Length; x++)
        {
            SizeOf(kept[x]).CopyTo(sizes.AsSpan(x * Dimensions));
        }

        return new ItemTable(
            Capacity, sizes, [.. kept.Select(type => counts[type])], Groups is null ? null : [.. kept.Select(type => Groups[type])], GroupLimits);
    }

    private int[] Ordered(Func<int, float> key)
    {
        var keys = new float[Types];
        var types = new int[Types];
        for (var type = 0; type < types.Length; type++)
        {
            (keys[type], types[type]) = (-key(type), type);
        }

        Array.Sort(keys, types);
        return types;
    }
}
