using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Placement.VectorPacking;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Placement.VectorPacking;

namespace CostPlanner.Tests.Placement;

/// <summary>Every search ends because each of its rounds uses up work. Rounds are counted, nothing is clocked.</summary>
[Slow]
public class EverySearchEndsTests
{
    private const long Work = 200_000;

    /// <summary>
    /// How often a search may ask whether to stop: once for each look that it spends, at the most, and besides once for every 64 ejections and for each
    /// group of bins, which both take looks; a last round may go beyond the work allowed.
    /// </summary>
    private const long MostQuestions = 3 * Work;

    // Found among 15,934 drawn: the lightest bin held items that weigh nothing, and emptying it saved no bin and cost no work.
    [Theory]
    [InlineData(153928072)]
    [InlineData(4355450)]
    [InlineData(28096612)]
    [InlineData(48068330)]
    public void Instances_that_were_searched_for_ever_are_searched_to_an_end(int seed) => AssertEnds(Instances.Drawn(seed));

    // Four items that take up nothing, of which a-b, b-c and c-d must not share a bin. First fit takes a, d, b, c in that order: a and d share the
    // first bin, b goes to a second and c to a third. Two do: a and c, b and d; and no fewer, for a and b are apart.
    [Fact]
    public void A_bin_of_items_that_weigh_nothing_is_emptied_and_saved()
    {
        var instance = new PackingInstance(
            [new BinType([10])], [0, 0, 0, 0], [1, 1, 1, 1], [new AntiAffinityGroup(1, [0, 2]), new AntiAffinityGroup(1, [2, 3]), new AntiAffinityGroup(1, [3, 1])]);
        var result = AssertEnds(instance);
        Assert.Equal((2m, 2m, true), (result.Cost!.Value, result.LowerBound, result.Proven));
    }

    // The same with items of 1 in bins of 16,777,215: a weight of (1 / 16,777,215)^2 = 4e-15 each, which no comparison of weights notices.
    [Fact]
    public void A_bin_of_items_that_weigh_next_to_nothing_is_emptied_and_saved()
    {
        var instance = new PackingInstance(
            [new BinType([PackingInstance.LargestSize])], [1, 1, 1, 1], [1, 1, 1, 1], [new AntiAffinityGroup(1, [0, 2]), new AntiAffinityGroup(1, [2, 3]), new AntiAffinityGroup(1, [3, 1])]);
        Assert.True(AssertEnds(instance).Proven);
    }

    [Fact]
    public void Every_search_for_the_fewest_bins_uses_up_work_in_each_round() => AtRandom.ForSeeds(300, seed => Ends(Instances.Drawn(seed)));

    [Fact]
    public void Every_search_for_the_cheapest_bins_uses_up_work_in_each_round() => AtRandom.ForSeeds(60, seed => Ends(Instances.Drawn(seed, mostTypes: 25, priced: true)));

    // 60 items of up to a third and 1,000 of a ten-thousandth: few to a bin on average, and more ways to fill one than could ever be looked at.
    [Fact]
    public void Fills_of_very_many_small_items_are_not_all_looked_at() => AtRandom.ForSeeds(3, seed =>
    {
        var random = new Random(seed);
        return Ends(Instances.Of(
            [1_000_000, 1_000_000],
            [
                .. Enumerable.Range(0, 360).Select(_ => new[] { random.Next(500_000, 900_000), random.Next(500_000, 900_000) }),
                .. Enumerable.Range(0, 600).Select(_ => new[] { random.Next(1, 2_000), random.Next(1, 2_000) }),
            ]));
    });

    [Fact]
    public void A_search_that_asks_has_spent_at_least_one_look()
    {
        var meter = new WorkMeter(new SearchLimits(), 2);
        Assert.True(meter.Spend(0));
        Assert.False(meter.Spend(0));
        Assert.Equal((StopReason.Work, 0L), (meter.Stopped, meter.Left));
    }

    // Storage inside hosts holds images of almost nothing beside disks: as above, in a cluster. Equal hosts of which the plain ways need one too many.
    [Fact]
    public void A_small_cluster_with_VMs_that_take_next_to_nothing_is_planned_to_an_end() => AtRandom.ForSeeds(60, seed =>
    {
        var question = Cluster(seed);
        var plan = ClusterPlacement.Plan(question);
        return plan.Holds && plan.Servers.Length >= plan.LowerBound;
    });

    private static PackingResult AssertEnds(PackingInstance instance)
    {
        var (result, asked) = Packed(instance);
        Assert.InRange(asked, 0, MostQuestions);
        Assert.Empty(PackingCheck.Violations(instance, result.Plan!));
        return result;
    }

    private static bool Ends(PackingInstance instance) => Packed(instance) is var (result, _) && result.Plan is not null;

    /// <summary>The result and how often the search asked; one that asks too often throws, and so ends at least the test.</summary>
    private static (PackingResult Result, long Asked) Packed(PackingInstance instance)
    {
        var asked = 0L;
        var result = PackingSearch.Pack(instance, new SearchLimits(Work: Work, Stop: () => ++asked <= MostQuestions
            ? null
            : throw new InvalidOperationException($"the search asked {asked} times whether to stop, with {Work} looks allowed")));
        return (result, asked);
    }

    /// <summary>VMs that fill hosts to about a third each, and as many that hold a MiB or less of storage.</summary>
    private static ClusterQuestion Cluster(int seed)
    {
        var random = new Random(seed);
        return new ClusterQuestion(
            "C",
            0,
            [
                .. Enumerable.Range(0, random.Next(5, 30)).Select(i => Estate.Vm($"vm{i:00}", random.Next(1, 40), random.Next(16, 160))).Select(vm => new VmDemand(vm, vm.VCpus, vm.Memory, ByteSize.Zero)),
                .. Enumerable.Range(0, random.Next(2, 12)).Select(i => Stored(i, random.Next(2))),
            ],
            [.. Enumerable.Range(0, 40).Select(i => Estate.Server($"host{i:00}") with { Site = "S", LocalStorage = ByteSize.FromGiB(10_000) })],
            new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = random.Next(2), NewHosts = [] });
    }

    private static VmDemand Stored(int number, int mib) => new(Estate.Vm($"off{number:00}"), 0, ByteSize.Zero, ByteSize.FromMiB(mib));
}
