using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>Made-up use over time.</summary>
internal static class Used
{
    /// <summary>Monday, 00:00 UTC.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Samples of every slot from the first on.</summary>
    public static UsageSeries Series(params float[] values) => new([.. Enumerable.Range(0, values.Length)], [.. values]);

    /// <summary>A VM's samples of CPU and memory, in all slots.</summary>
    public static VmUsage Vm(string id, float[] cpu, float[]? memory = null) =>
        new(id, cpu.Length, Series(cpu), memory is null ? UsageSeries.None : Series(memory), UsageSeries.None, UsageSeries.None);

    /// <summary>Samples of an hour each, from Monday 00:00 on.</summary>
    public static UsageHistory Hourly(int hours, params VmUsage[] vms) => Every(TimeSpan.FromHours(1), hours, vms);

    /// <summary>Samples of that length each, from Monday 00:00 on.</summary>
    public static UsageHistory Every(TimeSpan interval, int slots, params VmUsage[] vms) => new()
    {
        Files = ["usage.csv"],
        Start = Monday,
        Interval = interval,
        Slots = slots,
        Vms = [.. vms],
    };

    /// <summary>Rules for CPU and memory alike.</summary>
    public static SizingRules By(SizingMeasure both, TimeBuckets buckets = TimeBuckets.HoursOfDay) => new() { Cpu = both, Memory = both, Buckets = buckets };

    /// <summary>A figure for each hour of some days.</summary>
    public static float[] Days(int days, Func<int, float> ofHour) => [.. Enumerable.Range(0, days * 24).Select(hour => ofHour(hour % 24))];
}
