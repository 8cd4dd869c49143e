using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Placement.Pools;

namespace CostPlanner.Placement;

/// <summary>The cheapest plan of a pool: the cheapest mix of servers, and licensed guests kept to a few of them where that is cheaper.</summary>
/// <remarks>
/// One licence after the other: its VMs alone are placed on the servers on which it costs least, losses survived, be they of the plan so far or of
/// all offered; the whole pool is placed again with them kept there; what is cheaper stays.
/// </remarks>
internal sealed class LeastCost(Pool pool, Prices prices)
{
    private readonly ImmutableArray<LicenceClass> classes = LicenceClass.Of(pool);
    private readonly ImmutableArray<VirtualMachine> running = [.. pool.Items.SelectMany(item => item.Running).Select(vm => vm.Vm)];

    public ClusterPlan Plan(ClusterQuestion question)
    {
        var free = PoolPlan.Of(pool, [], Alone, pool.MustStay);
        var spread = Cost(free, []);
        var (plan, cost, kept) = (free, spread, ImmutableArray<Confinement>.Empty);
        var bound = free.LeastPrice(pool.Terms);
        foreach (var licence in classes)
        {
            var before = kept;
            foreach (var confinement in new[] { Kept(licence, plan.Servers), Kept(licence, pool.Servers) }.OfType<Confinement>())
            {
                var more = before.Add(confinement);
                if (cost is not null && Confined(more) is { Holds: true } tried && Cost(tried, more) is { } lower && lower < cost)
                {
                    (plan, cost, kept) = (tried, lower, more);
                }
            }
        }

        return ClusterPlacement.InWords(question, plan, free) with
        {
            Confinements = kept,
            Cost = cost is { } total && spread is { } wide
                ? new PlanCost(total, new Money(plan.Servers.Sum(Alone), total.Currency), new Money(bound, total.Currency), kept.IsEmpty ? null : wide)
                : null,
        };
    }

    private decimal Alone(PlannedHost server) => prices.Alone(server).Amount;

    /// <summary>
    /// Those of the servers on which a licence's VMs alone have a place and survive losses, those on which it costs least; null where there are none.
    /// </summary>
    private Confinement? Kept(LicenceClass licence, ImmutableArray<PlannedHost> servers)
    {
        var its = pool with { Items = [.. pool.Items.Where(item => item.Running.Any(vm => licence.Carries(vm.Vm)))], Servers = servers, Storage = null };
        var plan = PoolPlan.Of(its, [], server => ((prices.With(server, licence.Vms) ?? prices.Alone(server)) - prices.Alone(server)).Amount, _ => false);
        return plan.Holds ? new Confinement(licence.Name, [.. plan.Servers.Select(server => server.Name)]) : null;
    }

    private PoolPlan Confined(ImmutableArray<Confinement> kept)
    {
        var names = kept.SelectMany(each => each.Hosts).ToHashSet(StringComparer.Ordinal);
        return PoolPlan.Of(
            pool,
            [.. kept.Select(each => Restrictions.Of(each, classes.First(licence => licence.Name == each.Licence).Carries))],
            Alone,
            server => pool.MustStay(server) || names.Contains(server.Name));
    }

    /// <summary>What all hosts of a plan cost with the guests that may run on each; null where a price is missing.</summary>
    private Money? Cost(PoolPlan plan, ImmutableArray<Confinement> kept)
    {
        Money? sum = null;
        var atOnce = classes.Select(
            licence => (Licence: licence, Guests: ConcurrentGuests.Of(plan.Servers, running, licence.Carries, pool.Terms.Rules, pool.Terms.Failures, kept)))
            .ToList();
        foreach (var server in plan.Servers)
        {
            if (prices.With(server, [.. atOnce.SelectMany(each => each.Licence.Vms.Take(each.Guests.GetValueOrDefault(server.Name)))]) is not { } cost)
            {
                return null;
            }

            sum = sum is { } already ? already + cost : cost;
        }

        return sum;
    }
}
