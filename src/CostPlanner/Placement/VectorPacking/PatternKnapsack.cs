namespace CostPlanner.Placement.VectorPacking;

/// <summary>Finds the fill of one bin that is worth most, when each type has a worth, over all states that a bin can be in.</summary>
/// <remarks>Copies of a type are not limited to those there are: a bin may seem worth more than it is, which only lowers bounds.</remarks>
internal sealed class PatternKnapsack
{
    private readonly ItemTable table;
    private readonly int[] capacity;
    private readonly int[][] sizes;
    private readonly int[] step;
    private readonly int states;

    private PatternKnapsack(ItemTable table, int[] capacity, int[][] sizes, int[] step, int states) =>
        (this.table, this.capacity, this.sizes, this.step, this.states) = (table, capacity, sizes, step, states);

    /// <summary>Looks that one search takes.</summary>
    public long Looks => (long)states * table.Types;

    /// <summary>The search for that table; null when a bin has too many states, or an item takes up nothing.</summary>
    public static PatternKnapsack? For(ItemTable table)
    {
        // What no size can make use of is cut off: sizes and capacities are divided by the sizes' common divisor.
        var divisors = Enumerable.Range(0, table.Dimensions).Select(table.CommonDivisor).ToArray();
        var capacity = table.Capacity.Select((each, d) => each / divisors[d]).ToArray();
        var step = new int[capacity.Length];
        var states = 1L;
        for (var d = 0; d < capacity.Length; d++)
        {
            step[d] = (int)states;
            states *= capacity[d] + 1L;
            if (states > Tuning.MostBinStates)
            {
                return null;
            }
        }

        int[][] sizes = [.. Enumerable.Range(0, table.Types).Select(type => table.SizeOf(type).ToArray().Select((size, d) => size / divisors[d]).ToArray())];
        return sizes.Any(size => size.All(each => each == 0)) ? null : new PatternKnapsack(table, capacity, sizes, step, (int)states);
    }

    /// <summary>The bin worth most: the type of each copy in it.</summary>
    public int[] Best(long[] worth)
    {
        var best = new long[states];
        var last = new int[states];
        var offsets = sizes.Select(size => size.Select((each, d) => each * step[d]).Sum()).ToArray();
        var at = new int[capacity.Length];
        for (var state = 0; state < states; state++)
        {
            last[state] = Packed.Nowhere;
            for (var type = 0; type < worth.Length; type++)
            {
                if (worth[type] > 0 && Fits(sizes[type], at) && best[state - offsets[type]] + worth[type] is var with && with > best[state])
                {
                    (best[state], last[state]) = (with, type);
                }
            }

            Next(at);
        }

        var pattern = new List<int>();
        for (var state = states - 1; last[state] != Packed.Nowhere; state -= offsets[last[state]])
        {
            pattern.Add(last[state]);
        }

        return [.. pattern];
    }

    private static bool Fits(int[] size, int[] room)
    {
        for (var d = 0; d < size.Length; d++)
        {
            if (size[d] > room[d])
            {
                return false;
            }
        }

        return true;
    }

    private void Next(int[] at)
    {
        for (var d = 0; d < at.Length; d++)
        {
            if (++at[d] <= capacity[d])
            {
                return;
            }

            at[d] = 0;
        }
    }
}
