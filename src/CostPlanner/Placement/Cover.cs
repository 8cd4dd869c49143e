using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>Which mixes of servers could hold the sum of all items at all, and the cheapest of them: no plan can be cheaper.</summary>
/// <remarks>
/// A mix must hold, on each axis, the sum of all items on what is left when the largest servers are lost that may fail at once; at the loss of
/// each site, on the others; and have servers enough for each group. Found by branch and bound over the counts of the kinds; axes on which all
/// servers offer the same are one, the one with the greatest need.
/// </remarks>
internal sealed class Cover
{
    private readonly PackingProblem problem;
    private readonly ImmutableArray<ServerKind> kinds;
    private readonly int failures;
    private readonly int[] axes;
    private readonly int[] lostOn;
    private readonly int[][] capacity;
    private readonly string?[] sites;
    private readonly string[] sitesToLose;
    private readonly double[][] cheapestUnit;
    private long[] need = [];
    private int nodes;
    private int[] counts = [];
    private Mix? best;

    public Cover(PackingProblem problem, ImmutableArray<ServerKind> kinds, int failures, bool survivesSite)
    {
        (this.problem, this.kinds, this.failures) = (problem, kinds, failures);
        axes = [.. Enumerable.Range(0, problem.Dimensions)
            .GroupBy(d => string.Join(',', kinds.Select(kind => problem.CapacityOf(kind.Servers[0])[d])))
            .Select(group => group.MaxBy(problem.Needed))];
        capacity = [.. kinds.Select(kind => axes.Select(d => problem.CapacityOf(kind.Servers[0])[d]).ToArray())];
        sites = [.. kinds.Select(kind => problem.Servers[kind.Servers[0]].Site)];
        sitesToLose = survivesSite ? [.. sites.OfType<string>().Distinct()] : [];
        lostOn = [.. axes.Select((d, a) => problem.Axes[d].Ties ? Math.Min(failures, Math.Max(0, Offering(a) - 1)) : failures)];
        LeastServers = problem.Items.IsEmpty ? 0 : failures + problem.Groups.Select(ServersFor).DefaultIfEmpty(1).Max();
        cheapestUnit = [.. kinds.Select((_, from) => axes.Select((_, a) => CheapestUnit(from, a)).ToArray())];
    }

    /// <summary>Servers that the groups, or the losses alone, ask for.</summary>
    public int LeastServers { get; }

    /// <summary>Servers that a group needs, without any failure.</summary>
    public static int ServersFor(PackingGroup group) => (group.Items.Count + group.AtMost - 1) / group.AtMost;

    /// <summary>Whether the search looked at every mix, so that the answer is a proof.</summary>
    public bool IsExact => nodes < Tuning.CoverNodes;

    /// <summary>What every item takes of an axis, when demands are taken larger by a share.</summary>
    public static long Needed(PackingProblem problem, int d, decimal margin) => (long)decimal.Ceiling(problem.Needed(d) * (1 + margin));

    /// <summary>The cheapest mix that could hold the items, were their sums larger by a share; null when no mix could.</summary>
    public Mix? Cheapest(decimal margin)
    {
        need = [.. axes.Select(d => problem.Axes[d].Restriction is null ? Needed(problem, d, margin) : problem.Needed(d))];
        counts = new int[kinds.Length];
        (nodes, best) = (0, null);
        Branch(0, 0, new long[axes.Length], 0);
        return best;
    }

    /// <summary>The share by which a mix holds more than it must, on the axis where that is least; null when nothing is needed.</summary>
    public decimal? Slack(Mix mix)
    {
        decimal? least = null;
        for (var a = 0; a < axes.Length; a++)
        {
            if (problem.Axes[axes[a]].Restriction is null && problem.Needed(axes[a]) is var needed and > 0)
            {
                var slack = (decimal)(Held(mix.Counts.AsSpan(), a) - needed) / needed;
                least = least is { } other ? Math.Min(other, slack) : slack;
            }
        }

        return least;
    }

    /// <summary>The axis that needs the most of what a mix holds, of those of amounts.</summary>
    public int Tightest(Mix mix) => axes
        .Where(d => problem.Axes[d].Restriction is null)
        .MaxBy(d => Held(mix.Counts.AsSpan(), Array.IndexOf(axes, d)) is var held and > 0 ? (decimal)problem.Needed(d) / held : 0);

