using CostPlanner.Model;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>The search for the cheapest bins of several kinds.</summary>
internal static class KindsOfBins
{
    public static PackingResult Search(PackingInstance instance, WorkMeter meter, SearchLimits limits)
    {
        var merging = new Merging(instance, Average(instance));
        var bound = CoveringBound.Of(instance, merging.Table);
        const string boundBy = "the cheapest bins that hold the sum of each dimension";
        var bins = new PricedBins(instance, merging.Table);
        var search = new RuinAndRecreate(merging.Table, bins, limits.Seed);
        if (!search.Start())
        {
            return new PackingResult(null, null, bound, boundBy, StopReason.Work, "the bins offered are too few for any plan that was tried");
        }

        limits.Progress?.Invoke((decimal)bins.Cost);
        var best = bins.BinOf.ToArray();
        search.Run(meter, bound, () =>
        {
            bins.BinOf.CopyTo(best.AsSpan());
            limits.Progress?.Invoke((decimal)bins.Cost);
        });
        var (plan, cost) = Plan(instance, merging, bins.Kinds, best);
        return new PackingResult(plan, cost, bound, boundBy, cost <= bound ? StopReason.Bound : meter.Stopped ?? StopReason.Work);
    }

    private static (PackingPlan Plan, decimal Cost) Plan(PackingInstance instance, Merging merging, int[] kinds, int[] binOf)
    {
        var places = merging.Unmerged(binOf);
        var used = places.Distinct().ToList();
        var numbers = used.Index().ToDictionary(each => each.Item, each => each.Index);
        var plan = new PackingPlan([.. places.Select(bin => numbers[bin])], [.. used.Select(bin => kinds[bin])]);
        return (plan, plan.CostIn(instance));
    }

    /// <summary>What a bin holds on average over the kinds, as often as each is there.</summary>
    private static int[] Average(PackingInstance instance)
    {
        var count = instance.Bins.Sum(bin => (long)(bin.Available ?? 1));
        return
        [
            .. Enumerable.Range(0, instance.Dimensions).Select(d =>
                (int)(instance.Bins.Sum(bin => (long)bin.Capacity[d] * (bin.Available ?? 1)) / Math.Max(1, count))),
        ];
    }
}
