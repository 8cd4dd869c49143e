using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement.Pools;

/// <summary>What servers of a pool cost to use, in one currency, asked of the terms' cost once for each kind.</summary>
internal sealed class Prices
{
    private readonly HostCost cost;
    private readonly Dictionary<PlannedHost, Money> alone;

    private Prices(HostCost cost, Dictionary<PlannedHost, Money> alone) => (this.cost, this.alone) = (cost, alone);

    /// <summary>The prices, where the cheapest plan is sought and every server offered has one; else null.</summary>
    public static Prices? Of(Pool pool)
    {
        if (pool.Servers.IsEmpty || pool.Terms is not { Rules.Objective: Objective.LeastCost, Cost: { } cost })
        {
            return null;
        }

        var alone = new Dictionary<PlannedHost, Money>();
        foreach (var kind in pool.Servers.Select(Kind).Distinct())
        {
            if (cost(kind, []) is not { } money)
            {
                return null;
            }

            alone.Add(kind, money);
        }

        return new Prices(cost, alone);
    }

    /// <summary>What a server costs without guests that carry a licence.</summary>
    public Money Alone(PlannedHost server) => alone[Kind(server)];

    /// <summary>What a server costs with those guests; null where a licence of theirs has no price.</summary>
    public Money? With(PlannedHost server, ImmutableArray<VirtualMachine> guests) => guests.IsEmpty ? Alone(server) : cost(Kind(server), guests);

    /// <summary>What a server costs does not hang on its name and place.</summary>
    private static PlannedHost Kind(PlannedHost server) => server with { Name = "", Cluster = "", Site = null };
}
