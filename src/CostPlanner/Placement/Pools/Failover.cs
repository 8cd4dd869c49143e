using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>Proves that a packing survives the loss of hosts, by taking them away and placing their items again on the rest.</summary>
/// <remarks>
/// Items that are tied to lost servers only, by a rule or a device, go down with them: they are named and need no place. When a site is lost,
/// rules that spread VMs over sites give way; all others hold.
/// </remarks>
internal sealed class Failover
{
    private readonly PackingProblem problem;
    private readonly Packing scratch;
    private readonly Totals totals;
    private readonly int seed;
    private readonly HashSet<int> down = [];
    private int casesWithMoves;
    private long itemsMoved;

    private Failover(PackingProblem problem, Packing packing, int seed)
    {
        (this.problem, this.seed) = (problem, seed);
        scratch = new Packing(problem, packing.Places);
        totals = new Totals(problem, packing);
    }

    /// <summary>Every server for one failure, every pair for two, and every site if asked. Stops trying at the first case that fails.</summary>
    public static FailoverProof Prove(Packing packing, int failures, bool survivesSite, int seed)
    {
        var problem = packing.Problem;
        var sites = survivesSite ? problem.Servers.Select(server => server.Site).OfType<string>().Distinct().ToImmutableArray() : [];
        var hosts = new Failover(problem, packing, seed).Try(LossOfHosts(problem.Servers.Length, failures), failures);
        if (sites.IsEmpty || !hosts.Holds)
        {
            return hosts;
        }

        var relaxed = problem.WithoutSites();
        return hosts.And(
            new Failover(relaxed, new Packing(relaxed, packing.Places), seed).Try(sites.Select(site => LossOfSite(problem, site)), failures), sites.Length);
    }

    private FailoverProof Try(IEnumerable<ImmutableArray<int>> cases, int failures)
    {
        var holds = problem.Items.IsEmpty || problem.Servers.Length > failures;
        var tried = 0;
        var worst = default((ImmutableArray<int> Lost, Dimension Dimension, Fraction Use)?);
        foreach (var lost in cases)
        {
            var (dimension, use) = totals.Tightest(lost);
            if (worst is null || use.Value > worst.Value.Use.Value)
            {
                worst = (lost, dimension, use);
            }

            tried += holds ? 1 : 0;
            holds = holds && Survives(lost);
        }

        return new FailoverProof(
            failures,
            tried,
            holds,
            worst is { } found ? [.. found.Lost.Select(server => problem.Servers[server].Name)] : [],
            worst?.Dimension,
            worst?.Use)
        {
            CasesWithMoves = casesWithMoves,
            GoDown = [.. down.Order().SelectMany(item => problem.Items[item].Vms).Select(vm => vm.Vm.Name)],
        };
    }

    /// <summary>
    /// Places the lost servers' items on the rest, and puts everything back. First fit, from server to server, is quick and mostly enough; else
    /// items go where most room is; else others are moved out of their way.
    /// </summary>
    private bool Survives(ImmutableArray<int> lost)
    {
        var had = lost.Select(server => (Server: server, Items: scratch.Close(server))).ToList();
        var homeless = had.SelectMany(each => each.Items)
            .OrderByDescending(problem.WeightOf)
            .ThenBy(item => item)
            .Where(item => !GoesDown(item, lost))
            .ToList();
        var last = 0;
        var survives = Fit(homeless, item => last = scratch.FirstFit(item, Math.Max(0, last))) || Fit(homeless, scratch.Roomiest) || WithMoves(lost, homeless);
        had.ForEach(each => scratch.Reopen(each.Server, each.Items));
        return survives;
    }

    /// <summary>Whether the items fit one after the other where the choice puts them; leaves them nowhere.</summary>
    private bool Fit(List<int> items, Func<int, int> choose)
    {
        var placed = 0;
        while (placed < items.Count && choose(items[placed]) is var server and not Packing.Nowhere)
        {
            scratch.Put(items[placed], server);
            placed++;
        }

        foreach (var item in items[..placed])
        {
            scratch.Remove(item);
        }

        return placed == items.Count;
    }

    private bool WithMoves(ImmutableArray<int> lost, List<int> homeless)
    {
        itemsMoved += problem.Items.Length;
        var survives = itemsMoved <= PlacementTuning.MostItemsMoved
            && Filling.CanPlace(
                scratch, problem.Closing(lost), homeless, PlacementTuning.RestartLooks + (PlacementTuning.RestartLooksForItem * problem.Items.Length), seed);
        casesWithMoves += survives ? 1 : 0;
        return survives;
    }

    private bool GoesDown(int item, ImmutableArray<int> lost)
    {
        if (!problem.GoesDown(item, server => lost.Contains(server)))
        {
            return false;
        }

        down.Add(item);
        return true;
    }

    private static IEnumerable<ImmutableArray<int>> LossOfHosts(int servers, int failures)
    {
        for (var first = 0; first < servers && failures > 0; first++)
        {
            if (failures == 1)
            {
                yield return [first];
                continue;
            }

            for (var second = first + 1; second < servers; second++)
            {
                yield return [first, second];
            }
        }
    }

    private static ImmutableArray<int> LossOfSite(PackingProblem problem, string site) =>
        [.. Enumerable.Range(0, problem.Servers.Length).Where(server => problem.Servers[server].Site == site)];

    /// <summary>For each axis what the placed items need and what all servers offer.</summary>
    private sealed class Totals(PackingProblem problem, Packing packing)
    {
        private readonly long[] needed = [.. Enumerable.Range(0, problem.Dimensions)
            .Select(d => problem.Items.Index().Where(item => packing.Places[item.Index] != Packing.Nowhere).Sum(item => (long)problem.SizeOf(item.Index)[d]))];

        private readonly long[] offered = [.. Enumerable.Range(0, problem.Dimensions)
            .Select(d => problem.Servers.Index().Sum(server => (long)problem.CapacityOf(server.Index)[d]))];

        /// <summary>The resource that is fullest over all servers left, and how full.</summary>
        public (Dimension Dimension, Fraction Use) Tightest(ImmutableArray<int> lost)
        {
            var (dimension, use) = (Dimension.Cpu, 0m);
            for (var d = 0; d < needed.Length; d++)
            {
                var left = offered[d];
                foreach (var server in lost)
                {
                    left -= problem.CapacityOf(server)[d];
                }

                if (problem.Axes[d].Dimension is { } each && left > 0 && Math.Min(1, (decimal)needed[d] / left) is var share && share > use)
                {
                    (dimension, use) = (each, share);
                }
            }

            return (dimension, new Fraction(use));
        }
    }
}
