using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>How long guests boot alone and all at once, and what a boot costs in CPU time.</summary>
/// <remarks>
/// Rounds of three boots: one guest, two guests, a storm of many; time from letting them run to the first word of each. Alone: the median over the boots.
/// Storm:
/// the p95 over the guests of a boot, which is one figure, as guests of a boot are not independent. CPU time: the slope of the busy CPU seconds of the whole
/// host until the last is up over the number of guests, so that what the host does besides is not in it. For the model CPU time counts: in a storm the wall
/// time only says how many CPUs there were.
/// </remarks>
/// <param name="Rounds">How many rounds, 1 or more.</param>
/// <param name="Shape">Each guest.</param>
/// <param name="Storm">Guests of the storm, 2 or more.</param>
public sealed record BootTime(int Rounds, GuestShape Shape, int Storm) : Experiment("boot-time", Message.Of("experiment.boot-time"))
{
    private const double High = 0.95;
    private static readonly MeasuredEstimate Alone = new(Measures.BootMedian, Averaging.Median, Message.Of("method.boot-alone"));

    private MeasuredEstimate AtOnce =>
        new(Measures.BootStorm, Averaging.Mean, Message.Of("method.boot-storm", ("guests", Storm)));

    // Without a boot of two where two are the storm.
    private ImmutableArray<int> Sizes => Storm == 2 ? [1, 2] : [1, 2, Storm];

    /// <inheritdoc/>
    public override int Expected => Rounds * Sizes.Length;

    /// <inheritdoc/>
    public override Script Typical => Boots((int)Math.Ceiling(Sizes.Average()));

    /// <inheritdoc/>
    public override Script? Following(IReadOnlyList<Replicate> made) => made.Count < Expected ? Boots(Sizes[made.Count % Sizes.Length]) : null;

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        var boots = samples.Of(Script.Boot);
        if (boots.IsEmpty)
        {
            throw SampleReading.Unreadable(Message.Of("sample.none-booted"));
        }

        var slow = Interval.OfQuantile([.. boots.Select(boot => boot.Reading(StepReadings.Boot))], High).Value;
        var figures = ImmutableSortedDictionary<string, double>.Empty
            .Add(Measures.BootCpu.Name, boots.Max(boot => boot.Reading(StepReadings.HostCpu)) / boots.Length);
        return 0 switch
        {
            _ when boots.Length == 1 => figures.Add(Measures.BootMedian.Name, slow),
            _ when boots.Length == Storm => figures.Add(Measures.BootStorm.Name, slow),
            _ => figures,
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<MeasuredValue> Values(IReadOnlyList<Replicate> made)
    {
        var cost = BootCost.PerGuest(
            [.. made.Select(replicate => new BootPoint(replicate.Guests, replicate.Figures[Measures.BootCpu.Name] * replicate.Guests))]);
        var cpu = cost is { } slope
            ? Measures.BootCpu.Value(
                slope,
                Message.Of("method.boot-cpu", ("guests", Storm)))
            : null;
        return new[] { Alone.Value(made), AtOnce.Value(made), cpu }.OfType<MeasuredValue>();
    }

    /// <inheritdoc/>
    public override IEnumerable<ValidityCheck> Checks(IReadOnlyList<Replicate> made) => SeriesChecks.Of(Name, made.Count, Expected,
    [
        .. new[] { Alone, AtOnce }.Select(estimate => new CheckedSeries(estimate.Measure.Name, estimate.Series(made), estimate.Measure.Thresholds.Absolute)),
    ]);

    private Script Boots(int guests) => new([.. Enumerable.Repeat(Shape, guests)], []);
}
