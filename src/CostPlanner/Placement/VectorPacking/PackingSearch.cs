using System.Runtime.InteropServices;
using CostPlanner.Model;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Packs an instance into as few or as cheap bins as it can find, and says how few or cheap they could be at best.</summary>
public static class PackingSearch
{
    /// <summary>The best plan found within the limits. Every plan was checked; one that breaks a rule is a bug and throws.</summary>
    public static PackingResult Pack(PackingInstance instance, SearchLimits limits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limits.Threads);
        if (FitsNowhere(instance) is { } type)
        {
            return new PackingResult(
                null, null, 0, "none", StopReason.Bound, FormattableString.Invariant($"an item of type {type + 1} fits into no bin, even alone"));
        }

        var result = instance.Bins.Length == 1
            ? OfOneKind(instance, Meter(Tuning.WorkForAll, Tuning.WorkForCopy), limits)
            : KindsOfBins.Search(instance, Meter(Tuning.PricedWorkForAll, Tuning.PricedWorkForCopy), limits);
        if (result.Plan is { } plan && PackingCheck.Violations(instance, plan) is [var broken, ..])
        {
            throw new InvalidOperationException($"the search made a plan that breaks a rule: {broken}");
        }

        return result;

        WorkMeter Meter(long forAll, long forCopy) => new(limits, limits.Work ?? (forAll + (forCopy * instance.Copies)));
    }

    /// <summary>The first type that no bin holds, even alone.</summary>
    private static int? FitsNowhere(PackingInstance instance)
    {
        BinType[] bins = [.. instance.Bins.Where(bin => bin.Available != 0)];
        for (var type = 0; type < instance.Counts.Length; type++)
        {
            var fits = instance.Counts[type] == 0;
            for (var kind = 0; kind < bins.Length && !fits; kind++)
            {
                fits = instance.FitsAlone(type, bins[kind]);
            }

            if (!fits)
            {
                return type;
            }
        }

        return null;
    }

    private static PackingResult OfOneKind(PackingInstance instance, WorkMeter meter, SearchLimits limits)
    {
        var bin = instance.Bins[0];
        var merging = new Merging(instance, [.. bin.Capacity]);
        var incumbent = new Incumbent(DimensionBound.Of(merging.Table), limits.Progress is { } told ? bins => told(bins * bin.Price) : null);
        incumbent.Raise(DimensionBound.InSteps(merging.Table), "the sizes of a dimension that fill a bin");
        EqualBins.Search(merging.Table, incumbent, meter, limits);
        var best = incumbent.Best ?? throw new InvalidOperationException("the search made no plan");
        var stopped = incumbent.IsProven ? StopReason.Bound : meter.Stopped ?? StopReason.Work;
        var plan = new PackingPlan(ImmutableCollectionsMarshal.AsImmutableArray(merging.Unmerged(best.BinOf)), [.. new int[best.Bins]]);
        return best.Bins > bin.Available
            ? new PackingResult(
                null,
                null,
                incumbent.Bound * bin.Price,
                incumbent.BoundBy,
                stopped,
                FormattableString.Invariant($"{best.Bins} bins are needed, {bin.Available} are there"))
            : new PackingResult(plan, best.Bins * bin.Price, incumbent.Bound * bin.Price, incumbent.BoundBy, stopped);
    }
}
