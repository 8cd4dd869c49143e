using CostPlanner.Model;
using CostPlanner.Placement.VectorPacking;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.VectorPacking;

public class FixedBinsTests
{
    private const int Seed = 1;
    private const long Work = 200_000;

    [Fact]
    public void Bins_of_three_sizes_are_filled_to_the_last_unit_where_worst_fit_fails()
    {
        // 10 = 5 + 5, 8 = 4 + 4, 6 = 3 + 3. Worst fit puts the fives into 10 and 8, the fours into 6 and 10, a three into 8;
        // then 1, 0 and 2 are left, and the last three has no place.
        int[][] capacities = [[10], [8], [6]];
        var table = Table(Instances.Of([8], [5], [5], [4], [4], [3], [3]));
        Assert.Null(FixedBins.Fill(table, capacities, Unplaced(table), work: 0, Seed));
        var binOf = FixedBins.Fill(table, capacities, Unplaced(table), Work, Seed);
        Assert.Equal([10, 8, 6], Loads(table, binOf!, 3));
    }

    [Fact]
    public void Copies_stay_where_they_start_while_there_is_room()
    {
        // The second bin is the roomier one, yet the first copy lies in the first; only the second copy looks for a place.
        var table = Table(Instances.Of([10], [2], [3]));
        Assert.Equal([0, 1], FixedBins.Fill(table, [[5], [10]], [0, Packed.Nowhere], Work, Seed)!);
    }

    [Fact]
    public void A_copy_whose_bin_has_no_room_for_it_finds_another()
    {
        var table = Table(Instances.Of([10], [6], [7]));
        Assert.Equal([0, 1], FixedBins.Fill(table, [[10], [7]], [0, 0], Work, Seed)!);
    }

    [Fact]
    public void What_cannot_fit_is_not_searched_for()
    {
        // Either together too much, or one item larger than each bin; all the work there is would not help.
        var table = Table(Instances.Of([10], [6], [7]));
        Assert.Null(FixedBins.Fill(table, [[12]], Unplaced(table), long.MaxValue, Seed));
        Assert.Null(FixedBins.Fill(table, [[6], [6], [6]], Unplaced(table), long.MaxValue, Seed));
        Assert.Null(FixedBins.Fill(table, [], Unplaced(table), long.MaxValue, Seed));
    }

    [Fact]
    public void No_bin_is_too_full_and_no_group_too_close_together() => AtRandom.ForSeeds(60, seed =>
    {
        var random = new System.Random(seed);
        var (table, capacities) = Drawn(random);
        int[] start = [.. Enumerable.Range(0, table.Copies).Select(_ => random.Next(Packed.Nowhere, capacities.Length))];
        return FixedBins.Fill(table, capacities, start, Work, seed) is not { } binOf || IsSound(table, capacities, binOf);
    });

    [Fact]
    public void The_same_seed_fills_the_same_bins() => AtRandom.ForSeeds(20, seed =>
    {
        var (table, capacities) = Drawn(new System.Random(seed));
        var (one, other) = (Fill(), Fill());
        return one is null ? other is null : other is not null && one.SequenceEqual(other);

        int[]? Fill() => FixedBins.Fill(table, capacities, Unplaced(table), Work, seed);
    });

    /// <summary>Items and groups drawn at random, and bins of one to three halves of their capacity, a few more than they need.</summary>
    private static (ItemTable Table, int[][] Capacities) Drawn(System.Random random)
    {
        var table = Table(Instances.Drawn(random.Next()));
        var bins = 1 + (DimensionBound.Of(table) * random.Next(10, 14) / 10);
        return (table, [.. Enumerable.Range(0, bins).Select(_ => random.Next(1, 4)).Select(halves => table.Capacity.Select(each => each * halves / 2).ToArray())]);
    }

    private static ItemTable Table(PackingInstance instance) => new Merging(instance, [.. instance.Bins[0].Capacity]).Table;

    private static int[] Unplaced(ItemTable table) => [.. Enumerable.Repeat(Packed.Nowhere, table.Copies)];

    /// <summary>What lies in each bin, of the only dimension.</summary>
    private static int[] Loads(ItemTable table, int[] binOf, int bins) =>
        [.. Enumerable.Range(0, bins).Select(bin => binOf.Index().Where(each => each.Item == bin).Sum(each => table.SizeOf(table.TypeOf[each.Index])[0]))];

    private static bool IsSound(ItemTable table, int[][] capacities, int[] binOf)
    {
        var loads = capacities.Select(each => new long[each.Length]).ToArray();
        foreach (var (copy, bin) in binOf.Index())
        {
            for (var d = 0; d < table.Dimensions; d++)
            {
                loads[bin][d] += table.SizeOf(table.TypeOf[copy])[d];
            }
        }

        return capacities.Zip(loads).All(bin => bin.First.Zip(bin.Second).All(each => each.Second <= each.First))
            && binOf.Index().SelectMany(each => table.GroupsOf(table.TypeOf[each.Index]).ToArray().Select(group => (each.Item, group))).CountBy(each => each)
                .All(each => each.Value <= table.GroupLimits[each.Key.group]);
    }
}
