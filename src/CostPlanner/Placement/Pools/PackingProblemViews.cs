using System.Collections.Immutable;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Placement.Pools;

/// <summary>A packing problem as others ask for it: its largest servers, and its items as the vector packing engine takes them.</summary>
internal static class PackingProblemViews
{
    /// <summary>So many servers that offer no less on any axis than all others; null where there are none.</summary>
    public static ImmutableArray<int>? Largest(this PackingProblem problem, int count)
    {
        var ordered = Enumerable.Range(0, problem.Servers.Length)
            .OrderByDescending(server => problem.CapacityOf(server).ToArray().Sum(each => (long)each))
            .ThenByDescending(server => server)
            .ToList();
        return ordered.Count > count && ordered[..count].All(large => ordered[count..].All(other => OffersNoLess(problem, large, other)))
            ? [.. ordered[..count]]
            : null;
    }

    private static bool OffersNoLess(PackingProblem problem, int large, int other)
    {
        for (var d = 0; d < problem.Dimensions; d++)
        {
            if (problem.CapacityOf(large)[d] < problem.CapacityOf(other)[d])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Some of the items as the search of the vector packing engine sees them.</summary>
    public static ItemTable Table(this PackingProblem problem, IReadOnlyList<int> items)
    {
        var (servers, count) = (Enumerable.Range(0, problem.Servers.Length), Math.Max(1, problem.Servers.Length));
        var typical = Enumerable.Range(0, problem.Dimensions)
            .Select(d => (int)(servers.Sum(server => (long)problem.CapacityOf(server)[d]) / count))
            .ToArray();
        var table = new int[items.Count * problem.Dimensions];
        var counts = new int[items.Count];
        counts.AsSpan().Fill(1);
        for (var x = 0; x < items.Count; x++)
        {
            problem.SizeOf(items[x]).CopyTo(table.AsSpan(x * problem.Dimensions));
        }

        int[][]? groups = problem.Groups.IsEmpty ? null : [.. items.Select(item => problem.GroupsOf[item].ToArray())];
        return new ItemTable(typical, table, counts, groups, [.. problem.Groups.Select(group => group.AtMost)]);
    }
}
