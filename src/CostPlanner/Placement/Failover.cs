using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>Proves that a packing survives the loss of hosts, by taking them away and placing their VMs again on the rest.</summary>
internal static class Failover
{
    /// <summary>Every host for one failure, every pair for two; all rules are kept on the hosts left. Stops at the first case that fails.</summary>
    public static FailoverProof Prove(PackingProblem problem, Packing packing, int failures)
    {
        if (failures == 0)
        {
            return new FailoverProof(0, 0, true, [], null, null);
        }

        var scratch = packing.Copy();
        var totals = Totals(problem, packing);
        var holds = packing.ServerCount > failures || problem.Items.IsEmpty;
        var tried = 0;
        var worst = default((ImmutableArray<int> Lost, Dimension Dimension, Fraction Use)?);
        foreach (var lost in Cases(packing.ServerCount, failures))
        {
            var (dimension, use) = Tightest(totals, problem, lost);
            if (worst is null || use.Value > worst.Value.Use.Value)
            {
                worst = (lost, dimension, use);
            }

            tried += holds ? 1 : 0;
            holds = holds && Survives(problem, scratch, lost);
        }

        return new FailoverProof(
            failures,
            tried,
            holds,
            worst is { } found ? [.. found.Lost.Select(server => problem.Servers[server].Name)] : [],
            worst?.Dimension,
            worst?.Use);
    }

    /// <summary>
    /// Places the lost hosts' items on the rest, and puts everything back. First fit, from host to host, is quick and mostly
    /// enough; else items go where most room is; else others are moved out of their way, on a copy.
    /// </summary>
    private static bool Survives(PackingProblem problem, Packing scratch, ImmutableArray<int> lost)
    {
        var had = lost.Select(server => (Server: server, Items: scratch.Close(server))).ToList();
        var homeless = Spread.LargestFirst(problem, had.SelectMany(each => each.Items)).ToList();
        var last = 0;
        var survives = Fit(scratch, homeless, item => last = scratch.FirstFit(item, Math.Max(0, last)))
            || Fit(scratch, homeless, item => scratch.Roomiest(item, except: Packing.Nowhere))
            || Spread.Place(problem, scratch.Copy(), homeless, giveUp: true);
        had.ForEach(each => scratch.Reopen(each.Server, each.Items));
        return survives;
    }

    /// <summary>Whether the items fit one after the other where the choice puts them; leaves them nowhere.</summary>
    private static bool Fit(Packing scratch, List<int> items, Func<int, int> choose)
    {
        var placed = 0;
        while (placed < items.Count && choose(items[placed]) is var server && server != Packing.Nowhere)
        {
            scratch.Put(items[placed], server);
            placed++;
        }

        for (var i = 0; i < placed; i++)
        {
            scratch.Remove(items[i]);
        }

        return placed == items.Count;
    }

    private static (Dimension Dimension, Fraction Use) Tightest(
        (long[] Needed, long[] Offered) totals, PackingProblem problem, ImmutableArray<int> lost)
    {
        var best = (Dimension.Cpu, new Fraction(0));
        for (var d = 0; d < PackingProblem.Dimensions; d++)
        {
            var left = totals.Offered[d];
            foreach (var server in lost)
            {
                left -= problem.CapacityOf(server)[d];
            }

            if (left > 0 && Share(totals.Needed[d], left) is var share && share.Value > best.Item2.Value)
            {
                best = ((Dimension)d, share);
            }
        }

        return best;
    }

    /// <summary>For each dimension what the placed items need and what all servers offer.</summary>
    private static (long[] Needed, long[] Offered) Totals(PackingProblem problem, Packing packing)
    {
        var placed = Enumerable.Range(0, problem.Items.Length).Where(item => packing.PlaceOf(item) != Packing.Nowhere).ToList();
        var dimensions = Enumerable.Range(0, PackingProblem.Dimensions);
        return (
            [.. dimensions.Select(d => placed.Sum(item => problem.SizeOf(item)[d]))],
            [.. dimensions.Select(d => Enumerable.Range(0, packing.ServerCount).Sum(server => problem.CapacityOf(server)[d]))]);
    }

    private static Fraction Share(long needed, long left) => new(Math.Min(1, (decimal)needed / left));

    private static IEnumerable<ImmutableArray<int>> Cases(int servers, int failures)
    {
        for (var first = 0; first < servers; first++)
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
}
