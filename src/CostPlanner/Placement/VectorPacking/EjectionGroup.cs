using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Some bins and their items, copied close together for a search: which item lies where, what is left, and the lightest state seen.</summary>
internal sealed class EjectionGroup(ItemTable table)
{
    private static readonly int Lanes = Vector128<int>.Count;

    private readonly int stride = (table.Dimensions + Lanes - 1) / Lanes * Lanes;
    private readonly GroupUse? use = table.Groups is null ? null : new GroupUse(table.GroupLimits);
    private int[] copies = [];
    private int[] sizes = [];
    private int[] free = [];
    private int[] binOf = [];
    private int[] lightest = [];
    private int[][] members = [];
    private int[] counts = [];
    private double homelessWeight;

    /// <summary>The bins to fill.</summary>
    public int Bins { get; private set; }

    public int Items { get; private set; }

    /// <summary>Vectors that a size takes.</summary>
    public int Chunks => stride / Lanes;

    /// <summary>The items without a place.</summary>
    public List<int> Unplaced { get; } = [];

    public float[] Weights { get; private set; } = [];

    /// <summary>The least weight of items without a place that a bin would hold, and the weight of those at first.</summary>
    public double LightestWeight { get; private set; }

    public double FirstWeight { get; private set; }

    public ReadOnlySpan<int> MembersOf(int bin) => members[bin].AsSpan(0, counts[bin]);

    public int CountOf(int bin) => counts[bin];

    /// <summary>Takes bins, each a list of copies, and copies that lie in none.</summary>
    /// <param name="bins">The bins to fill.</param>
    /// <param name="homeless">What is to find a place in them.</param>
    /// <param name="capacities">What each bin holds; null when each holds what the table says.</param>
    public void Load(ReadOnlySpan<int[]> bins, ReadOnlySpan<int> homeless, IReadOnlyList<int[]>? capacities)
    {
        Grow(bins, homeless.Length);
        use?.Clear();
        Unplaced.Clear();
        (Bins, Items, homelessWeight) = (bins.Length, 0, 0);
        for (var bin = 0; bin < bins.Length; bin++)
        {
            counts[bin] = 0;
            (capacities is null ? table.Capacity : capacities[bin]).CopyTo(free.AsSpan(bin * stride));
            foreach (var copy in bins[bin])
            {
                Put(Take(copy), bin);
            }
        }

        foreach (var copy in homeless)
        {
            AddHomeless(Take(copy));
        }

        (FirstWeight, LightestWeight) = (homelessWeight, homelessWeight);
        Keep();
    }

    /// <summary>What the item needs beyond what the bin has left; false when that is nothing.</summary>
    public bool Need(int item, int bin, Span<Vector128<int>> need)
    {
        ref var size = ref MemoryMarshal.GetArrayDataReference(sizes);
        ref var left = ref MemoryMarshal.GetArrayDataReference(free);
        var any = Vector128<int>.Zero;
        for (var chunk = 0; chunk < need.Length; chunk++)
        {
            need[chunk] = Vector128.LoadUnsafe(ref size, (nuint)((item * stride) + (chunk * Lanes)))
                - Vector128.LoadUnsafe(ref left, (nuint)((bin * stride) + (chunk * Lanes)));
            any |= Vector128.GreaterThan(need[chunk], Vector128<int>.Zero);
        }

        return any != Vector128<int>.Zero;
    }

