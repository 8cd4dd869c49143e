namespace CostPlanner.Placement.VectorPacking;

/// <summary>The simplest lower bound on the number of equal bins.</summary>
internal static class DimensionBound
{
    /// <summary>The largest of: for each dimension the sum of all sizes over the capacity, rounded up; for each group its copies over those that may lie together.</summary>
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
}
