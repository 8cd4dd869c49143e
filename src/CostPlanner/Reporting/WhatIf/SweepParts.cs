using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Reporting.WhatIf;

/// <summary>Joins the shares of several machines to the sweep that one would have made.</summary>
public static class SweepParts
{
    private const int Named = 10;

    /// <summary>The whole sweep, or null with words where the parts are not of one sweep, contradict each other or leave points out.</summary>
    public static (Sweep? Whole, string? Why) Join(ImmutableArray<(string File, Sweep Part)> parts)
    {
        var first = parts[0];
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
            ? (null, FormattableString.Invariant($"{missing.Count} of {first.Part.Count} points are missing: {string.Join(", ", missing.Take(Named))}{(missing.Count > Named ? " and more" : "")}; a share of the sweep is not there"))
            : (first.Part with { Points = [.. points.Values.Select(each => each.Point)] }, null);
    }

    private static string HeadOf(Sweep sweep) => SweepJson.Render(sweep with { Points = [] });

    private static string TextOf(Sweep sweep, SweepPoint point) => SweepJson.Render(sweep with { Points = [point] });
}
