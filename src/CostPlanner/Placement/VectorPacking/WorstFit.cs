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
        var rest = Spread(bins, random, binOf, scanAll: false, type => overflow[type]++);
        if (rest == 0)
        {
            return Packed.WithoutEmpty(binOf, bins);
        }

        var left = table.With(overflow);
        var more = table.Groups is null ? BucketDot.Pack(left) : FirstFit.Pack(left);
        var next = left.First.ToArray();
        for (var copy = 0; copy < binOf.Length; copy++)
        {
            if (binOf[copy] == Packed.Nowhere)
            {
                binOf[copy] = bins + more.BinOf[next[table.TypeOf[copy]]++];
            }
        }

        return Packed.WithoutEmpty(binOf, bins + more.Bins);
    }

    /// <summary>All copies in that many bins, every bin looked at before an item is given up; null when one fits nowhere.</summary>
    public Packed? Within(int bins, SplitMix random)
    {
        var binOf = new int[table.Copies];
        return Spread(bins, random, binOf, scanAll: true, _ => { }) == 0 ? Packed.WithoutEmpty(binOf, bins) : null;
    }

    /// <summary>Places what it can and says how many copies lie nowhere; with all bins looked at it ends at the first of them.</summary>
    private int Spread(int count, SplitMix random, int[] binOf, bool scanAll, Action<int> lost)
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
                for (var attempt = 0; attempt < (scanAll ? 1 : Tuning.WindowTries) && bin == Packed.Nowhere; attempt++)
                {
                    bin = bins.Roomiest(random.Below(places), blocks, type);
                }

                bin = scanAll && bin == Packed.Nowhere ? bins.Roomiest(0, bins.Blocks, type) : bin;
                binOf[copy] = bin;
                if (bin == Packed.Nowhere)
                {
                    rest++;
                    lost(type);
                    if (scanAll)
                    {
                        return rest;
                    }
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
