namespace CostPlanner.Placement.VectorPacking;

/// <summary>
/// Makes a packing of the linear program's patterns: some bins are filled for good, then the program for the copies left is solved, and so on.
/// </summary>
internal sealed class PatternRounding
{
    private readonly ItemTable table;
    private readonly WorkMeter meter;
    private readonly SearchLimits limits;
    private readonly double noise;
    private readonly int[] next;
    private readonly int[] binOf;
    private SplitMix random;
    private int bins;

    private PatternRounding(ItemTable table, WorkMeter meter, SearchLimits limits, int attempt)
    {
        (this.table, this.meter, this.limits) = (table, meter, limits);
        (random, noise) = (new SplitMix(limits.Seed, attempt), attempt * Tuning.NoiseOfRounding / Tuning.Roundings);
        (next, binOf) = (table.First[..^1], new int[table.Copies]);
    }

    /// <summary>
    /// A packing from the solution of the linear program; later attempts leave more to chance. Once the work is done, what is left is packed plainly.
    /// </summary>
    public static Packed Pack(ItemTable table, List<(int[] Pattern, double Uses)> patterns, WorkMeter meter, SearchLimits limits, int attempt)
    {
        var rounding = new PatternRounding(table, meter, limits, attempt);
        rounding.Fix(patterns, table.Copies);
        while (rounding.next.Index().Any(each => each.Item < table.First[each.Index + 1]))
        {
            rounding.PackSome();
        }

        return new Packed(rounding.binOf, rounding.bins);
    }

    /// <summary>Fills some bins by the linear program for what is left; or all of them, where that is as good or many copies share a bin.</summary>
    private void PackSome()
    {
        int[] left = [.. next.Select((copy, type) => table.First[type + 1] - copy)];
        int[] types = [.. Enumerable.Range(0, left.Length).Where(type => left[type] > 0)];
        var rest = table.Only(left);
        var incumbent = new Incumbent(DimensionBound.Of(rest), null);
        incumbent.Offer(FirstFit.Pack(rest));
        incumbent.Offer(BucketDot.Pack(rest));
        if (!incumbent.IsProven && meter.Stopped is null && PatternBound.Of(rest, incumbent.Best!.Bins, meter) is var (bound, patterns))
        {
            incumbent.Raise(bound, "the linear program");
            if (!incumbent.IsProven && PatternFills.Suits(rest, incumbent.Best.Bins)
                && Fix([.. patterns.Select(each => (each.Pattern.Select(type => types[type]).ToArray(), each.Uses))], rest.Copies))
            {
                return;
            }
        }

        var own = limits with { Threads = 1, Seed = random.Below(Tuning.MostOfSeed) };
        GroupRepair.Run(rest, incumbent, meter, own, Tuning.WorkForRest);
        Take(rest, types, incumbent.Best!);
    }

    private void Take(ItemTable rest, int[] types, Packed packed)
    {
        for (var copy = 0; copy < rest.Copies; copy++)
        {
            binOf[next[types[rest.TypeOf[copy]]]++] = bins + packed.BinOf[copy];
        }

        bins += packed.Bins;
    }

    /// <summary>
    /// Fills bins by the patterns used most: those nearly whole, and others until a share of the copies is packed; says whether it filled any.
    /// </summary>
    private bool Fix(List<(int[] Pattern, double Uses)> patterns, int copies)
    {
        var packed = 0;
        foreach (var (pattern, uses) in patterns.OrderByDescending(each => each.Uses + (noise * random.Share())))
        {
            var nearlyWhole = (int)(uses + 1 - Tuning.NearlyWhole);
            for (var bin = 0; bin < Math.Max(1, nearlyWhole) && (bin < nearlyWhole || packed < Tuning.FixedAtOnce * copies) && IsLeft(pattern); bin++)
            {
                packed += Fill(pattern);
            }
        }

        return packed > 0;
    }

    private bool IsLeft(int[] pattern) => pattern.CountBy(type => type).All(each => next[each.Key] + each.Value <= table.First[each.Key + 1]);

    private int Fill(int[] pattern)
    {
        foreach (var type in pattern)
        {
            binOf[next[type]++] = bins;
        }

        bins++;
        return pattern.Length;
    }
}
