using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>A pool placed, before it is put into words.</summary>
/// <param name="All">The problem with every item.</param>
/// <param name="Oversized">Items of it that fit no server even alone.</param>
/// <param name="Problem">The problem without them.</param>
/// <param name="Kinds">The kinds of its servers.</param>
/// <param name="Search">The search, with its bounds.</param>
/// <param name="Found">What it found.</param>
internal sealed record PoolPlan(
    PackingProblem All, ImmutableHashSet<int> Oversized, PackingProblem Problem, ImmutableArray<ServerKind> Kinds, MixSearch Search, Found Found)
{
    /// <summary>Whether every item has a place and losses are survived.</summary>
    public bool Holds => Oversized.IsEmpty && Found.Holds;

    /// <summary>The servers used.</summary>
    public ImmutableArray<PlannedHost> Servers => Found.Packing.Problem.Servers;

    /// <summary>Places a pool.</summary>
    /// <param name="pool">What is placed, and on what.</param>
    /// <param name="extra">Restrictions beside those of the rules.</param>
    /// <param name="price">What using a server counts, 0 or more.</param>
    /// <param name="mustStay">Servers that are used whether needed or not.</param>
    public static PoolPlan Of(Pool pool, ImmutableArray<Restriction> extra, Func<PlannedHost, decimal> price, Func<PlannedHost, bool> mustStay)
    {
        var all = pool.Problem(extra);
        var giants = Enumerable.Range(0, all.Items.Length)
            .Where(item => !Enumerable.Range(0, all.Servers.Length).Any(server => all.FitsAlone(item, server)))
            .ToImmutableHashSet();
        var problem = giants.IsEmpty ? all : (pool with { Items = [.. all.Items.Where((_, item) => !giants.Contains(item))] }).Problem(extra);
        var kinds = ServerKind.Of(problem, server => price(problem.Servers[server]), server => mustStay(problem.Servers[server]));
        var search = new MixSearch(problem, kinds, pool.Terms);
        return new PoolPlan(all, giants, problem, kinds, search, search.Run());
    }

    /// <summary>What the servers of any plan count at least; 0 where that is not proven.</summary>
    public decimal LeastPrice(PlacementTerms terms)
    {
        var cover = new Cover(Problem, Kinds, terms.Failures, terms.Rules.SurviveSite, chosenSites: false);
        return cover.Cheapest(0) is { } mix && cover.IsExact ? mix.Price : 0;
    }

    /// <summary>How few servers any plan of this problem needs that buys no more than a given one, and what that comes from.</summary>
    /// <param name="given">The servers of that plan.</param>
    /// <param name="terms">The terms.</param>
    public (int Servers, Message Why) Fewest(ImmutableArray<PlannedHost> given, PlacementTerms terms)
    {
        if (Problem.Items.IsEmpty && Problem.Storage is null)
        {
            return (given.Length, Message.Of("bound.no-vm"));
        }

        var bought = given.Count(server => server.Bought is not null);
        ImmutableArray<ServerKind> counted = [.. Kinds
            .Select(kind => kind with { Price = 1, Servers = Problem.Servers[kind.Servers[0]].Bought is null ? kind.Servers : [.. kind.Servers.Take(bought)] })
            .Where(kind => !kind.Servers.IsEmpty)];
        var cover = new Cover(Problem, counted, terms.Failures, terms.Rules.SurviveSite, chosenSites: false);
        var mix = counted.IsEmpty ? null : cover.Cheapest(0);
        var (least, why) = mix is not null && cover.IsExact && mix.Servers > cover.LeastServers
            ? (mix.Servers, cover.Tightest(mix))
            : (cover.LeastServers, Reasons.Least(Problem, terms.Failures));
        if (Search.FewestEqual is { } equal && equal > least && Problem.Tied.IsEmpty)
        {
            return (equal, Message.Of("bound.equal-hosts"));
        }

        return (least, bought > 0 && bought < given.Length ? Message.Of("bound.buying", ("bound", why), ("bought", bought)) : why);
    }
}
