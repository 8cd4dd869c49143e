using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement.Plans;

/// <summary>Small pools with vSAN against every choice of hosts, tried one by one and judged by formulas written anew.</summary>
public class StoragePoolProperties
{
    /// <summary>
    /// Hosts of unequal storage, some without; CPU and memory bind in some draws and storage in others. A choice of hosts holds by this test where every VM
    /// can be assigned (all assignments tried), where hosts are lost the rest too, and the storage without the largest lost holds everything.
    /// </summary>
    [Fact]
    public void Plans_with_a_storage_pool_are_the_fewest_by_brute_force_and_their_bounds_true()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var question = Question(seed);
            var plan = ClusterPlacement.Plan(question);
            var fewest = Enumerable.Range(1, (1 << question.Existing.Length) - 1)
                .Select(bits => question.Existing.Where((_, at) => (bits >> at & 1) == 1).ToImmutableArray())
                .Where(hosts => Holds(question, hosts))
                .Select(hosts => (int?)hosts.Length)
                .Min();
            Assert.True(plan.Holds == fewest is not null, $"seed {seed}: the plan {(plan.Holds ? "holds" : "does not hold")}, brute force finds {fewest?.ToString() ?? "none"}");
            if (fewest is { } least)
            {
                Assert.True(plan.LowerBound <= least, $"seed {seed}: bound {plan.LowerBound} ({plan.BoundBy.Words()}) above the {least} hosts that hold");
                Assert.True(plan.Servers.Length == least, $"seed {seed}: {plan.Servers.Length} hosts, {least} hold");
            }

            Assert.Empty(PlacementCheck.Violations(plan, question.Demands, question.Terms));
        }
    }

    private static bool Holds(ClusterQuestion question, ImmutableArray<PlannedHost> hosts)
    {
        var raw = hosts.Select(host => host.PooledStorage.GiB).Where(gib => gib > 0).Order().ToList();
        var needed = question.Demands.Sum(vm => vm.PooledStorage.GiB);
        var rebuilt = question.Terms.Failures;
        return (needed == 0 || (raw.Count >= 3 + rebuilt && raw.Take(raw.Count - rebuilt).Sum() * 0.9m >= needed))
            && (question.Terms.Failures == 0
                ? Assign(question, hosts)
                : Assign(question, hosts, survives: true));
    }

    /// <summary>Whether some assignment holds, and with it, where asked, the loss of each host: the VMs of that host on the others, these moved as they must.</summary>
    private static bool Assign(ClusterQuestion question, ImmutableArray<PlannedHost> hosts, bool survives = false) => survives
        ? hosts.All(lost => Assign(question, hosts.Remove(lost)))
        : Fits(question, [.. hosts.Select(question.Terms.CapacityOf)], new (decimal Cpu, decimal GiB)[hosts.Length], 0);

    private static bool Fits(ClusterQuestion question, ServerCapacity[] hosts, (decimal Cpu, decimal GiB)[] used, int next)
    {
        var running = question.Demands.Where(vm => vm.Cpu > 0).ToList();
        if (next == running.Count)
        {
            return true;
        }

        for (var host = 0; host < hosts.Length; host++)
        {
            var before = used[host];
            used[host] = (before.Cpu + running[next].Cpu, before.GiB + running[next].Memory.GiB);
            if (used[host].Cpu <= hosts[host].Cpu && used[host].GiB <= hosts[host].Memory.GiB && Fits(question, hosts, used, next + 1))
            {
                return true;
            }

            used[host] = before;
        }

        return false;
    }

    private static ClusterQuestion Question(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<PlannedHost> hosts =
        [
            .. Enumerable.Range(0, random.Next(3, 7)).Select(i => Estate.Server($"host{i}", 1, 8, 64) with { PooledStorage = ByteSize.FromGiB(1000 * random.Next(0, 9)) }),
        ];
        ImmutableArray<VmDemand> demands =
        [
            .. Enumerable.Range(0, random.Next(1, 6)).Select(i => new VmDemand(
                Estate.Vm($"vm{i}", random.Next(1, 9), random.Next(1, 40)), random.Next(1, 17), ByteSize.FromGiB(random.Next(1, 40)), ByteSize.Zero)
            {
                PooledStorage = ByteSize.FromGiB(450 * random.Next(0, 15)),
            }),
            .. random.Next(3) == 0 ? [new VmDemand(Estate.Vm("asleep"), 0, ByteSize.Zero, ByteSize.Zero) { PooledStorage = ByteSize.FromGiB(900) }] : Array.Empty<VmDemand>(),
        ];
        var terms = new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = random.Next(0, 2) };
        return new ClusterQuestion("C", hosts.Length, demands, hosts, terms) { Storage = new StoragePool(0.9m, 3, terms.Failures) };
    }
}
