using System.Collections.Immutable;
using CostPlanner.Placement.Plans;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Placement.Pools;

/// <summary>A packing on a mix of servers, and what is proven of it.</summary>
/// <param name="Packing">The items on the servers of the mix.</param>
/// <param name="Servers">Those servers' positions in the pool's problem.</param>
/// <param name="Mix">The mix.</param>
/// <param name="Failover">What was shown by taking servers away.</param>
internal sealed record Found(Packing Packing, ImmutableArray<int> Servers, Mix Mix, FailoverProof Failover)
{
    /// <summary>Whether every item has a place, the losses are survived and the storage pool holds what is on it.</summary>
    public bool Holds => Failover.Holds && Packing.Problem.HoldsStorage && !Packing.Unplaced.Any();
}

/// <summary>Finds the cheapest mix of servers on which every item has a place and losses are survived.</summary>
/// <remarks>
/// From the cheapest mix that could hold the sums upwards, items are spread evenly and the losses tried; the first mix that holds is an answer.
/// Where it is not the very first, the vector packing engine then tries to do with the cheaper ones that failed, with a reserve on every server or
/// with servers kept free: a free server that offers no less than any other takes the items of any one that is lost.
/// Of very many items no even spread survives a loss on a mix that is nearly full, and each try takes seconds: there servers are kept free at once.
/// </remarks>
internal sealed class MixSearch(PackingProblem problem, ImmutableArray<ServerKind> kinds, PlacementTerms terms)
{
    private readonly Cover cover = new(problem, kinds, terms.Failures, terms.Rules.SurviveSite);

    private readonly bool areAlike = ServerKind.AreAlike(problem, kinds);

    /// <summary>Servers that are needed at least where all are alike, known better than by the bound; null where that was not asked or is not known.</summary>
    public int? FewestEqual { get; private set; }

    /// <summary>The search; the same arguments give the same answer.</summary>
    public Found Run()
    {
        List<Mix> failed = [];
        var margin = Improves ? 0 : PlacementTuning.QuickShare;
        var equal = default(Found);
        for (var mix = cover.Cheapest(margin); mix is not null && (equal is null || mix.Price < equal.Mix.Price); mix = cover.Cheapest(margin))
        {
            if (Tried(mix) is { Holds: true } found)
            {
                return failed.Count == 0 || !Improves ? found : Improved(found, failed);
            }

            failed.Add(mix);
            if (cover.Slack(mix) is not { } slack)
            {
                break; // Nothing is needed of any amount: no larger share asks for another mix.
            }

            equal = failed.Count == 1 && areAlike && Improves ? Equal() : equal;
            margin = Math.Max(
                slack + PlacementTuning.LeastShare,
                failed.Count < PlacementTuning.NextMixes ? (Improves ? 0 : failed.Count * PlacementTuning.QuickShare) : margin * PlacementTuning.GrowingShare);
        }

        if (equal is not null)
        {
            return Improved(equal, failed);
        }

        var all = Spread(All());
        return Improved(all.Holds ? all : Filled(All()) ?? all, failed);
    }

    private bool HasVeryMany => problem.Items.Length > PlacementTuning.ItemsToFill;

    /// <summary>Whether a plan is improved once it holds.</summary>
    private bool Improves => terms.Effort == SearchEffort.Thorough || !HasVeryMany;

    /// <summary>The first try of a mix.</summary>
    private Found? Tried(Mix mix) => cover.Slack(mix) <= PlacementTuning.AmpleSlack && KeepsFree(problem.On(mix.Of(kinds)))
        ? Filled(mix, PlacementTuning.QuickLooksForItem * problem.Items.Length)
        : Spread(mix);

    /// <summary>Whether servers are kept free without looking for a reserve on each first.</summary>
    private bool KeepsFree(PackingProblem part) => HasVeryMany && terms.Failures > 0 && part.Largest(terms.Failures) is not null;

