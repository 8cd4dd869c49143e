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

        var worstFit = new WorstFit(table, Tuning.Window);
        foreach (var share in Tuning.OpenShares)
        {
            yield return () => incumbent.Offer(worstFit.WithOverflow((int)Math.Ceiling(incumbent.Bound * (1 + share)), new SplitMix(limits.Seed)));
        }

        yield return () => new GroupRepair(table, incumbent, meter, limits).Run();
    }
}
