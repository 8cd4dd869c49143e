using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What an estate used of one resource in one hour of the day or the week.</summary>
/// <param name="Hour">The hour, from 0; of the week from Monday on. UTC.</param>
/// <param name="Average">The mean over the time of what all VMs used together; null where the hour was not seen.</param>
/// <param name="Peak">The most that they used together; null where the hour was not seen.</param>
public sealed record HourLoad(int Hour, decimal? Average, decimal? Peak);

/// <summary>What the VMs of an estate used of one resource together, as it was measured: no headroom, no growth.</summary>
/// <param name="SumOfPeaks">The peaks of all VMs, added up as if they came at once.</param>
/// <param name="SumOfP95">The 95th percentiles of all VMs, added up.</param>
/// <param name="SumOfAverages">The means of all VMs, added up.</param>
/// <param name="CoincidentPeak">The most that all VMs used at one time.</param>
/// <param name="CoincidentAt">When that was: the start of the slot.</param>
/// <param name="CoincidentP95">The 95th percentile over time of what they used together.</param>
/// <param name="Hours">Hour by hour.</param>
public sealed record EstateLoad(
    decimal SumOfPeaks,
    decimal SumOfP95,
    decimal SumOfAverages,
    decimal CoincidentPeak,
    DateTimeOffset CoincidentAt,
    decimal CoincidentP95,
    ImmutableArray<HourLoad> Hours)
{
    /// <summary>
    /// The load of one resource; null where no VM has a sample of it. In a slot those VMs count that were seen in it, so a slot that few were
    /// seen in shows too little.
    /// </summary>
    /// <param name="usage">The history.</param>
    /// <param name="rules">How percentiles are taken, and into which hours the time is split.</param>
    /// <param name="series">The resource's samples of a VM.</param>
    public static EstateLoad? Of(UsageHistory usage, SizingRules rules, Func<VmUsage, UsageSeries> series)
    {
        var all = usage.Vms.Select(series).Where(each => !each.IsEmpty).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var (slots, sums) = Together(usage, all);
        var peak = sums.Max();
        return new EstateLoad(
            all.Sum(each => (decimal)each.Values.Max()),
            all.Sum(each => SampleFigures.At(Percentile.P95, rules.Percentiles, SampleFigures.Ascending(each.Values))!.Value),
            all.Sum(each => SampleFigures.Average(each.Values)!.Value),
            (decimal)peak,
            usage.Start + (usage.Interval * slots[sums.IndexOf(peak)]),
            SampleFigures.At(Percentile.P95, rules.Percentiles, SampleFigures.Ascending(sums))!.Value,
            HoursOf(usage, rules, slots, sums));
    }

    /// <summary>The sum over all VMs, in each slot that any of them was seen in.</summary>
    private static (ImmutableArray<int> Slots, ImmutableArray<float> Sums) Together(UsageHistory usage, List<UsageSeries> all)
    {
        var (sums, seen) = (new double[usage.Slots], new bool[usage.Slots]);
        foreach (var each in all)
        {
            var slots = each.Slots.AsSpan();
            var values = each.Values.AsSpan();
            for (var i = 0; i < slots.Length; i++)
            {
                sums[slots[i]] += values[i];
                seen[slots[i]] = true;
            }
        }

        ImmutableArray<int> found = [.. Enumerable.Range(0, usage.Slots).Where(slot => seen[slot])];
        return (found, [.. found.Select(slot => (float)sums[slot])]);
    }

    private static ImmutableArray<HourLoad> HoursOf(UsageHistory usage, SizingRules rules, ImmutableArray<int> slots, ImmutableArray<float> sums) =>
    [
        .. new HourBuckets(usage, rules.Buckets).Split(slots.AsSpan(), sums.AsSpan())
            .Select((samples, hour) => new HourLoad(hour, SampleFigures.Average(samples), samples.IsEmpty ? null : (decimal)samples.Max())),
    ];
}
