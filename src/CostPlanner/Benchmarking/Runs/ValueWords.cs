using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>Figures on one line of progress.</summary>
internal static class ValueWords
{
    /// <summary>"cpu-alu 0.981 (0.975 to 0.987) ratio, n = 5".</summary>
    public static string Of(MeasuredValue value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{value.Name} {value.Value:0.####}"
            + $"{(value.Low is null && value.High is null ? "" : FormattableString.Invariant($" ({End(value.Low)} to {End(value.High)})"))} {value.Unit}, n "
            + $"= {value.N}");

    /// <summary>"boot-s 4.31, boot-cpu 3.9".</summary>
    public static string Of(ImmutableSortedDictionary<string, double> figures) =>
        string.Join(", ", figures.Select(figure => FormattableString.Invariant($"{figure.Key} {figure.Value:0.####}")));

    private static string End(double? end) => end is { } known ? FormattableString.Invariant($"{known:0.####}") : "?";
}
