using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Sizing;

/// <summary>The words that the report has for ways of sizing.</summary>
internal static class SizingWords
{
    /// <summary>What one resource is sized by: "p95", "the peak of each hour of the day".</summary>
    public static string Of(SizingMeasure measure, SizingRules rules) => measure.Kind switch
    {
        SizingKind.Configured => Words.Of("sizing.sizing-kind.configured"),
        SizingKind.Average => Words.Of("sizing.sizing-kind.average"),
        SizingKind.Coincident => Words.Of(
            "sizing.sizing-kind.coincident",
            ("of-bucket", OfBucket(rules)),
            ("buckets", rules.Buckets == TimeBuckets.HoursOfWeek ? Words.Of("sizing.week") : Words.Of("sizing.day"))),
        _ => measure.ToString(),
    };

    /// <summary>What both resources are sized by.</summary>
    public static string Of(SizingRules rules) => rules.Cpu == rules.Memory
        ? rules.Cpu.Kind switch
        {
            SizingKind.Configured => Words.Of("sizing.as-configured"),
            SizingKind.Coincident => Wording.Capital(Of(rules.Cpu, rules)),
            _ => Words.Of("sizing.of-each-vm", ("value", Of(rules.Cpu, rules))),
        }
        : Words.Of("sizing.cpu-memory", ("value", Of(rules.Cpu, rules)), ("value-2", Of(rules.Memory, rules)));

    /// <summary>A figure of cores or MiB as the chapter prints it.</summary>
    public static string Cores(decimal cores) => Printed.Number(cores, cores < 10 ? 1 : 0);

    private static string OfBucket(SizingRules rules) => rules.Bucket.Kind == SizingKind.Peak ? Words.Of("sizing.peak") : rules.Bucket.ToString();
}
