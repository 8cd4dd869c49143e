using CostPlanner.Model;
using CostPlanner.Placement.VectorPacking;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.VectorPacking;

/// <summary>What must be true of every packing, on instances drawn at random.</summary>
[Slow]
public class PackingProperties
{
    [Fact]
    public void Every_plan_passes_the_verifier_and_none_is_below_the_bound() => AtRandom.ForSeeds(40, seed =>
    {
        var instance = Instances.Drawn(seed);
        var result = PackingSearch.Pack(instance, Instances.Short);
        return result.Plan is { } plan && Sound(instance, plan) && result.Cost >= result.LowerBound && result.Cost == plan.CostIn(instance);
    });

    [Fact]
    public void Every_plan_of_priced_bins_passes_the_verifier_and_none_is_below_the_bound() => AtRandom.ForSeeds(40, seed =>
    {
        var instance = Instances.Drawn(seed, mostTypes: 25, priced: true);
        var result = PackingSearch.Pack(instance, Instances.Short);
        return result.Plan is { } plan && Sound(instance, plan) && result.Cost >= result.LowerBound && result.Cost == plan.CostIn(instance);
    });

    [Fact]
    public void Every_part_of_the_portfolio_makes_sound_plans() => AtRandom.ForSeeds(40, seed =>
    {
        var instance = Instances.Drawn(seed);
        var merging = new Merging(instance, [.. instance.Bins[0].Capacity]);
        var table = merging.Table;
        var bound = DimensionBound.Of(table);
        List<Packed> parts = [FirstFit.Pack(table), new WorstFit(table, 8).WithOverflow(Math.Max(1, bound), new SplitMix(seed))];
        if (table.Groups is null && table.Copies > 0)
        {
            parts.Add(FirstFitTree.Pack(table));
            parts.Add(BucketDot.Pack(table));
        }

        if (table.Copies > 0 && PatternBound.Of(table, parts[0].Bins, Enough()) is var (_, patterns))
        {
            parts.AddRange([.. Enumerable.Range(0, 3).Select(attempt => PatternRounding.Pack(table, patterns, Enough(), Instances.Short, attempt))]);
        }

        return parts.TrueForAll(part => part.Bins >= bound
            && Sound(instance, new PackingPlan([.. merging.Unmerged(part.BinOf)], [.. Enumerable.Repeat(0, part.Bins)])));
    });

    [Fact]
    public void The_best_fill_of_a_bin_is_the_same_by_depth_first_search_and_over_all_states() => AtRandom.ForSeeds(40, seed =>
    {
        // Sizes of 20 and more of 100: a bin holds five at most, and there are six of each, so that counts never bind.
        var random = new System.Random(seed);
        var instance = new PackingInstance([new BinType([100, 100])], [.. Enumerable.Range(0, 16).Select(_ => random.Next(20, 70))], [.. Enumerable.Repeat(6, 8)]);
        var table = new Merging(instance, [100, 100]).Table;
        long[] worth = [.. Enumerable.Range(0, table.Types).Select(_ => random.NextInt64(1, 1000))];
        var fill = new PatternFills(table).Better(worth, 0, Enough())![0];
        return fill.Sum(type => worth[type]) == PatternKnapsack.For(table)!.Best(worth).Sum(type => worth[type]);
    });

    [Fact]
    public void First_fit_through_the_tree_is_first_fit_through_the_list() => AtRandom.ForSeeds(40, seed =>
    {
        var instance = Instances.Drawn(seed);
        var table = new Merging(new PackingInstance(instance.Bins, instance.Sizes, instance.Counts), [.. instance.Bins[0].Capacity]).Table;
        return table.Copies == 0 || FirstFitTree.Pack(table).BinOf.SequenceEqual(FirstFit.Pack(table).BinOf);
    });

    [Fact]
    public void Leaving_an_item_out_never_raises_the_bound() => AtRandom.ForSeeds(40, seed =>
    {
        var instance = Instances.Drawn(seed);
        var type = instance.Counts.ToList().FindIndex(count => count > 0);
        return type < 0 || Bound(Instances.Without(instance, type)) <= Bound(instance);
    });

    [Fact]
    public void One_thread_and_two_make_the_same_plan() => AtRandom.ForSeeds(4, seed =>
    {
        // Bins of some fifteen items, of which groups are repaired side by side, and bins of two or three, by their patterns.
        return new[] { Distinct(seed, 3_000, 120), Distinct(seed, 120, 600) }.All(instance =>
        {
            var one = PackingSearch.Pack(instance, new SearchLimits(seed, 1, 8_000_000));
            var two = PackingSearch.Pack(instance, new SearchLimits(seed, 2, 8_000_000));
            return one.Plan!.BinOf.SequenceEqual(two.Plan!.BinOf) && one.Stopped == two.Stopped;
        });
    });

    [Fact]
    public void The_verifier_refuses_plans_that_break_a_rule() => AtRandom.ForSeeds(40, seed =>
    {
        var instance = Instances.Drawn(seed);
        if (PackingSearch.Pack(instance, Instances.Short).Plan is not { BinOf.Length: > 0 } plan)
        {
            return true;
        }

        var cut = plan with { BinOf = plan.BinOf[1..] };
        var emptyBin = plan with { TypeOf = plan.TypeOf.Add(0) };
        var nowhere = plan with { BinOf = plan.BinOf.SetItem(0, plan.TypeOf.Length) };
        var together = new PackingPlan([.. plan.BinOf.Select(_ => 0)], [0]);
        return !Sound(instance, cut) && !Sound(instance, emptyBin) && !Sound(instance, nowhere) && (plan.TypeOf.Length == 1 || !Sound(instance, together) || Bound(instance) == 1);
    });

    private static WorkMeter Enough() => new(Instances.Short, 50_000_000);

    private static int Bound(PackingInstance instance) => DimensionBound.Of(new Merging(instance, [.. instance.Bins[0].Capacity]).Table);

    private static bool Sound(PackingInstance instance, PackingPlan plan) => PackingCheck.Violations(instance, plan).IsEmpty;

    /// <summary>So many items of two dimensions, drawn below the largest, for bins of 1000.</summary>
    private static PackingInstance Distinct(int seed, int items, int largest)
    {
        var random = new System.Random(seed);
        return Instances.Of([1000, 1000], [.. Enumerable.Range(0, items).Select(_ => new[] { random.Next(largest / 10, largest), random.Next(largest / 10, largest) })]);
    }
}
