using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Benchmarking.Workloads;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>The bare host computing alone, at the start of a run and at its end: what changed in between is in every figure.</summary>
internal static class Calibration
{
    /// <summary>Its replicates' experiment in the record.</summary>
    public const string Name = "calibration";

    private const string Figure = "native-events-per-second";
    private const int Repeats = 3;

    /// <summary>
    /// All CPUs of the host compute, three times after a warm-up: heat and power show only when all do, and not before the seconds are over in which they may
    /// draw more power than for good.
    /// </summary>
    public static Script Script(RunPlan plan)
    {
        var seconds = plan.QuietSeconds;
        return new Script(
            [],
            [
                new HostWork(Command(plan.WarmUpSeconds), plan.WarmUpSeconds, IsWarmUp: true),
                .. Enumerable.Repeat(new HostWork(Command(seconds), seconds), Repeats),
            ]);
    }

    private static string Command(int seconds) => GuestCommand.Of("cpu", Environment.ProcessorCount, seconds);

    /// <summary>The median of the repeats, in events per second.</summary>
    public static ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        var rates = samples.Where(sample => !sample.IsWarmUp).Select(sample => Rate(sample.Output)).Order().ToArray();
        return ImmutableSortedDictionary<string, double>.Empty.Add(Figure, rates[rates.Length / 2]);
    }

    /// <summary>Whether the last calibration came to the first.</summary>
    public static ValidityCheck Check(IReadOnlyList<Replicate> made)
    {
        var limit = Message.Of("check.at-most", ("limit", Message.Of("check.share", ("share", Drift.Limit))));
        if (made.Count < 2)
        {
            return ValidityCheck.Of(RejectReason.CalibrationDrift, Message.Of("check.no-calibration"), limit, passed: false);
        }

        var drift = Drift.Between(made[0].Figures[Figure], made[^1].Figures[Figure]);
        return ValidityCheck.Of(RejectReason.CalibrationDrift, Message.Of("check.drift", ("change", drift.Change)), limit, drift.IsSmall);
    }

    private static double Rate(string output)
    {
        var parsed = SysbenchCpu.Parse(output);
        return parsed.Value is { EventsPerSecond: > 0 and var rate }
            ? rate
            : throw GuestException.Of(RejectReason.UnreadableOutput, parsed.Reason ?? Message.Of("sample.no-event"));
    }
}