    /// <summary>
    /// The cheapest of the mixes that spreading failed on, from the dearest down, as far as the engine gets and as they are not known to be too few.
    /// </summary>
    private Found Improved(Found found, List<Mix> failed)
    {
        for (var at = failed.Count - 1; at >= 0 && failed[at].Servers >= (FewestEqual ?? 0); at--)
        {
            if (Filled(failed[at]) is not { } better)
            {
                break;
            }

            found = better;
        }

        return found;
    }

    private Found Spread(Mix mix)
    {
        var servers = mix.Of(kinds);
        var packing = new Packing(problem.On(servers));
        var complete = packing.Spread(Enumerable.Range(0, problem.Items.Length));
        return new Found(packing, servers, mix, complete ? Proven(packing) : NotTried());
    }

    private Found? Filled(Mix mix) => Filled(mix, PlacementTuning.FillLooks + (PlacementTuning.FillLooksForItem * problem.Items.Length));

    private Found? Filled(Mix mix, long looks)
    {
        var servers = mix.Of(kinds);
        var part = problem.On(servers);
        var ways = KeepsFree(part) ? WithFreeServers(part, looks) : WithReserve(part, looks).Concat(WithFreeServers(part, looks));
        return ways
            .Select(places => new Packing(part, places))
            .Select(packing => new Found(packing, servers, mix, Proven(packing)))
            .FirstOrDefault(found => found.Holds);
    }

    /// <summary>The items on all servers, each of which keeps its share of what the lost ones held.</summary>
    private IEnumerable<int[]> WithReserve(PackingProblem part, long looks)
    {
        var count = part.Servers.Length;
        if (count > terms.Failures && Filling.Complete(part, part.Reserving(count - terms.Failures, count), looks, terms.Seed) is { } places)
        {
            yield return places;
        }
    }

    /// <summary>The items on all servers but as many as may fail, where those offer no less of anything than the others.</summary>
    private IEnumerable<int[]> WithFreeServers(PackingProblem part, long looks)
    {
        if (terms.Failures > 0 && part.Largest(terms.Failures) is { } free
            && Filling.Complete(part, part.Closing(free), looks, terms.Seed) is { } places)
        {
            yield return places;
        }
    }

    /// <summary>The fewest servers, all alike, that the engine finds, and as many more as may fail; null when those offered do not suffice.</summary>
    private Found? Equal()
    {
        var looks = PlacementTuning.FewestLooksForItem * problem.Items.Length;
        var limits = new SearchLimits(terms.Seed, Work: looks);
        var result = PackingSearch.Pack(problem.InstanceOf(0), limits);
        if (problem.Tied.IsEmpty)
        {
            // What rounding alone makes too much for so many servers is no bound.
            FewestEqual = (int)(problem.IsExact ? result : PackingSearch.Pack(problem.InstanceOf(0, forBound: true), limits)).LowerBound + terms.Failures;
        }

        var mix = Mix.CheapestOf(kinds, (result.Plan?.TypeOf.Length ?? 0) + terms.Failures);
        while (mix is not null && !cover.Allows(mix))
        {
            mix = Mix.CheapestOf(kinds, mix.Servers + 1);
        }

        if (result.Plan is not { } plan || mix is null)
        {
            return null;
        }

        if (!HasVeryMany && Filled(mix) is { } filled)
        {
            return filled;
        }

        var servers = mix.Of(kinds);
        var packing = new Packing(problem.On(servers), plan.BinOf.AsSpan());
        var better = new Found(packing, servers, mix, Proven(packing));
        return better.Holds ? better : null;
    }

    private FailoverProof Proven(Packing packing) => Failover.Prove(packing, terms.Failures, terms.Rules.SurviveSite, terms.Seed);

    private FailoverProof NotTried() => new(terms.Failures, 0, terms.Failures == 0 && !terms.Rules.SurviveSite, [], null, null);

    private Mix All() => new([.. kinds.Select(kind => kind.Servers.Length)], kinds.Sum(kind => kind.Servers.Length * kind.Price));
}
