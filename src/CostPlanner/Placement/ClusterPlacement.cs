using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>What a cluster's plan is made from.</summary>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="HostsToday">Hosts of the cluster in the inventory.</param>
/// <param name="Demands">The VMs to place.</param>
/// <param name="Existing">Hosts that may stay.</param>
/// <param name="NewHost">The model bought where existing hosts do not suffice, or null for none.</param>
/// <param name="KeepAll">Whether existing hosts stay that are not needed.</param>
/// <param name="Failures">Hosts that may fail at once.</param>
/// <param name="Platform">The hypervisor.</param>
public sealed record ClusterQuestion(
    string Cluster,
    int HostsToday,
    ImmutableArray<VmDemand> Demands,
    ImmutableArray<Server> Existing,
    HostModel? NewHost,
    bool KeepAll,
    int Failures,
    PlatformFamily Platform);

/// <summary>Finds the fewest servers on which every VM of a cluster has a place and the loss of hosts is survived.</summary>
/// <remarks>
/// Existing hosts come first, the largest first; new ones are bought only where those do not suffice. From the lower bound
/// upwards each number of servers is packed and proven, so the first that holds is the answer. It depends on nothing but its
/// arguments.
/// </remarks>
public static class ClusterPlacement
{
    /// <summary>The plan; it does not hold when VMs are larger than any server or the servers offered are too few.</summary>
    public static ClusterPlan Plan(ClusterQuestion question, AssumptionSet assumptions)
    {
        var all = new PackingProblem(question.Demands, Candidates(question, question.Demands.Length, assumptions), question.Platform, assumptions);
        var giants = Enumerable.Range(0, all.Items.Length)
            .Where(item => !Enumerable.Range(0, all.Servers.Length).Any(server => all.FitsAlone(item, server)))
            .Select(item => new Misfit(all.Items[item], Words.WhyNowhere(all, item)))
            .ToImmutableArray();
        var left = question.Demands.Except(giants.Select(giant => giant.Demand)).ToImmutableArray();
        var problem = giants.IsEmpty ? all : new PackingProblem(left, all.Servers, question.Platform, assumptions);

        var found = Fewest(problem, question, assumptions);
        var homeless = Enumerable.Range(0, found.Problem.Items.Length)
            .Where(item => found.Packing.PlaceOf(item) == Packing.Nowhere)
            .Select(item => new Misfit(found.Problem.Items[item], Words.WhyNoRoom(found.Problem, found.Packing, item)));
        return new ClusterPlan(
            question.Cluster,
            question.HostsToday,
            Loads(found.Problem, found.Packing),
            [.. giants, .. homeless],
            Math.Min(found.Bound.Servers, found.Packing.ServerCount),
            found.Bound.Why,
            found.Failover);
    }

    /// <summary>
    /// Existing hosts first; where they do not suffice, the fewest new ones beside all of them, and then as few existing ones
    /// beside those as will do: a host that the new ones make needless is not kept.
    /// </summary>
    private static Found Fewest(PackingProblem problem, ClusterQuestion question, AssumptionSet assumptions)
    {
        var existing = question.Existing.Length;
        var ofExisting = LowerBound.Of(problem, [.. Enumerable.Range(0, existing)], question.Failures);
        var suffice = ofExisting.Servers <= existing || problem.Servers.Length == existing;
        var bound = suffice ? ofExisting : LowerBound.Of(problem, [.. Enumerable.Range(0, problem.Servers.Length)], question.Failures);
        if (question.KeepAll)
        {
            var kept = bound.Servers > existing ? bound : new LowerBound(existing, "all existing hosts are kept");
            return Search(problem, question, kept, suffice ? existing : existing + 1);
        }

        var found = Search(problem, question, bound, suffice ? bound.Servers : existing + 1);
        var bought = found.Packing.ServerCount - existing;
        if (bought <= 0 || existing == 0 || !found.Failover.Holds)
        {
            return found;
        }

        ImmutableArray<Server> newFirst = [.. problem.Servers.Skip(existing).Take(bought), .. problem.Servers.Take(existing)];
        var turned = new PackingProblem(problem.Items, newFirst, question.Platform, assumptions);
        var least = LowerBound.Of(turned, [.. Enumerable.Range(0, newFirst.Length)], question.Failures);
        least = least with { Why = FormattableString.Invariant($"{least.Why}, buying no more than {bought}") };
        var fewer = Search(turned, question, least, Math.Max(least.Servers, bought));
        return fewer.Failover.Holds && fewer.Packing.ServerCount < found.Packing.ServerCount ? fewer : found with { Bound = least };
    }