    private void Branch(int kind, int servers, long[] have, decimal price)
    {
        if (++nodes > Tuning.CoverNodes || (best is not null && price + Least(kind, have) >= best.Price))
        {
            return;
        }

        if (kind == kinds.Length)
        {
            if (servers >= LeastServers && IsEnough())
            {
                best = new Mix([.. counts], price);
            }

            return;
        }

        for (var count = Most(kind, servers, have); count >= kinds[kind].AtLeast; count--)
        {
            counts[kind] = count;
            var more = (long[])have.Clone();
            for (var a = 0; a < axes.Length; a++)
            {
                more[a] += (long)count * capacity[kind][a];
            }

            Branch(kind + 1, servers + count, more, price + (count * kinds[kind].Price));
        }

        counts[kind] = 0;
    }

    /// <summary>The most servers of a kind that can be of any use beside those chosen.</summary>
    private int Most(int kind, int servers, long[] have)
    {
        var all = kinds[kind].Servers.Length;
        if (sitesToLose.Length > 0)
        {
            return all;
        }

        var useful = (long)Math.Max(0, LeastServers - servers);
        for (var a = 0; a < axes.Length; a++)
        {
            if (capacity[kind][a] > 0)
            {
                var left = Math.Max(0, need[a] + LargestPossible(a) - have[a]);
                useful = Math.Max(useful, ((left + capacity[kind][a] - 1) / capacity[kind][a]) + failures);
            }
        }

        return (int)Math.Max(kinds[kind].AtLeast, Math.Min(all, useful));
    }

    private long LargestPossible(int a) => failures == 0 ? 0 : (long)failures * capacity.Max(each => each[a]);

    /// <summary>What covering the rest must cost at least, with fractions of servers and without failures.</summary>
    private decimal Least(int kind, long[] have)
    {
        if (kind == kinds.Length)
        {
            return 0;
        }

        var least = 0.0;
        for (var a = 0; a < axes.Length; a++)
        {
            least = Math.Max(least, Math.Max(0, need[a] - have[a]) * cheapestUnit[kind][a]);
        }

        return (decimal)(least * Tuning.RoundingDown);
    }

    private double CheapestUnit(int from, int a)
    {
        var prices = kinds.Index().Skip(from).Where(kind => capacity[kind.Index][a] > 0).Select(kind => (double)kind.Item.Price / capacity[kind.Index][a]).ToList();
        return prices.Count == 0 ? 0 : prices.Min();
    }

    private bool IsEnough()
    {
        for (var a = 0; a < axes.Length; a++)
        {
            if (Held(counts, a) < need[a])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a mix holds on an axis in the worst case: without the largest servers that may fail, or without the site that holds the most.</summary>
    private long Held(ReadOnlySpan<int> mix, int a)
    {
        var sum = 0L;
        Span<long> bySite = stackalloc long[sitesToLose.Length];
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            var offered = (long)mix[kind] * capacity[kind][a];
            sum += offered;
            if (Array.IndexOf(sitesToLose, sites[kind]) is var site and >= 0)
            {
                bySite[site] += offered;
            }
        }

        var mostOfSite = 0L;
        foreach (var offered in bySite)
        {
            mostOfSite = Math.Max(mostOfSite, offered);
        }

        return sum - Math.Max(mostOfSite, LargestLost(mix, a));
    }

    /// <summary>What the largest servers offer that may fail.</summary>
    private long LargestLost(ReadOnlySpan<int> mix, int a)
    {
        var (sum, lost, below) = (0L, lostOn[a], PackingInstance.LargestSize + 1);
        while (lost > 0)
        {
            var (largest, many) = (0, 0);
            for (var kind = 0; kind < mix.Length; kind++)
            {
                var each = capacity[kind][a];
                if (mix[kind] > 0 && each < below && each >= largest)
                {
                    (largest, many) = (each, each == largest ? many + mix[kind] : mix[kind]);
                }
            }

            if (largest == 0)
            {
                break;
            }

            sum += (long)Math.Min(lost, many) * largest;
            (lost, below) = (lost - many, largest);
        }

        return sum;
    }

    /// <summary>Servers that offer any of an axis. Items that are tied to no more servers than may fail go down with them, and need no spare.</summary>
    private int Offering(int a) => kinds.Index().Where(kind => capacity[kind.Index][a] > 0).Sum(kind => kind.Item.Servers.Length);
}
