namespace CostPlanner.Placement.VectorPacking;

/// <summary>The search for the fewest bins of one kind: a portfolio, each part in turn, until the bound is reached or the work is done.</summary>
internal static class EqualBins
{
    public static void Search(ItemTable table, Incumbent incumbent, WorkMeter meter, SearchLimits limits)
    {
        if (table.Copies == 0)
        {
            incumbent.Offer(new Packed([], 0));
            return;
        }

        foreach (var part in Parts(table, incumbent, meter, limits))
        {
            part();
            if (incumbent.IsProven || !meter.Spend(table.Copies))
            {
                return;
            }
        }
    }

    private static IEnumerable<Action> Parts(ItemTable table, Incumbent incumbent, WorkMeter meter, SearchLimits limits)
    {
        if (table.Types <= Tuning.ManyTypes)
        {
            yield return () => incumbent.Offer(FirstFit.Pack(table));
            if (table.Groups is null)
            {
                yield return () => incumbent.Offer(BucketDot.Pack(table));
            }
        }

        if (incumbent.Best is { } best && PatternFills.Suits(table, best.Bins))
        {
            // The linear program takes long where bins hold few items: something good has to be there before.
            yield return () => GroupRepair.Run(table, incumbent, meter, limits, Math.Min(Tuning.WorkBeforePatterns, meter.Left / 2));
        }

        yield return () => FromPatterns(table, incumbent, meter, limits);

        var worstFit = new WorstFit(table, Tuning.Window);
        foreach (var share in table.Types > Tuning.ManyTypes ? Tuning.OpenShares[..1] : Tuning.OpenShares)
        {
            yield return () => incumbent.Offer(worstFit.WithOverflow((int)Math.Ceiling(incumbent.Bound * (1 + share)), new SplitMix(limits.Seed)));
        }

        yield return () => new GroupRepair(table, incumbent, meter, limits).Run();
    }

    /// <summary>Rounds the solution of the linear program, again and again with more chance in it while the bound is not reached.</summary>
    private static void FromPatterns(ItemTable table, Incumbent incumbent, WorkMeter meter, SearchLimits limits)
    {
        if (PatternBound.Of(table, incumbent.Best?.Bins ?? table.Copies, meter) is not var (bound, patterns))
        {
            return;
        }

        incumbent.Raise(bound, "the linear program over all ways to fill a bin");
        for (var attempt = 0; attempt < Tuning.Roundings && !incumbent.IsProven && (attempt == 0 || meter.Stopped is null); attempt++)
        {
            incumbent.Offer(PatternRounding.Pack(table, patterns, meter, limits, attempt));
        }
    }
}
