using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>Which hour of the day or the week, in UTC, each slot of a history belongs to; a slot longer than an hour belongs to all that it touches.</summary>
public sealed class HourBuckets
{
    private readonly ImmutableArray<(int First, int Count)> ofSlot;

    /// <summary>The hours of a history.</summary>
    public HourBuckets(UsageHistory usage, TimeBuckets buckets)
    {
        Count = (new SizingRules { Buckets = buckets }).BucketCount;
        ofSlot =
        [
            .. Enumerable.Range(0, usage.Slots).Select(usage.HoursOf)
                .Select(hours => ((int)(hours.First % Count), (int)Math.Min(Count, hours.Last - hours.First + 1))),
        ];
    }

    /// <summary>How many hours there are.</summary>
    public int Count { get; }

    /// <summary>The samples of each hour, in the order of time.</summary>
    public ImmutableArray<ImmutableArray<float>> Split(ReadOnlySpan<int> slots, ReadOnlySpan<float> values)
    {
        var hours = new List<float>[Count];
        for (var hour = 0; hour < Count; hour++)
        {
            hours[hour] = [];
        }

        for (var i = 0; i < slots.Length; i++)
        {
            var (first, count) = ofSlot[slots[i]];
            for (var hour = first; hour < first + count; hour++)
            {
                hours[hour % Count].Add(values[i]);
            }
        }

        return [.. hours.Select(hour => hour.ToImmutableArray())];
    }
}