    private static Found Search(PackingProblem problem, ClusterQuestion question, LowerBound bound, int first)
    {
        var most = problem.Servers.Length;
        for (var servers = Math.Min(first, most); servers <= most; servers++)
        {
            var (packing, complete) = Spread.Pack(problem, servers, giveUp: servers < most);
            if (complete || servers == most)
            {
                var failover = Failover.Prove(problem, packing, question.Failures);
                if (failover.Holds || servers == most)
                {
                    return new Found(problem, bound, packing, failover);
                }
            }
        }

        throw new InvalidOperationException($"no number of servers up to {most} was tried");
    }

    private sealed record Found(PackingProblem Problem, LowerBound Bound, Packing Packing, FailoverProof Failover);

    private static ImmutableArray<Server> Candidates(ClusterQuestion question, int demands, AssumptionSet assumptions)
    {
        var existing = question.Existing
            .OrderByDescending(server => ServerCapacity.Of(server, question.Platform, assumptions).VCpus)
            .ThenByDescending(server => server.Memory)
            .ThenBy(server => server.Name, StringComparer.Ordinal);
        var bought = question.NewHost is { } model
            ? EstateServers.New(model, question.Cluster, NewAtMost(question, model, demands, assumptions))
            : [];
        return [.. existing, .. bought];
    }

    /// <summary>Enough new servers for any plan worth having: twice what the sums need, and those that may fail.</summary>
    private static int NewAtMost(ClusterQuestion question, HostModel model, int demands, AssumptionSet assumptions)
    {
        var one = new PackingProblem(question.Demands, [.. EstateServers.New(model, question.Cluster, 1)], question.Platform, assumptions);
        var needed = 0L;
        for (var d = 0; d < PackingProblem.Dimensions; d++)
        {
            var capacity = one.CapacityOf(0)[d];
            var sum = Enumerable.Range(0, one.Items.Length).Sum(item => one.SizeOf(item)[d]);
            needed = capacity == 0 ? needed : Math.Max(needed, (sum / capacity) + 1);
        }

        var group = one.GroupNames.Select((_, index) => one.Groups.Count(groups => groups.Contains(index))).DefaultIfEmpty(0).Max();
        var enough = Math.Max(needed * Tuning.CandidateFactor, group) + question.Failures + 1;
        return (int)Math.Min(enough, demands + question.Failures + 1);
    }

    private static ImmutableArray<ServerLoad> Loads(PackingProblem problem, Packing packing) =>
    [
        .. Enumerable.Range(0, packing.ServerCount).Select(server => new ServerLoad(
            problem.Servers[server],
            [.. packing.ItemsOn(server).Select(item => problem.Items[item]).OrderBy(item => item.Vm.Name, StringComparer.Ordinal).ThenBy(item => item.Vm.Id, StringComparer.Ordinal)],
            Used(problem, packing, server))),
    ];

    private static ImmutableSortedDictionary<Dimension, Fraction> Used(PackingProblem problem, Packing packing, int server)
    {
        var capacity = problem.CapacityOf(server).ToArray();
        var free = packing.FreeOn(server).ToArray();
        return Enum.GetValues<Dimension>()
            .Where(dimension => capacity[(int)dimension] > 0)
            .ToImmutableSortedDictionary(
                dimension => dimension,
                dimension => new Fraction(1 - ((decimal)free[(int)dimension] / capacity[(int)dimension])));
    }
}
