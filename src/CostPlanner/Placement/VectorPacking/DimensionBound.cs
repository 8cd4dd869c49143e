namespace CostPlanner.Placement.VectorPacking;

/// <summary>The simplest lower bounds on the number of equal bins.</summary>
internal static class DimensionBound
{
    /// <summary>
    /// The largest of: for each dimension the sum of all sizes over the capacity, rounded up; for each group its copies over those that may lie together.
    /// </summary>
    public static int Of(ItemTable table)
    {
        var bound = table.Copies == 0 ? 0L : 1L;
        for (var d = 0; d < table.Dimensions; d++)
        {
            bound = table.Capacity[d] == 0 ? bound : Math.Max(bound, (table.Demand[d] + table.Capacity[d] - 1) / table.Capacity[d]);
        }

        var members = new long[table.GroupLimits.Length];
        for (var type = 0; table.Groups is not null && type < table.Types; type++)
        {
            foreach (var group in table.GroupsOf(type))
            {
                members[group] += table.Counts[type];
            }
        }

        for (var group = 0; group < members.Length; group++)
        {
            bound = Math.Max(bound, (members[group] + table.GroupLimits[group] - 1) / table.GroupLimits[group]);
        }

        return (int)bound;
    }

    /// <summary>
    /// The largest of: for each dimension the sum of all sizes, counted in the steps that need most, over the steps of a bin, rounded up; 0 where steps say no
    /// more than sums.
    /// </summary>
    public static int InSteps(ItemTable table)
    {
        var bound = 0L;
        for (var d = 0; d < table.Dimensions; d++)
        {
            var sizes = new Dictionary<int, long>();
            for (var type = 0; type < table.Types; type++)
            {
                var size = table.SizeOf(type)[d];
                sizes[size] = sizes.GetValueOrDefault(size) + table.Counts[type];
            }

            sizes.Remove(0);
            bound = SizeSteps.Best(table.Capacity[d], sizes) is var (steps, needed) ? Math.Max(bound, steps.Bins(needed)) : bound;
        }

        return (int)bound;
    }
}
