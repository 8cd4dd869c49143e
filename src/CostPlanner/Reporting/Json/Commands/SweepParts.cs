using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>Joins the shares of several machines to the sweep that one would have made.</summary>
public static class SweepParts
{
    private const int Named = 10;

    /// <summary>The whole sweep, or null with words where the parts are not of one sweep, contradict each other or leave points out.</summary>
    public static (Sweep? Whole, string? Why) Join(ImmutableArray<(string File, Sweep Part)> parts)
    {
        var first = parts[0];
        if (parts.Select(each => Unsealed(each.File, each.Part) ?? OtherSeal(first, each)).FirstOrDefault(why => why is not null) is { } unsound)
        {
            return (null, unsound);
        }

        var head = HeadOf(first.Part);
        if (parts.FirstOrDefault(each => HeadOf(each.Part) != head) is { File: { } other })
        {
            return (null, $"{other} is of another sweep than {first.File}: scenario, data, program, --set or --sweep differ");
        }

        var points = new SortedDictionary<int, (string File, SweepPoint Point)>();
        foreach (var (file, point) in parts.SelectMany(each => each.Part.Points.Select(point => (each.File, point))))
        {
            if (points.TryAdd(point.Index, (file, point)))
            {
                continue;
            }

            var there = points[point.Index];
            if (TextOf(first.Part, there.Point) != TextOf(first.Part, point))
            {
                return (null, FormattableString.Invariant($"{file} and {there.File} differ at point {point.Index + 1}"));
            }
        }

        var missing = Enumerable.Range(0, first.Part.Count).Where(index => !points.ContainsKey(index)).Select(index => index + 1).ToList();
        return missing.Count > 0
            ? (
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{missing.Count} of {first.Part.Count} points are missing: {string.Join(", ", missing.Take(Named))}"
                        + $"{(missing.Count > Named ? " and more" : "")}; a share of the sweep is not there"))
            : (first.Part with { Points = [.. points.Values.Select(each => each.Point)], Seal = null }, null);
    }

    /// <summary>Why a file is no share that can be trusted, or null.</summary>
    private static string? Unsealed(string file, Sweep part) =>
        part.Seal is not { } seal
            ? $"{file} has no fingerprint of its inputs: it is a whole sweep, or an earlier version of the program wrote it; run that share again"
        : seal.Figures != SweepJson.FiguresOf(part)
            ? $"{file} was changed after it was written: its figures are not those of its fingerprint; run that share again"
        : null;

    /// <summary>What two shares were not alike worked out by or from, or null.</summary>
    private static string? OtherSeal((string File, Sweep Part) first, (string File, Sweep Part) other)
    {
        var (one, two) = (first.Part.Seal!, other.Part.Seal!);
        if (one.Program != two.Program)
        {
            return $"{other.File} was worked out by another build of the program than {first.File}; run both by the same one";
        }

        string[] unlike = [
            .. one.Inputs.Except(two.Inputs).Concat(two.Inputs.Except(one.Inputs)).Select(each => each.Name).Distinct().Order(StringComparer.Ordinal),
        ];
        return unlike.Length == 0 ? null
            : $"{other.File} was worked out from other inputs than {first.File}: {string.Join(", ", unlike.Take(Named))}"
                + $"{(unlike.Length > Named ? " and more" : "")} differ; run both from the same files";
    }

    private static string HeadOf(Sweep sweep) => SweepJson.Render(sweep with { Points = [], Seal = null });

    private static string TextOf(Sweep sweep, SweepPoint point) => SweepJson.Render(sweep with { Points = [point], Seal = null });
}
