using System.Collections.Immutable;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Labels beside the ends of lines, moved up and down until none covers another.</summary>
internal static class LabelColumn
{
    /// <summary>
    /// Heights for labels that would like to stand at those heights, at least that far apart and within the limits; in the order given.
    /// Labels that would touch form a block around the mean of their wishes; blocks that touch merge.
    /// </summary>
    public static ImmutableArray<decimal> Spread(ImmutableArray<decimal> wishes, decimal distance, decimal top, decimal bottom)
    {
        var order = Enumerable.Range(0, wishes.Length).OrderBy(index => wishes[index]).ThenBy(index => index).ToList();
        var blocks = new List<(decimal Start, List<int> Members)>();
        foreach (var index in order)
        {
            blocks.Add((Fit(wishes[index], 1, distance, top, bottom), [index]));
            while (blocks.Count > 1 && blocks[^2].Start + (blocks[^2].Members.Count * distance) > blocks[^1].Start)
            {
                var members = blocks[^2].Members.Concat(blocks[^1].Members).ToList();
                blocks.RemoveRange(blocks.Count - 2, 2);
                var start = members.Select((member, place) => wishes[member] - (place * distance)).Average();
                blocks.Add((Fit(start, members.Count, distance, top, bottom), members));
            }
        }

        var heights = new decimal[wishes.Length];
        foreach (var (start, members) in blocks)
        {
            for (var place = 0; place < members.Count; place++)
            {
                heights[members[place]] = start + (place * distance);
            }
        }

        return [.. heights];
    }

    private static decimal Fit(decimal start, int labels, decimal distance, decimal top, decimal bottom) =>
        Math.Max(top, Math.Min(start, bottom - ((labels - 1) * distance)));
}
