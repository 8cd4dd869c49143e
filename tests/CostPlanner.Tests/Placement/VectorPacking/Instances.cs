using CostPlanner.Model;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Tests.Placement.VectorPacking;

/// <summary>Small packing instances for tests.</summary>
internal static class Instances
{
    /// <summary>Limits that end soon.</summary>
    public static readonly SearchLimits Short = new(Work: 200_000);

    /// <summary>One kind of bin; each item is given with its sizes, and each stands once.</summary>
    public static PackingInstance Of(int[] capacity, params int[][] items) =>
        new([new BinType([.. capacity])], [.. items.SelectMany(item => item)], [.. items.Select(_ => 1)]);

    /// <summary>An instance drawn from a seed: one to four dimensions, up to so many item types, groups now and then, one or several kinds of bins.</summary>
    public static PackingInstance Drawn(int seed, int mostTypes = 60, bool priced = false)
    {
        var random = new Random(seed);
        var dimensions = random.Next(1, 6);
        var types = random.Next(0, mostTypes);
        int[] capacity = [.. Enumerable.Range(0, dimensions).Select(_ => random.Next(20, 200))];
        var largest = random.Next(1, 4);
        var sizes = Enumerable.Range(0, types * dimensions).Select(at => random.Next(0, (capacity[at % dimensions] / largest) + 1));
        var groups = Enumerable.Range(0, types == 0 ? 0 : random.Next(0, 3))
            .Select(_ => new AntiAffinityGroup(random.Next(1, 4), [.. Enumerable.Range(0, types).Where(_ => random.Next(4) == 0)]));
        var kinds = Enumerable.Range(1, priced ? random.Next(1, 4) : 0)
            .Select(k => new BinType([.. capacity.Select(each => each / 2 * k)], random.Next(1, 100), random.Next(0, 5)));
        return new PackingInstance(
            [new BinType([.. capacity], priced ? random.Next(1, 100) : 1), .. kinds],
            [.. sizes],
            [.. Enumerable.Range(0, types).Select(_ => random.Next(0, 5))],
            [.. groups]);
    }

    /// <summary>The same instance with one copy less of a type.</summary>
    public static PackingInstance Without(PackingInstance instance, int type) => new(
        instance.Bins, instance.Sizes, instance.Counts.SetItem(type, instance.Counts[type] - 1), instance.Groups);
}
