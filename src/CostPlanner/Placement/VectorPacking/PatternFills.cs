using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Finds fills of one bin that are worth more than it, when each type has a worth, by depth-first search: for bins of few items.</summary>
/// <remarks>
/// Items stand in the order of their worth per weight, so that no fill gets more out of the room that is left than its weight times that of the
/// next item. Worths are whole numbers: the best fill is the best, exactly.
/// </remarks>
internal sealed class PatternFills
{
    private static readonly int Lanes = Vector128<int>.Count;

    private readonly ItemTable table;
    private readonly int stride;
    private readonly int[] types;
    private readonly long[] values;
    private readonly double[] rates;
    private readonly double[] weights;
    private readonly int[] sizes;
    private readonly List<int[]> lists = [];
    private readonly List<int[]> rooms = [];
    private readonly List<int> chosen = [];
    private readonly List<int> best = [];
    private long bestValue;
    private long looks;
    private long mostLooks;

    public PatternFills(ItemTable table)
    {
        this.table = table;
        stride = (table.Dimensions + Lanes - 1) / Lanes * Lanes;
        (types, values, rates) = (new int[table.Copies], new long[table.Copies], new double[table.Copies]);
        (weights, sizes) = (new double[table.Copies], new int[table.Copies * stride]);
    }

    /// <summary>Whether there are few enough copies, and few enough to a bin, when they take so many bins; each has to take up something.</summary>
    public static bool Suits(ItemTable table, int bins) => table.Groups is null
        && table.Copies <= Math.Min(Tuning.MostCopiesForFills, Tuning.FewItems * bins)
        && table.Weights.All(weight => weight > Tuning.EqualWeights);

    /// <summary>
    /// For each item that can come first in its fill the best fill that is worth more than the bin, the best of all first; null when the work was done before.
    /// </summary>
    /// <param name="worth">What a copy of each type is worth.</param>
    /// <param name="bin">What a bin is worth.</param>
    /// <param name="meter">Counts the looks.</param>
    public List<int[]>? Better(long[] worth, long bin, WorkMeter meter)
    {
        var items = Sort(worth);
        var found = new List<(long Worth, int[] Pattern)>();
        Level(0);
        table.Capacity.CopyTo(rooms[0].AsSpan());
        var room = Weigh(table.Capacity);
        for (var item = 0; item < items; item++)
        {
            lists[0][item] = item;
        }

        for (var item = 0; item < items && rates[item] * room > bin; item++)
        {
            if (item > 0 && types[item] == types[item - 1])
            {
                continue;
            }

            (bestValue, looks, mostLooks) = (bin, 0, meter.Left);
            best.Clear();
            Choose(0, item, 0, room, lists[0].AsSpan(item + 1, items - item - 1));
            if (!meter.Spend(looks))
            {
                return null;
            }

            if (best.Count > 0)
            {
                found.Add((bestValue, [.. best.Select(each => types[each])]));
            }
        }

        return [.. found.OrderByDescending(each => each.Worth).Select(each => each.Pattern)];
    }

    /// <summary>
    /// Puts the item into the fill and goes on with those that still fit, unless more was looked at than may be: fills of many small items have no end.
    /// </summary>
    private void Choose(int depth, int item, long value, double room, ReadOnlySpan<int> later)
    {
        value += values[item];
        room -= weights[item];
        chosen.Add(item);
        if (value > bestValue)
        {
            bestValue = value;
            best.Clear();
            best.AddRange(chosen);
        }

        if (later.Length > 0 && looks <= mostLooks && MayBeat(value, room, later[0]))
        {
            Level(depth + 1);
            for (var d = 0; d < table.Dimensions; d++)
            {
                rooms[depth + 1][d] = rooms[depth][d] - sizes[(item * stride) + d];
            }

            Extend(depth + 1, value, room, Fitting(depth + 1, later));
        }

        chosen.RemoveAt(chosen.Count - 1);
    }

    private void Extend(int depth, long value, double room, ReadOnlySpan<int> candidates)
    {
        for (var x = 0; x < candidates.Length && MayBeat(value, room, candidates[x]); x++)
        {
            if (x == 0 || types[candidates[x]] != types[candidates[x - 1]])
            {
                Choose(depth, candidates[x], value, room, candidates[(x + 1)..]);
            }
        }
    }

    private bool MayBeat(long value, double room, int next) => value + (rates[next] * (room + Tuning.LeastGain)) > bestValue;

    private ReadOnlySpan<int> Fitting(int depth, ReadOnlySpan<int> candidates)
    {
        looks += candidates.Length;
        ref var size = ref MemoryMarshal.GetArrayDataReference(sizes);
        ref var room = ref MemoryMarshal.GetArrayDataReference(rooms[depth]);
        var list = lists[depth];
        var count = 0;
        foreach (var item in candidates)
        {
            var over = Vector128<int>.Zero;
            for (var d = 0; d < stride; d += Lanes)
            {
                over |= Vector128.GreaterThan(Vector128.LoadUnsafe(ref size, (nuint)((item * stride) + d)), Vector128.LoadUnsafe(ref room, (nuint)d));
            }

            list[count] = item;
            count += over == Vector128<int>.Zero ? 1 : 0;
        }

        return list.AsSpan(0, count);
    }

    private void Level(int depth)
    {
        if (depth == lists.Count)
        {
            lists.Add(new int[table.Copies]);
            rooms.Add(new int[stride]);
        }
    }

    /// <summary>Puts the copies that are worth something in their order, and says how many there are.</summary>
    private int Sort(long[] worth)
    {
        var order = Enumerable.Range(0, table.Types).Where(type => worth[type] > 0).OrderByDescending(Rate).ToArray();
        var item = 0;
        foreach (var type in order)
        {
            for (var copy = 0; copy < table.Counts[type]; copy++, item++)
            {
                (types[item], values[item], rates[item], weights[item]) = (type, worth[type], Rate(type), Weigh(table.SizeOf(type)));
                table.SizeOf(type).CopyTo(sizes.AsSpan(item * stride));
            }
        }

        return item;

        double Rate(int type) => worth[type] / Weigh(table.SizeOf(type));
    }

    private double Weigh(ReadOnlySpan<int> size)
    {
        var sum = 0.0;
        for (var d = 0; d < size.Length; d++)
        {
            sum += (double)table.Scarcity[d] * size[d];
        }

        return sum;
    }
}
