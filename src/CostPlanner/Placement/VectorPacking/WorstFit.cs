namespace CostPlanner.Placement.VectorPacking;

/// <summary>Spreads items over a fixed number of open bins: each, the largest first, into the roomiest bin of a window at a random place.</summary>
/// <remarks>
/// Where many items share a bin this leaves every bin with the same mix, and so with little left in any dimension. A window is nearly as good
/// as a look at all bins (the power of many choices) and costs the same for any number of bins.
/// </remarks>
internal sealed class WorstFit(ItemTable table, int window)
{
    private readonly int[] order = table.ByLargestShare();

    /// <summary>All copies in that many bins and, where the windows had no room, in further ones.</summary>
    public Packed WithOverflow(int bins, SplitMix random)
    {
        var binOf = new int[table.Copies];
        var overflow = new int[table.Types];
        if (Spread(bins, random, binOf, overflow) == 0)
        {
            return Packed.WithoutEmpty(binOf, bins);
        }

        var left = table.Only(overflow);
        var more = table.Groups is null ? BucketDot.Pack(left) : FirstFit.Pack(left);
        // Copies stand in the order of their types in both tables.
        var next = 0;
        for (var copy = 0; copy < binOf.Length; copy++)
        {
            if (binOf[copy] == Packed.Nowhere)
            {
                binOf[copy] = bins + more.BinOf[next++];
            }
        }

        return Packed.WithoutEmpty(binOf, bins + more.Bins);
    }

    /// <summary>Places what it can and says how many copies lie nowhere.</summary>
    private int Spread(int count, SplitMix random, int[] binOf, int[] lost)
    {
        var bins = new OpenBins(table, count);
        var blocks = Math.Min(bins.Blocks, Math.Max(1, window / OpenBins.BlockSize));
        var places = bins.Blocks - blocks + 1;
        var rest = 0;
        foreach (var type in order)
        {
            for (var copy = table.First[type]; copy < table.First[type + 1]; copy++)
            {
                var bin = Packed.Nowhere;
                for (var attempt = 0; attempt < Tuning.WindowTries && bin == Packed.Nowhere; attempt++)
                {
                    bin = bins.Roomiest(random.Below(places), blocks, type);
                }

                binOf[copy] = bin;
                if (bin == Packed.Nowhere)
                {
                    rest++;
                    lost[type]++;
                }
                else
                {
                    bins.Put(bin, type, 1);
                }
            }
        }

        return rest;
    }
}
