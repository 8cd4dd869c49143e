using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Sizing;

/// <summary>The words that the report has for ways of sizing.</summary>
internal static class SizingWords
{
    /// <summary>What one resource is sized by: "p95", "the peak of each hour of the day".</summary>
    public static string Of(SizingMeasure measure, SizingRules rules) => measure.Kind switch
    {
        SizingKind.Configured => "as configured",
        SizingKind.Average => "average",
        SizingKind.Coincident => $"{OfBucket(rules)} of each hour of the {(rules.Buckets == TimeBuckets.HoursOfWeek ? "week" : "day")}",
        _ => measure.ToString(),
    };

    /// <summary>What both resources are sized by.</summary>
    public static string Of(SizingRules rules) => rules.Cpu == rules.Memory
        ? rules.Cpu.Kind switch
        {
            SizingKind.Configured => "As configured",
            SizingKind.Coincident => Wording.Capital(Of(rules.Cpu, rules)),
            _ => $"{Of(rules.Cpu, rules)} of each VM",
        }
        : $"CPU: {Of(rules.Cpu, rules)}; memory: {Of(rules.Memory, rules)}";

    /// <summary>A figure of cores or MiB as the chapter prints it.</summary>
    public static string Cores(decimal cores) => Printed.Number(cores, cores < 10 ? 1 : 0);

    private static string OfBucket(SizingRules rules) => rules.Bucket.Kind == SizingKind.Peak ? "peak" : rules.Bucket.ToString();
}
