using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Placement.Pools;

namespace CostPlanner.Placement;

/// <summary>Finds the fewest or the cheapest servers on which every VM of a pool has a place and losses are survived.</summary>
/// <remarks>
/// The fewest: the fewest to be bought, and among those the fewest kept of the existing ones. The cheapest: the least cost over the horizon, with
/// the licences of hosts and guests, and VMs that carry a licence kept to a few hosts where that is cheaper. It depends on nothing but its arguments.
/// </remarks>
public static class ClusterPlacement
{
    /// <summary>The plan; it does not hold when VMs are larger than any server or the servers offered are too few. Every plan was checked.</summary>
    public static ClusterPlan Plan(ClusterQuestion question)
    {
        var plan = Plan(question, Pool.Of(question));
        if (!plan.Holds && !question.Terms.NewHosts.IsEmpty && plan.Misfits.All(misfit => misfit.FitsAlone))
        {
            plan = Plan(question, Pool.Of(question, generous: true));
        }

        return PlacementCheck.Violations(plan, question.Demands, question.Terms) is [var broken, ..]
            ? throw new InvalidOperationException($"the search made a plan that breaks a rule: {broken}")
            : plan;
    }

    private static ClusterPlan Plan(ClusterQuestion question, Pool pool) => Prices.Of(pool) is { } prices
        ? new LeastCost(pool, prices).Plan(question)
        : InWords(question, PoolPlan.Of(pool, [], Fewest(pool), pool.MustStay));

    /// <summary>The plan as it is reported.</summary>
    /// <param name="question">The question.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="free">The pool placed without the restrictions that the plan chose for itself, for the bound; the plan itself by default.</param>
    internal static ClusterPlan InWords(ClusterQuestion question, PoolPlan plan, PoolPlan? free = null)
    {
        var (all, found) = (plan.All, plan.Found);
        var (servers, why) = (free ?? plan).Fewest(plan.Servers, question.Terms);
        return new ClusterPlan(
            question.Cluster,
            question.HostsToday,
            Loads(found.Packing),
            [
                .. plan.Oversized.Order().SelectMany(item => all.Items[item].Vms.Select(vm => new UnplacedVm(vm, Reasons.WhyNowhere(all, item)))),
                .. found.Packing.Unplaced.SelectMany(
                    item => plan.Problem.Items[item].Vms.Select(vm => new UnplacedVm(vm, Reasons.WhyNoRoom(found.Packing, item), FitsAlone: true))),
            ],
            Math.Min(servers, plan.Servers.Length),
            why,
            found.Failover)
        {
            Rules = question.Terms.Rules,
            Stored = [.. question.Demands.Where(vm => !vm.NeedsHost).OrderBy(vm => vm.Vm.Id, StringComparer.Ordinal)],
            Storage = question.Storage is { } pool ? PoolUse.Of(pool, StoragePool.NeededBy(question.Demands), plan.Servers) : null,
            HostsNotDescribed = question.HostsNotDescribed,
            IsOneHostToday = question.IsOneHostToday,
            Shortfalls = found.Holds ? [] : Shortfalls.Of(plan.Problem, question.Terms),
        };
    }

    /// <summary>New servers count for more than all existing ones together; so the fewest are bought, and then the fewest are kept.</summary>
    private static Func<PlannedHost, decimal> Fewest(Pool pool)
    {
        var existing = pool.Servers.Count(server => server.Bought is null);
        return server => server.Bought is null ? 1 : existing + 1;
    }

    private static ImmutableArray<ServerLoad> Loads(Packing packing) =>
    [
        .. packing.Problem.Servers.Select((server, at) => new ServerLoad(
            server,
            [
                .. packing.ItemsOn(at)
                    .SelectMany(item => packing.Problem.Items[item].Vms)
                    .OrderBy(vm => vm.Vm.Name, StringComparer.Ordinal)
                    .ThenBy(vm => vm.Vm.Id, StringComparer.Ordinal),
            ],
            Used(packing, at))),
    ];

    private static bool IsStated(Dimension? dimension, PlannedHost server) => dimension switch
    {
        null => false,
        Dimension.Iops => server.Iops is not null,
        Dimension.Network => server.NetworkMbps is not null,
        _ => true,
    };

    /// <summary>How full each resource is, in the time bucket in which it is fullest.</summary>
    private static ImmutableSortedDictionary<Dimension, Fraction> Used(Packing packing, int server)
    {
        var (problem, capacity, free) = (packing.Problem, packing.Problem.CapacityOf(server).ToArray(), packing.FreeOn(server).ToArray());
        return Enumerable.Range(0, problem.Dimensions)
            .Where(d => capacity[d] > 0 && IsStated(problem.Axes[d].Dimension, problem.Servers[server]))
            .GroupBy(d => problem.Axes[d].Dimension!.Value)
            .ToImmutableSortedDictionary(axis => axis.Key, axis => new Fraction(axis.Max(d => 1 - ((decimal)free[d] / capacity[d]))));
    }
}
