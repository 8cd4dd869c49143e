using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>Which mixes of servers could hold the sum of all items at all, and the cheapest of them: no plan can be cheaper.</summary>
/// <remarks>
/// A mix must hold, on each axis, the sum of all items on what is left when the largest servers are lost that may fail at once; when a site is
/// lost, on the other sites; and it must have servers enough for each group. Found by branch and bound over the counts of the kinds, those that
/// give most for their price first. Axes on which all servers offer the same are one, the one with the greatest need.
/// </remarks>
internal sealed class Cover
{
    private readonly PackingProblem problem;
    private readonly ImmutableArray<ServerKind> kinds;
    private readonly ImmutableArray<CoverRow> rows;
    private readonly int[] order;
    private readonly double[][] cheapestUnit;
    private readonly int sites;
    private readonly int failures;
    private long[] need = [];
    private long[][] have = [];
    private int[] counts = [];
    private int nodes;
    private Mix? best;

    /// <summary>The covers of a problem.</summary>
    /// <param name="problem">The items and servers.</param>
    /// <param name="kinds">The kinds of its servers.</param>
    /// <param name="failures">Servers that may fail at once.</param>
    /// <param name="survivesSite">Whether any site may be lost.</param>
    /// <param name="chosenSites">Whether the sites count that were chosen for VMs to be spread, and tied VMs have the ties of all servers; a bound must not
    /// hang on such choices.</param>
    public Cover(PackingProblem problem, ImmutableArray<ServerKind> kinds, int failures, bool survivesSite, bool chosenSites = true)
    {
        (this.problem, this.kinds, this.failures) = (problem, kinds, failures);
        string[] lost = survivesSite ? [.. kinds.Select(kind => problem.Servers[kind.Servers[0]].Site).OfType<string>().Distinct()] : [];
        sites = lost.Length;
        var down = chosenSites ? problem.MayGoDown(failures) : problem.Tied;
        rows =
        [
            .. from d in Enumerable.Range(0, problem.Dimensions)
                   .Where(d => chosenSites || problem.Axes[d].Restriction is not { IsOfSite: true })
                   .GroupBy(d => string.Join(',', kinds.Select(kind => kind.Servers.Max(server => problem.MostOf(server)[d]))))
                   .Select(alike => alike.MaxBy(problem.Needed))
               from row in CoverRow.Of(problem, kinds, d, failures, lost, down)
               select row,
            .. CoverRow.OfStorage(problem, kinds, lost),
        ];
        LeastServers = problem.Items.IsEmpty ? 0 : ServersForGroups(problem, failures, down);
        order = [.. Enumerable.Range(0, kinds.Length).OrderBy(PriceOfWorth)];
        cheapestUnit = [.. order.Select((_, from) => rows.Select(row => CheapestUnit(from, row)).ToArray())];
    }

    /// <summary>Servers that the groups, or the losses alone, ask for.</summary>
    public int LeastServers { get; }

    /// <summary>Whether the search looked at every mix, so that the answer is a proof.</summary>
    public bool IsExact => nodes <= PlacementTuning.CoverNodes;

    /// <summary>Servers that a group needs, without any failure.</summary>
    public static int ServersFor(PackingGroup group) => (group.Items.Count + group.AtMost - 1) / group.AtMost;

    private static int ServersForGroups(PackingProblem problem, int failures, ImmutableHashSet<int> down)
    {
        return problem.Groups
            .SelectMany(group => new[] { ServersFor(group), ServersFor(group with { Items = group.Items.Except(down) }) + failures })
            .Append(1 + failures)
            .Max();
    }

    /// <summary>The cheapest mix that could hold the items, were their sums larger by a share; null when no mix could.</summary>
    public Mix? Cheapest(decimal margin)
    {
        need = [.. rows.Select(row => row.IsAmount ? (long)decimal.Ceiling(row.Needed * (1 + margin)) : row.Needed)];
        counts = new int[kinds.Length];
        have = [.. Enumerable.Range(0, kinds.Length + 1).Select(_ => new long[rows.Length])];
        (nodes, best) = (0, null);
        Branch(0, 0, 0);
        return best;
    }

    /// <summary>The share by which a mix holds more than it must, where that is least; null when nothing is needed.</summary>
    public decimal? Slack(Mix mix) => rows
        .Where(row => row is { IsAmount: true, Needed: > 0 })
        .Min(row => (decimal?)(row.Held(mix.Counts.AsSpan()) - row.Needed) / row.Needed);

