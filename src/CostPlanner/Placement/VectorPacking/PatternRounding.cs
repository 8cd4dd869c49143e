namespace CostPlanner.Placement.VectorPacking;

/// <summary>Makes a packing of the linear program's patterns: each as often as it is used in whole, and the few copies left by search.</summary>
internal static class PatternRounding
{
    /// <summary>A packing, or null when the search for the rest found none.</summary>
    public static Packed? Pack(ItemTable table, List<(int[] Pattern, double Uses)> patterns, WorkMeter meter, SearchLimits limits)
    {
        var next = table.First[..^1];
        var binOf = new int[table.Copies];
        var bins = 0;
        foreach (var (pattern, uses) in patterns)
        {
            for (var use = 0; use < (int)(uses + Tuning.LeastGain); use++)
            {
                bins += Fill(table, pattern, next, binOf, bins);
            }
        }

        int[] left = [.. next.Select((copy, type) => table.First[type + 1] - copy)];
        var rest = table.Only(left);
        var incumbent = new Incumbent(DimensionBound.Of(rest), null);
        EqualBins.Search(rest, incumbent, new WorkMeter(limits, Math.Min(meter.Left, Tuning.WorkForRest)), limits with { Threads = 1 });
        if (incumbent.Best is not { } packed)
        {
            return null;
        }

        var at = 0;
        for (var type = 0; type < table.Types; type++)
        {
            while (next[type] < table.First[type + 1])
            {
                binOf[next[type]++] = bins + packed.BinOf[at++];
            }
        }

        return new Packed(binOf, bins + packed.Bins);
    }

    /// <summary>Fills one bin by the pattern as far as there are copies; 0 when there are none of any.</summary>
    private static int Fill(ItemTable table, int[] pattern, int[] next, int[] binOf, int bin)
    {
        var filled = 0;
        for (var type = 0; type < pattern.Length; type++)
        {
            var copies = Math.Min(pattern[type], table.First[type + 1] - next[type]);
            binOf.AsSpan(next[type], copies).Fill(bin);
            next[type] += copies;
            filled = copies > 0 ? 1 : filled;
        }

        return filled;
    }
}
