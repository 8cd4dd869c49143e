using System.Numerics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>First fit decreasing for very many bins: a tree whose nodes know the most that any bin below them has left.</summary>
/// <remarks>A node with room in each dimension need not lead to a bin that has it in all: the search goes down left to right and comes back.</remarks>
internal sealed class FirstFitTree
{
    private readonly ItemTable table;
    private readonly int[] most;
    private readonly int leaves;
    private readonly Stack<int> path = new();

    private FirstFitTree(ItemTable table)
    {
        this.table = table;
        leaves = (int)BitOperations.RoundUpToPowerOf2((uint)table.Copies);
        most = new int[2 * leaves * table.Dimensions];
        for (var at = 0; at < most.Length; at += table.Dimensions)
        {
            table.Capacity.CopyTo(most.AsSpan(at));
        }
    }

    public static Packed Pack(ItemTable table)
    {
        var tree = new FirstFitTree(table);
        var binOf = new int[table.Copies];
        var bins = 0;
        foreach (var type in table.ByWeightedSquare())
        {
            for (var copy = table.First[type]; copy < table.First[type + 1]; copy++)
            {
                binOf[copy] = tree.Place(table.SizeOf(type));
                bins = Math.Max(bins, binOf[copy] + 1);
            }
        }

        return new Packed(binOf, bins);
    }

    private int Place(ReadOnlySpan<int> size)
    {
        path.Clear();
        path.Push(1);
        while (path.TryPop(out var node))
        {
            if (!Fits(node, size))
            {
                continue;
            }

            if (node >= leaves)
            {
                Take(node, size);
                return node - leaves;
            }

            path.Push((2 * node) + 1);
            path.Push(2 * node);
        }

        throw new InvalidOperationException("an item is larger than an empty bin");
    }

    private Span<int> MostOf(int node) => most.AsSpan(node * table.Dimensions, table.Dimensions);

    private bool Fits(int node, ReadOnlySpan<int> size)
    {
        var left = MostOf(node);
        for (var d = 0; d < size.Length; d++)
        {
            if (size[d] > left[d])
            {
                return false;
            }
        }

        return true;
    }

    private void Take(int leaf, ReadOnlySpan<int> size)
    {
        var left = MostOf(leaf);
        for (var d = 0; d < size.Length; d++)
        {
            left[d] -= size[d];
        }

        for (var node = leaf / 2; node > 0; node /= 2)
        {
            var up = MostOf(node);
            var one = MostOf(2 * node);
            var other = MostOf((2 * node) + 1);
            for (var d = 0; d < up.Length; d++)
            {
                up[d] = Math.Max(one[d], other[d]);
            }
        }
    }
}
