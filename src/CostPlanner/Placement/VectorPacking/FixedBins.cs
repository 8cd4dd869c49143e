namespace CostPlanner.Placement.VectorPacking;

/// <summary>Fills bins that are given and may differ: worst fit first, then ejections for what found no place.</summary>
internal static class FixedBins
{
    /// <summary>The bin of each copy, or null when the search found none for some; the same arguments give the same answer.</summary>
    /// <param name="table">The copies; its capacity, the typical one of the bins, only weighs the dimensions.</param>
    /// <param name="capacities">What each bin holds, by dimension.</param>
    /// <param name="start">For each copy its bin, or <see cref="Packed.Nowhere"/>; a copy that its bin has no room for counts as one that lies nowhere.</param>
    /// <param name="work">Looks that the ejections may take.</param>
    /// <param name="seed">What chance starts from.</param>
    public static int[]? Fill(ItemTable table, IReadOnlyList<int[]> capacities, int[] start, long work, int seed)
    {
        if (!MayFit(table, capacities))
        {
            return null;
        }

        var binOf = Spread(table, capacities, start);
        if (!binOf.Contains(Packed.Nowhere))
        {
            return binOf;
        }

        var search = new EjectionSearch(table);
        var copies = Enumerable.Range(0, binOf.Length).ToLookup(copy => binOf[copy]);
        search.Load([.. capacities.Select((_, bin) => copies[bin].ToArray())], [.. copies[Packed.Nowhere]], capacities);
        var random = new SplitMix(seed);
        while (search.Group.Unplaced.Count > 0 && search.Looks < work)
        {
            search.Run(Tuning.GroupEjections, Tuning.GroupEjections, ref random, () => search.Looks >= work);
        }

        search.Group.CopyPlaces(binOf);
        return search.Group.Unplaced.Count == 0 ? binOf : null;
    }

    /// <summary>Whether each type fits into some empty bin, and the sum of all copies into the sum of all bins.</summary>
    private static bool MayFit(ItemTable table, IReadOnlyList<int[]> capacities) =>
        Enumerable.Range(0, table.Dimensions).All(d => table.Demand[d] <= capacities.Sum(each => (long)each[d]))
        && Enumerable.Range(0, table.Types).All(type => table.Counts[type] == 0 || capacities.Any(each => Holds(each, table.SizeOf(type))));

    private static bool Holds(int[] capacity, ReadOnlySpan<int> size)
    {
        for (var d = 0; d < size.Length; d++)
        {
            if (size[d] > capacity[d])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts each copy where it starts, and those without a place, the largest first, into the bin with the most weighted room.</summary>
    private static int[] Spread(ItemTable table, IReadOnlyList<int[]> capacities, int[] start)
    {
        var bins = new OpenBins(table, 0);
        foreach (var capacity in capacities)
        {
            bins.Open(capacity);
        }

        var binOf = start.ToArray();
        for (var copy = 0; copy < binOf.Length; copy++)
        {
            binOf[copy] = binOf[copy] == Packed.Nowhere ? Packed.Nowhere : PutIfRoom(binOf[copy], table.TypeOf[copy]);
        }

        foreach (var type in table.ByLargestShare())
        {
            for (var copy = table.First[type]; copy < table.First[type + 1]; copy++)
            {
                binOf[copy] = binOf[copy] == Packed.Nowhere ? PutIfRoom(bins.Roomiest(0, bins.Blocks, type), type) : binOf[copy];
            }
        }

        return binOf;

        int PutIfRoom(int bin, int type)
        {
            if (bin == Packed.Nowhere || !bins.HasRoom(bin, type))
            {
                return Packed.Nowhere;
            }

            bins.Put(bin, type, 1);
            return bin;
        }
    }
}
