using CostPlanner.Model;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Merges equal item types of an instance, and finds the way back to its copies.</summary>
internal sealed class Merging
{
    private readonly int[] mergedOf;
    private readonly PackingInstance instance;

    public Merging(PackingInstance instance, int[] capacity)
    {
        this.instance = instance;
        mergedOf = new int[instance.Counts.Length];
        var groups = GroupsOf(instance);
        var representatives = Representatives(groups);
        var counts = new int[representatives.Count];
        for (var type = 0; type < mergedOf.Length; type++)
        {
            counts[mergedOf[type]] += instance.Counts[type];
        }

        var sizes = new int[counts.Length * instance.Dimensions];
        for (var merged = 0; merged < counts.Length; merged++)
        {
            instance.SizeOf(representatives[merged]).CopyTo(sizes.AsSpan(merged * instance.Dimensions));
        }

        Table = new ItemTable(
            capacity,
            sizes,
            counts,
            groups is null ? null : [.. representatives.Select(type => groups[type])],
            [.. instance.Groups.Select(group => group.AtMost)]);
    }

    /// <summary>The merged types.</summary>
    public ItemTable Table { get; }

    /// <summary>The bins of the instance's copies, from those of the merged types' copies.</summary>
    public int[] Unmerged(int[] binOf)
    {
        var next = Table.First.ToArray();
        var bins = new int[binOf.Length];
        var copy = 0;
        for (var type = 0; type < mergedOf.Length; type++)
        {
            for (var k = 0; k < instance.Counts[type]; k++)
            {
                bins[copy++] = binOf[next[mergedOf[type]]++];
            }
        }

        return bins;
    }

    /// <summary>Types of equal size share an entry of an open hash table; those in groups stand alone.</summary>
    private List<int> Representatives(int[][]? groups)
    {
        var slots = new int[2 * (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)mergedOf.Length + 1)];
        var found = new List<int>(mergedOf.Length);
        for (var type = 0; type < mergedOf.Length; type++)
        {
            var alone = groups is not null && groups[type].Length > 0;
            var slot = Hash(instance.SizeOf(type)) & (slots.Length - 1);
            while (!alone && slots[slot] != 0 && !instance.SizeOf(found[slots[slot] - 1]).SequenceEqual(instance.SizeOf(type)))
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            if (alone || slots[slot] == 0)
            {
                found.Add(type);
                mergedOf[type] = found.Count - 1;
                slots[slot] = alone ? slots[slot] : found.Count;
            }
            else
            {
                mergedOf[type] = slots[slot] - 1;
            }
        }

        return found;
    }

    private static int Hash(ReadOnlySpan<int> size)
    {
        var hash = Tuning.SplitMixStep;
        foreach (var value in size)
        {
            hash = unchecked((hash ^ (uint)value) * Tuning.SplitMixFirst);
            hash ^= hash >> Tuning.SplitMixShiftLast;
        }

        return unchecked((int)hash & ~(1 << (Tuning.HalfOfBits - 1)));
    }

    private static int[][]? GroupsOf(PackingInstance instance)
    {
        if (instance.Groups.IsEmpty)
        {
            return null;
        }

        var lists = new List<int>?[instance.Counts.Length];
        for (var group = 0; group < instance.Groups.Length; group++)
        {
            foreach (var type in instance.Groups[group].Types)
            {
                (lists[type] ??= []).Add(group);
            }
        }

        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }
}