    /// <summary>Whether the place of the item would cover the need.</summary>
    public bool Covers(int item, ReadOnlySpan<Vector128<int>> need)
    {
        ref var size = ref MemoryMarshal.GetArrayDataReference(sizes);
        for (var chunk = 0; chunk < need.Length; chunk++)
        {
            if (Vector128.LessThanAny(Vector128.LoadUnsafe(ref size, (nuint)((item * stride) + (chunk * Lanes))), need[chunk]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the places of both items would cover the need.</summary>
    public bool Covers(int one, int other, ReadOnlySpan<Vector128<int>> need)
    {
        ref var size = ref MemoryMarshal.GetArrayDataReference(sizes);
        for (var chunk = 0; chunk < need.Length; chunk++)
        {
            var both = Vector128.LoadUnsafe(ref size, (nuint)((one * stride) + (chunk * Lanes)))
                + Vector128.LoadUnsafe(ref size, (nuint)((other * stride) + (chunk * Lanes)));
            if (Vector128.LessThanAny(both, need[chunk]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a group of the item is full in the bin.</summary>
    public bool BlocksGroup(int item, int bin) => use is not null && !use.Allows(bin, GroupsOf(item));

    /// <summary>Whether the bin would take the item once the member is gone, as far as groups go.</summary>
    public bool Releases(int member, int item, int bin)
    {
        foreach (var each in GroupsOf(item))
        {
            if (use!.IsFull(bin, each) && !GroupsOf(member).Contains(each))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes an item off the list of those without a place.</summary>
    public void TakeHome(int index)
    {
        homelessWeight -= Weights[Unplaced[index]];
        Unplaced[index] = Unplaced[^1];
        Unplaced.RemoveAt(Unplaced.Count - 1);
    }

    public void Eject(int bin, int place)
    {
        var item = members[bin][place];
        members[bin][place] = members[bin][--counts[bin]];
        Shift(item, bin, 1);
        use?.Add(bin, GroupsOf(item), -1);
        AddHomeless(item);
    }

    public void Put(int item, int bin)
    {
        if (counts[bin] == members[bin].Length)
        {
            Array.Resize(ref members[bin], 2 * (counts[bin] + 1));
        }

        members[bin][counts[bin]++] = item;
        binOf[item] = bin;
        Shift(item, bin, -1);
        use?.Add(bin, GroupsOf(item), 1);
    }

    /// <summary>Exchanges two items when both fit; those in groups stay.</summary>
    public void SwapIfFits(int bin, int place, int otherBin, int otherPlace)
    {
        var (one, other) = (members[bin][place], members[otherBin][otherPlace]);
        for (var d = 0; d < table.Dimensions; d++)
        {
            var more = sizes[(one * stride) + d] - sizes[(other * stride) + d];
            if (more > free[(otherBin * stride) + d] || -more > free[(bin * stride) + d])
            {
                return;
            }
        }

        if (use is not null && GroupsOf(one).Length + GroupsOf(other).Length > 0)
        {
            return;
        }

        (members[bin][place], members[otherBin][otherPlace]) = (other, one);
        (binOf[one], binOf[other]) = (otherBin, bin);
        Shift(one, bin, 1);
        Shift(other, bin, -1);
        Shift(other, otherBin, 1);
        Shift(one, otherBin, -1);
    }

    /// <summary>Remembers the state when every item has a place, or what has none is lighter than ever and one bin would hold it; says if it did.</summary>
    /// <remarks>Items may weigh nothing, or so little that no weight tells them from nothing: that all have a place is counted, not weighed.</remarks>
    public bool KeepIfLighter()
    {
        if (Unplaced.Count > 0 && (homelessWeight > LightestWeight - Tuning.EqualWeights || !FitsOneBin()))
        {
            return false;
        }

        LightestWeight = homelessWeight;
        Keep();
        return true;
    }

    /// <summary>The copies in each bin in the lightest state; the last list holds those that have no place in the others.</summary>
    public int[][] Lightest()
    {
        var lists = Enumerable.Range(0, Bins + 1).Select(_ => new List<int>()).ToArray();
        for (var item = 0; item < Items; item++)
        {
            lists[lightest[item]].Add(copies[item]);
        }

        return [.. lists.Select(list => list.ToArray())];
    }

    /// <summary>Writes down the bin of each copy as it is now.</summary>
    public void CopyPlaces(int[] binOfCopy)
    {
        for (var item = 0; item < Items; item++)
        {
            binOfCopy[copies[item]] = binOf[item];
        }
    }

    private ReadOnlySpan<int> GroupsOf(int item) => table.GroupsOf(table.TypeOf[copies[item]]);

    private void Keep() => binOf.AsSpan(0, Items).CopyTo(lightest);

    private int Take(int copy)
    {
        var item = Items++;
        copies[item] = copy;
        Weights[item] = table.Weights[table.TypeOf[copy]];
        table.SizeOf(table.TypeOf[copy]).CopyTo(sizes.AsSpan(item * stride));
        return item;
    }

    private void AddHomeless(int item)
    {
        Unplaced.Add(item);
        homelessWeight += Weights[item];
        binOf[item] = Bins;
    }

    private bool FitsOneBin()
    {
        for (var d = 0; d < table.Dimensions; d++)
        {
            long sum = 0;
            foreach (var item in Unplaced)
            {
                sum += sizes[(item * stride) + d];
            }

            if (sum > table.Capacity[d])
            {
                return false;
            }
        }

        return use is null
            || Unplaced.SelectMany(item => table.Groups![table.TypeOf[copies[item]]])
                .CountBy(each => each).All(each => each.Value <= table.GroupLimits[each.Key]);
    }

    private void Shift(int item, int bin, int sign)
    {
        for (var d = 0; d < table.Dimensions; d++)
        {
            free[(bin * stride) + d] += sign * sizes[(item * stride) + d];
        }
    }

    private void Grow(ReadOnlySpan<int[]> bins, int items)
    {
        foreach (var bin in bins)
        {
            items += bin.Length;
        }

        if (items > copies.Length)
        {
            (copies, binOf, lightest) = (new int[2 * items], new int[2 * items], new int[2 * items]);
            (Weights, sizes) = (new float[2 * items], new int[2 * items * stride]);
        }

        if (bins.Length > members.Length)
        {
            (free, counts, members) = (new int[bins.Length * stride], new int[bins.Length], new int[bins.Length][]);
            members.AsSpan().Fill([]);
        }
    }
}
