using CostPlanner.Model;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Tests.Placement.VectorPacking;

public class PackingSearchTests
{
    [Fact]
    public void Four_bins_that_are_filled_to_the_last_unit_are_found()
    {
        // 7+3, 6+4, 5+5 and 8+2 fill bins of 10; the sum of 40 needs four bins at least.
        var result = Pack(Instances.Of([10], [7], [6], [5], [5], [8], [4], [3], [2]));
        Assert.Equal((4m, 4m, true, StopReason.Bound), (result.Cost!.Value, result.LowerBound, result.Proven, result.Stopped));
    }

    [Fact]
    public void Two_dimensions_that_complete_each_other_share_bins()
    {
        // A wide and a tall item fill a bin exactly; two of a kind never fit together. Three pairs: sum 30 of 10 in each dimension.
        var result = Pack(Instances.Of([10, 10], [9, 1], [9, 1], [9, 1], [1, 9], [1, 9], [1, 9]));
        Assert.Equal((3m, true), (result.Cost!.Value, result.Proven));
    }

    [Fact]
    public void Items_larger_than_half_a_bin_each_need_their_own()
    {
        // Five times 6 of 10 is 30, which three bins would hold; but no two of them share one.
        // The bound by patterns sees it: the best bin holds one item.
        var instance = new PackingInstance([new BinType([10])], [6], [5]);
        var result = Pack(instance);
        Assert.Equal((5m, 5m, true), (result.Cost!.Value, result.LowerBound, result.Proven));
    }

    [Fact]
    public void A_group_is_spread_and_bounds_the_number_of_bins()
    {
        // Six copies, at most two together: three bins, though one would hold them all.
        var instance = new PackingInstance([new BinType([100])], [1], [6], [new AntiAffinityGroup(2, [0])]);
        var result = Pack(instance);
        Assert.Equal((3m, 3m), (result.Cost!.Value, result.LowerBound));
    }

    [Fact]
    public void The_cheaper_of_two_kinds_of_bins_is_bought()
    {
        // Ten units: two small bins of 5 for 3 each cost 6, a large one of 10 costs 7.
        var instance = new PackingInstance([new BinType([10], 7), new BinType([5], 3, 4)], [1], [10]);
        var result = Pack(instance);
        Assert.Equal((6m, 6m, true), (result.Cost!.Value, result.LowerBound, result.Proven));
    }

    [Fact]
    public void Only_as_many_bins_as_there_are_may_be_used()
    {
        // 20 units: the one small bin holds 5, the large one must be bought twice or once beside it: 15 do not fit into one of 10.
        var instance = new PackingInstance([new BinType([10], 7), new BinType([5], 3, 1)], [1], [20]);
        Assert.Equal(14m, Pack(instance).Cost);
    }

    [Fact]
    public void An_item_larger_than_every_bin_is_named()
    {
        var result = Pack(Instances.Of([10, 10], [1, 1], [3, 11]));
        Assert.Null(result.Plan);
        Assert.Contains("type 2", result.Obstacle, StringComparison.Ordinal);
        Assert.False(result.Proven);
    }

    [Fact]
    public void Too_few_bins_are_told()
    {
        var instance = new PackingInstance([new BinType([10], 1, 2)], [6], [3]);
        var result = Pack(instance);
        Assert.Null(result.Plan);
        Assert.Contains("3 bins are needed, 2 are there", result.Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_pack_needs_no_bin()
    {
        var result = Pack(new PackingInstance([new BinType([10])], [], []));
        Assert.Equal((0m, true), (result.Cost!.Value, result.Proven));
    }

    [Fact]
    public void Calling_the_search_off_gives_the_best_plan_so_far()
    {
        var asked = 0;
        var result = PackingSearch.Pack(Instances.Drawn(5), new SearchLimits(Stop: () => ++asked > 1 ? StopReason.Cancelled : null));
        Assert.NotNull(result.Plan);
        Assert.True(result.Proven || result.Stopped == StopReason.Cancelled);
    }

    private static PackingResult Pack(PackingInstance instance) => PackingSearch.Pack(instance, Instances.Short);
}
