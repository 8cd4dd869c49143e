using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The keys of a scenario that say how VMs are sized: the map <c>sizing</c>, and whether <c>usage</c> and <c>reference_cpu</c> bear it.</summary>
/// <remarks>
/// <c>cpu</c> and <c>memory</c>: configured (the default), average, p1 to p99.9, peak or coincident; <c>percentile</c>: nearest-rank (the default)
/// or interpolated; <c>buckets</c>: hours-of-day (the default) or hours-of-week; <c>bucket</c>: peak (the default) or p1 to p99.9.
/// </remarks>
internal static class SizingSection
{
    private const string OfDay = "hours-of-day";
    private const string OfWeek = "hours-of-week";
    private const string NearestRank = "nearest-rank";
    private const string Interpolated = "interpolated";

    private static readonly string[] Measures = ["configured", "average", "p95", "peak", "coincident"];
    private static readonly string[] BucketMeasures = ["peak", "p95"];

    /// <summary>The rules of the map below a scenario; as configured where there is none.</summary>
    public static SizingRules Read(YamlMap scenario)
    {
        if (scenario.Map("sizing") is not { } map)
        {
            return SizingRules.AsConfigured;
        }

        var rules = new SizingRules
        {
            Cpu = map.Word("cpu", SizingMeasure.Of, Measures) ?? SizingMeasure.Configured,
            Memory = map.Word("memory", SizingMeasure.Of, Measures) ?? SizingMeasure.Configured,
            Percentiles = map.OneOf("percentile", false, NearestRank, Interpolated) == Interpolated
                ? PercentileMethod.Interpolated
                : PercentileMethod.NearestRank,
            Buckets = map.OneOf("buckets", false, OfDay, OfWeek) == OfWeek ? TimeBuckets.HoursOfWeek : TimeBuckets.HoursOfDay,
            Bucket = map.Word("bucket", OfBucket, BucketMeasures) ?? SizingMeasure.Peak,
        };
        map.RefuseUnknownKeys();
        return rules;
    }

    /// <summary>Errors where a measured sizing has no series, or the reference CPU is none of the catalogue.</summary>
    public static IEnumerable<Finding> Check(Scenario scenario, string file, CpuCatalogue cpus)
    {
        if (scenario.Sizing.IsMeasured && scenario.UsageFile is null)
        {
            yield return Error(
                "usage-missing",
                Message.Of("usage-missing"),
                "sizing",
                Message.Of("usage-missing.mend"));
        }

        if (scenario.ReferenceCpu is { } words && CpuReference.Of(cpus, words) is null)
        {
            yield return cpus.Find(words) is null
                ? Error(
                    "unknown-cpu",
                    UnknownName.Of(Message.Of("kind.cpu"), words, cpus.Models.Select(model => model.Name)),
                    "reference_cpu",
                    Message.Of("correct-name"))
                : Error(
                    "unknown-cpu",
                    Message.Of("unknown-cpu.without-rate", ("cpu", words)),
                    "reference_cpu",
                    Message.Of("unknown-cpu.without-rate.mend"));
        }

        Finding Error(string code, Message message, string key, Message mend) =>
            new(Severity.Error, code, message, new SourcePlace(file, Column: key), null, mend);
    }

    private static SizingMeasure? OfBucket(string word) =>
        SizingMeasure.Of(word) is { Kind: SizingKind.Peak or SizingKind.Percentile } measure ? measure : null;
}