    /// <summary>
    /// What needs the most of what a mix holds: an axis of amounts, or the storage pool; an axis in steps only where the sums alone would do with a server
    /// less.
    /// </summary>
    public Message Tightest(Mix mix)
    {
        var inSteps = Enumerable.Range(0, kinds.Length)
            .Where(kind => mix.Counts[kind] > kinds[kind].AtLeast)
            .Select(kind => mix.Counts.SetItem(kind, mix.Counts[kind] - 1))
            .Any(fewer => fewer.Sum() >= LeastServers && rows.All(row => row.InSteps || row.Held(fewer.AsSpan()) >= row.Needed));
        var tightest = rows
            .Where(row => inSteps ? row.InSteps : row.IsAmount || row.What is not null)
            .MaxBy(row => row.Held(mix.Counts.AsSpan()) is var held and > 0 ? (decimal)row.Needed / held : 0)!;
        return tightest.What ?? Reasons.Of(tightest, problem, failures);
    }

    /// <summary>Whether a mix could hold the items at all.</summary>
    public bool Allows(Mix mix) => mix.Servers >= LeastServers && rows.All(row => row.Held(mix.Counts.AsSpan()) >= row.Needed);

    private void Branch(int depth, int servers, decimal price)
    {
        if (++nodes > PlacementTuning.CoverNodes || (best is not null && price + Least(depth) >= best.Price))
        {
            return;
        }

        if (depth == kinds.Length)
        {
            if (servers >= LeastServers && rows.Index().All(row => row.Item.Held(counts) >= need[row.Index]))
            {
                best = new Mix([.. counts], price);
            }

            return;
        }

        var kind = order[depth];
        for (var count = Most(depth, servers); count >= kinds[kind].AtLeast; count--)
        {
            counts[kind] = count;
            for (var r = 0; r < rows.Length; r++)
            {
                have[depth + 1][r] = have[depth][r] + (count * rows[r].Capacity[kind]);
            }

            Branch(depth + 1, servers + count, price + (count * kinds[kind].Price));
        }

        counts[kind] = 0;
    }

    /// <summary>The most servers of a kind that can be of any use beside those chosen.</summary>
    private int Most(int depth, int servers)
    {
        var kind = kinds[order[depth]];
        var useful = (long)Math.Max(0, LeastServers - servers);
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r].Capacity[order[depth]] is var each and > 0)
            {
                var left = Math.Max(0, need[r] + rows[r].LargestLoss - have[depth][r]);
                useful = Math.Max(useful, ((left + each - 1) / each) + rows[r].Lost);
            }
        }

        return (int)Math.Max(kind.AtLeast, Math.Min(kind.Servers.Length, useful));
    }

    /// <summary>
    /// What covering the rest must cost at least, with fractions of servers and without hosts that fail. A server counts for the loss of every
    /// site but its own, so what all those losses ask for may be added up and shared among them.
    /// </summary>
    private decimal Least(int depth)
    {
        if (depth == kinds.Length)
        {
            return 0;
        }

        var whole = 0.0;
        Span<double> bySite = stackalloc double[sites];
        for (var r = 0; r < rows.Length; r++)
        {
            var least = Math.Max(0, need[r] - have[depth][r]) * cheapestUnit[depth][r];
            if (rows[r].LostSite is { } site)
            {
                bySite[site] = Math.Max(bySite[site], least);
            }
            else
            {
                whole = Math.Max(whole, least);
            }
        }

        var shared = 0.0;
        foreach (var least in bySite)
        {
            shared += least / Math.Max(1, sites - 1);
        }

        return (decimal)(Math.Max(whole, shared) * PlacementTuning.RoundingDown);
    }

    /// <summary>The price of a kind for what it gives of all that is needed.</summary>
    private double PriceOfWorth(int kind)
    {
        var worth = rows.Where(row => row is { IsAmount: true, Needed: > 0 }).Sum(row => (double)row.Capacity[kind] / row.Needed);
        return (double)kinds[kind].Price / Math.Max(PlacementTuning.LeastWorth, worth);
    }

    private double CheapestUnit(int from, CoverRow row)
    {
        var prices = order.Skip(from).Where(kind => row.Capacity[kind] > 0).Select(kind => (double)kinds[kind].Price / row.Capacity[kind]).ToList();
        return prices.Count == 0 ? 0 : prices.Min();
    }
}
