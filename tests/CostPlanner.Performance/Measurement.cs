using System.Diagnostics;
using CostPlanner.Ingest.Instances;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Performance;

/// <summary>Packs an instance under a clock; the engine checks every plan before it is returned.</summary>
internal sealed record Measurement(PackingResult Result, double Seconds, int? PlainFirstFit)
{
    public static Measurement Of(PackingCase given, double seconds, int threads)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var result = PackingSearch.Pack(given.Instance, new SearchLimits(
            Threads: threads,
            Stop: () => clock.Elapsed.TotalSeconds >= seconds * Bar.SearchShare ? StopReason.Time : null));
        var taken = clock.Elapsed.TotalSeconds;
        return new Measurement(result, taken, given.CountsCost ? null : FirstFit.BinsFor(given.Instance));
    }
}
