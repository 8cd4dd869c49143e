using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>A series of figures in the order of time, to be judged.</summary>
/// <param name="Name">What they are figures of.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Absolute">A scatter or a shift smaller than this matters to nobody.</param>
public readonly record struct CheckedSeries(Message Name, ImmutableArray<double> Figures, double Absolute = 0);

/// <summary>
/// What must hold of the replicates of an experiment: enough of them, no more scatter than allowed, no movement, and one heap rather than two (a hint only).
/// </summary>
public static class SeriesChecks
{
    /// <summary>The name of the hint that figures lie in two heaps; it always passes.</summary>
    public const string TwoHeaps = "two-heaps";

    /// <summary>The checks of one experiment; what cannot be told of so few figures is not there.</summary>
    /// <param name="experiment">Its name.</param>
    /// <param name="made">How many replicates count.</param>
    /// <param name="least">How many must.</param>
    /// <param name="series">Its figures.</param>
    public static IEnumerable<ValidityCheck> Of(string experiment, int made, int least, ImmutableArray<CheckedSeries> series) =>
    [
        ValidityCheck.Of(
            RejectReason.TooFewReplicates, Message.Of("check.made", ("experiment", experiment), ("replicates", made)),
                Message.Of("check.as-planned"), made >= least),
        .. Noise(series),
        .. Movement(series),
        .. Heaps(series),
    ];

    /// <summary>What several found, as what one check found.</summary>
    public static Message Together(ImmutableArray<Message> found) =>
        found is [var one] ? one : Message.Of("check.several", ("found", Message.List(found)));

    private static IEnumerable<ValidityCheck> Noise(ImmutableArray<CheckedSeries> series) => Judged(
        series.Where(each => each.Figures.Length > 1).Select(each => (each.Name, Moments: Moments.Of(each.Figures), each.Absolute)),
        each => each.Moments.Deviation <= Math.Max(each.Absolute, StopRule.NoisyBeyond * Math.Abs(each.Moments.Mean)),
        each => Message.Of("series.deviation", ("series", each.Name), ("share", each.Moments.Variation ?? 0)),
        (value, passed) => ValidityCheck.Of(
            RejectReason.Noisy, value, Message.Of("check.deviation", ("most", StopRule.NoisyBeyond)), passed));

    private static IEnumerable<ValidityCheck> Movement(ImmutableArray<CheckedSeries> series) => Judged(
        series.Select(each => (each.Name, Steady: Stationarity.Of(each.Figures), each.Absolute)).Where(each => each.Steady is not null),
        each => each.Steady!.IsSteady || Math.Abs(each.Steady.Shift) <= each.Absolute,
        each => Message.Of("series.halves", ("series", each.Name), ("share", each.Steady!.Halves ?? 0)),
        (value, passed) => ValidityCheck.Of(
            RejectReason.NotStationary, value, Message.Of("check.trend", ("most", Stationarity.HalvesLimit)), passed));

    private static IEnumerable<ValidityCheck> Heaps(ImmutableArray<CheckedSeries> series) => Judged(
        series.Select(each => (each.Name, Two: Bimodality.Of(each.Figures))).Where(each => each.Two is not null),
        _ => true,
        each => Message.Of("series.apart", ("series", each.Name), ("share", each.Two!.Gap)),
        (value, passed) => new ValidityCheck(TwoHeaps, value, Message.Of("check.hint"), passed, Message.Of("check.two-heaps")));

    // One check of all series: those that fail are named, and where none does, all.
    private static IEnumerable<ValidityCheck> Judged<T>(
        IEnumerable<T> series, Func<T, bool> passes, Func<T, Message> words, Func<Message, bool, ValidityCheck> check)
    {
        var all = series.ToLookup(passes);
        var told = all[false].Any() ? all[false] : all[true];
        return told.Any() ? [check(Together([.. told.Select(words)]), !all[false].Any())] : [];
    }
}
