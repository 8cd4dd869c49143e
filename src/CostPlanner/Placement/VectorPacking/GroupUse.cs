namespace CostPlanner.Placement.VectorPacking;

/// <summary>How many copies of each anti-affinity group lie in each bin.</summary>
internal sealed class GroupUse(int[] limits)
{
    private readonly Dictionary<(int Bin, int Group), int> counts = [];

    /// <summary>Whether one more copy in these groups may lie in the bin.</summary>
    public bool Allows(int bin, ReadOnlySpan<int> groups) => RoomFor(bin, groups, 1) > 0;

    /// <summary>How many more copies in these groups may lie in the bin, up to the number asked for.</summary>
    public int RoomFor(int bin, ReadOnlySpan<int> groups, int asked)
    {
        foreach (var group in groups)
        {
            asked = Math.Min(asked, limits[group] - counts.GetValueOrDefault((bin, group)));
        }

        return asked;
    }

    /// <summary>Whether the bin can take no more of the group.</summary>
    public bool IsFull(int bin, int group) => counts.GetValueOrDefault((bin, group)) >= limits[group];

    /// <summary>Counts so many copies in, or out when the number is negative.</summary>
    public void Add(int bin, ReadOnlySpan<int> groups, int copies)
    {
        foreach (var group in groups)
        {
            counts[(bin, group)] = counts.GetValueOrDefault((bin, group)) + copies;
        }
    }

    public void Clear() => counts.Clear();
}
