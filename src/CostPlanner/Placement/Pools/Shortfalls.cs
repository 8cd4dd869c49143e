using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>Finds the smallest thing that shows why no plan is possible: a group, the VMs of a restriction, a device, or the sum of all.</summary>
internal static class Shortfalls
{
    /// <summary>What falls short on all servers offered; empty where nothing does and only the search found no plan.</summary>
    public static ImmutableArray<Shortfall> Of(PackingProblem problem, PlacementTerms terms)
    {
        ImmutableArray<Shortfall> small = [.. OfStorage(problem), .. OfGroups(problem, terms), .. OfRestrictions(problem), .. OfSites(problem, terms)];
        return small.IsEmpty ? [.. OfSums(problem, terms)] : small;
    }

    /// <summary>The storage pool: too few hosts for its policy, or too little raw capacity.</summary>
    private static IEnumerable<Shortfall> OfStorage(PackingProblem problem)
    {
        if (problem.HoldsStorage)
        {
            yield break;
        }

        var (rule, raw) = (problem.Storage!.Rule, problem.Storage.Raw);
        var offered = problem.Servers.Select(server => server.PooledStorage.Bytes).Where(bytes => bytes > 0).OrderDescending().ToList();
        var why = offered.Count < rule.Hosts
            ? Message.Of("shortfall.pool-hosts", ("policy", Reasons.PoolHosts(rule)), ("hosts", offered.Count))
            : Message.Of(
                "shortfall.pool-raw",
                ("raw", ByteSize.FromBytes(raw)), ("fill", rule.Fill), ("hosts", offered.Count),
                ("offered", ByteSize.FromBytes(offered.Skip(rule.Rebuild).Sum())), ("failures", Reasons.Failures(rule.Rebuild)));
        yield return new Shortfall(Message.Of("shortfall.pool"), why, Message.Of("shortfall.pool.mend"));
    }

    private static IEnumerable<Shortfall> OfGroups(PackingProblem problem, PlacementTerms terms) =>
        from @group in problem.Groups
        let needed = Math.Max(
            Cover.ServersFor(@group), Cover.ServersFor(@group with { Items = @group.Items.Except(problem.MayGoDown(terms.Failures)) }) + terms.Failures)
        where needed > problem.Servers.Length
        select new Shortfall(
            Message.Of("shortfall.group", ("rule", @group.Name)),
            Message.Of(
                "shortfall.group.why",
                ("vms", @group.Items.Count), ("most", @group.AtMost), ("needed", needed), ("failures", Reasons.Failures(terms.Failures)),
                ("offered", problem.Servers.Length)),
            Message.Of("shortfall.group.mend"));

    /// <summary>On each axis of amounts the items of a restriction against the servers that it allows.</summary>
    private static IEnumerable<Shortfall> OfRestrictions(PackingProblem problem)
    {
        for (var r = 0; r < problem.Dimensions; r++)
        {
            if (problem.Axes[r].Restriction is not { } restriction)
            {
                continue;
            }

            ImmutableArray<int> items = [.. Enumerable.Range(0, problem.Items.Length).Where(item => problem.SizeOf(item)[r] > 0)];
            ImmutableArray<int> servers = [.. Enumerable.Range(0, problem.Servers.Length).Where(server => problem.CapacityOf(server)[r] > 0)];
            foreach (var d in Enumerable.Range(0, problem.Dimensions).Where(d => problem.Axes[d].Restriction is null))
            {
                var needed = items.Sum(item => (long)problem.SizeOf(item)[d]);
                var offered = servers.Sum(server => (long)problem.CapacityOf(server)[d]);
                if (needed > offered)
                {
                    yield return new Shortfall(
                        Message.Of("shortfall.restricted", ("vms", items.Length), ("restriction", restriction.Why)),
                        Reasons.Against(problem, d, needed, offered, servers.Length),
                        Message.Of("shortfall.restricted.mend"));
                    break;
                }
            }
        }
    }

    /// <summary>The loss of a site, where there is no other, or where the others are too small.</summary>
    private static IEnumerable<Shortfall> OfSites(PackingProblem problem, PlacementTerms terms)
    {
        var sites = problem.Servers.Select(server => server.Site).Distinct().ToList();
        if (!terms.Rules.SurviveSite || problem.Items.IsEmpty)
        {
            yield break;
        }

        if (sites.Count < 2)
        {
            yield return new Shortfall(
                Message.Of("shortfall.one-site"),
                Message.Of("shortfall.one-site.why", ("hosts", problem.Servers.Length)),
                Message.Of("shortfall.one-site.mend"));
            yield break;
        }

        foreach (var site in sites.OfType<string>())
        {
            ImmutableArray<int> left = [.. Enumerable.Range(0, problem.Servers.Length).Where(server => problem.Servers[server].Site != site)];
            foreach (var d in Enumerable.Range(0, problem.Dimensions).Where(d => problem.Axes[d].Restriction is null))
            {
                var needed = problem.Needed(
                    d, [.. Enumerable.Range(0, problem.Items.Length).Where(item => problem.GoesDown(item, server => !left.Contains(server)))]);
                var offered = left.Sum(server => (long)problem.CapacityOf(server)[d]);
                if (needed > offered)
                {
                    yield return new Shortfall(
                        Message.Of("shortfall.site", ("site", site)), Reasons.Against(problem, d, needed, offered, left.Length), Message.Of("shortfall.mend"));
                    break;
                }
            }
        }
    }

    private static IEnumerable<Shortfall> OfSums(PackingProblem problem, PlacementTerms terms)
    {
        for (var d = 0; d < problem.Dimensions; d++)
        {
            var capacities = problem.Servers.Index().Select(server => (long)problem.CapacityOf(server.Index)[d]).OrderDescending().ToList();
            var offered = capacities.Skip(terms.Failures).Sum();
            var needed = problem.Needed(d, problem.MayGoDown(terms.Failures));
            if (problem.Axes[d].Restriction is null && needed > offered)
            {
                yield return new Shortfall(
                    problem.Axes[d].Dimension is null ? Message.Of("shortfall.with", ("axis", problem.Axes[d].Label)) : Message.Of("shortfall.together"),
                    Reasons.Against(problem, d, needed, offered, Math.Max(0, problem.Servers.Length - terms.Failures)),
                    capacities is [var largest and > 0, ..]
                        ? Message.Of("shortfall.more", ("hosts", (needed - offered + largest - 1) / largest))
                        : Message.Of("shortfall.mend"));
            }
        }
    }
}
