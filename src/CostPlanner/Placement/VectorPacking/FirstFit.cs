namespace CostPlanner.Placement.VectorPacking;

/// <summary>First fit decreasing: each type, the largest first, into the first open bins with room; a new bin where none has.</summary>
public static class FirstFit
{
    /// <summary>How many bins of the instance's one kind plain first fit decreasing uses: what other searches are measured against.</summary>
    public static int BinsFor(Model.PackingInstance instance) => Pack(new Merging(instance, [.. instance.Bins[0].Capacity]).Table).Bins;

    /// <summary>All copies in bins; every type must fit into an empty bin.</summary>
    internal static Packed Pack(ItemTable table)
    {
        if (table.Types > Tuning.ManyTypes && table.Groups is null && DimensionBound.Of(table) > Tuning.BinsForTree)
        {
            return FirstFitTree.Pack(table);
        }

        var bins = new OpenBins(table, 0);
        var binOf = new int[table.Copies];
        foreach (var type in table.ByWeightedSquare())
        {
            var copy = table.First[type];
            for (var bin = 0; copy < table.First[type + 1];)
            {
                bin = bins.FirstFrom(bin, type);
                bin = bin == Packed.Nowhere ? bins.Open() : bin;
                var put = bins.Put(bin, type, table.First[type + 1] - copy);
                binOf.AsSpan(copy, put).Fill(bin);
                copy += put;
            }
        }

        return new Packed(binOf, bins.Count);
    }
}
