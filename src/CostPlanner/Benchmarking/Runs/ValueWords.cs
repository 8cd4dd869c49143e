using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>Figures on one line of progress.</summary>
internal static class ValueWords
{
    /// <summary>"cpu-alu 0.981 (0.975 to 0.987) ratio, n = 5".</summary>
    public static Message Of(MeasuredValue value) => Message.Of(
        "progress.value",
        ("name", value.Name),
        ("value", value.Value),
        ("interval", value.Low is null && value.High is null
            ? Message.None
            : Message.Of("progress.interval", ("low", End(value.Low)), ("high", End(value.High)))),
        ("unit", value.Unit),
        ("n", value.N));

    /// <summary>"boot-s 4.31, boot-cpu 3.9".</summary>
    public static Message Of(ImmutableSortedDictionary<string, double> figures) => Message.Of(
        "list", ("entries", Message.List(figures.Select(figure => Message.Of("progress.figure", ("name", figure.Key), ("value", figure.Value))))));

    private static MessageValue End(double? end) => end is { } known ? known : "?";
}
