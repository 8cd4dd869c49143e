using System.Collections.Concurrent;
using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

/// <summary>What is kept of a thing, for whom and how often it is worked out.</summary>
public sealed class CaseCacheTests
{
    [Fact]
    public void What_follows_from_a_thing_is_worked_out_once()
    {
        var (cache, thing, times) = (new CaseCache(), new Thing(1), 0);
        Fact Reckon(Thing each) => new(each.Value + ++times);

        Assert.Same(cache.Of(thing, Reckon), cache.Of(thing, Reckon));
        Assert.Equal((1, new Fact(2)), (times, cache.Of(thing, Reckon)));
    }

    [Fact]
    public void Two_things_that_are_equal_are_two()
    {
        var cache = new CaseCache();
        Assert.NotSame(cache.Of(new Thing(1), each => new Fact(each.Value)), cache.Of(new Thing(1), each => new Fact(each.Value)));
    }

    [Fact]
    public void Several_facts_of_one_thing_are_kept_apart()
    {
        var (cache, thing) = (new CaseCache(), new Thing(3));
        Assert.Equal((new Fact(3), new OtherFact(6)), (cache.Of(thing, each => new Fact(each.Value)), cache.Of(thing, each => new OtherFact(2 * each.Value))));
    }

    [Fact]
    public void Another_cache_knows_nothing_of_it()
    {
        var thing = new Thing(1);
        Assert.NotSame(new CaseCache().Of(thing, each => new Fact(each.Value)), new CaseCache().Of(thing, each => new Fact(each.Value)));
    }

    [Fact]
    public void Threads_that_ask_at_once_get_one_and_the_same()
    {
        var (cache, thing, found) = (new CaseCache(), new Thing(1), new ConcurrentBag<Fact>());
        Parallel.For(0, 200, _ => found.Add(cache.Of(thing, each => new Fact(each.Value))));
        Assert.Single(found.Distinct(ReferenceEqualityComparer.Instance));
    }

    private sealed record Thing(int Value);

    private sealed record Fact(int Value);

    private sealed record OtherFact(int Value);
}
