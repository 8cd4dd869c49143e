using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Placement;

/// <summary>What must be true of every plan, on estates drawn at random.</summary>
public class PlacementProperties
{
    [Fact]
    public void Every_plan_passes_the_independent_check() => ForEstates(question =>
    {
        var plan = ClusterPlacement.Plan(question);
        return PlacementCheck.Violations(plan, question.Demands, question.Terms).IsEmpty;
    });

    [Fact]
    public void No_plan_that_holds_has_fewer_servers_than_the_bound() => ForEstates(question =>
    {
        var plan = ClusterPlacement.Plan(question);
        return !plan.Holds || plan.Servers.Length >= plan.LowerBound;
    });

    [Fact]
    public void The_order_of_the_input_changes_nothing() => ForEstates(question =>
    {
        var turned = question with { Demands = [.. question.Demands.Reverse()], Existing = [.. question.Existing.Reverse()] };
        return Places(ClusterPlacement.Plan(question)).SequenceEqual(Places(ClusterPlacement.Plan(turned)));
    });

    /// <summary>Brute force on the hosts left: every assignment of the lost VMs is tried, so a proof that holds is never a mistake of the search.</summary>
    [Fact]
    public void A_failover_that_is_said_to_hold_has_a_placement_that_brute_force_finds() => ForEstates(
        question =>
        {
            var plan = ClusterPlacement.Plan(question);
            return !plan.Holds || plan.Failover.Failures == 0 || plan.Servers.All(lost => BruteForce(plan, lost, question.Terms));
        },
        mostVms: 7);

    private static bool BruteForce(ClusterPlan plan, ServerLoad lost, PlacementTerms terms)
    {
        var left = plan.Servers.Where(load => load != lost).Select(load => load.Server).ToImmutableArray();
        return Fits(plan.Servers.SelectMany(load => load.Vms).ToList(), 0, left.Select(_ => new List<VmDemand>()).ToList());

        bool Fits(List<VmDemand> vms, int next, List<List<VmDemand>> loads)
        {
            if (next == vms.Count)
            {
                return true;
            }

            for (var server = 0; server < loads.Count; server++)
            {
                loads[server].Add(vms[next]);
                var tried = new ClusterPlan("C", 0, [new ServerLoad(left[server], [.. loads[server]], ImmutableSortedDictionary<Dimension, Fraction>.Empty)], [], 0, "", plan.Failover);
                if (PlacementCheck.Violations(tried, [], terms).IsEmpty && Fits(vms, next + 1, loads))
                {
                    return true;
                }

                loads[server].RemoveAt(loads[server].Count - 1);
            }

            return false;
        }
    }

    private static IEnumerable<string> Places(ClusterPlan plan) =>
        plan.Servers.Select(load => $"{load.Server.Name}: {string.Join(",", load.Vms.Select(vm => vm.Vm.Id))}");

    private static void ForEstates(Func<ClusterQuestion, bool> holds, int mostVms = 40) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => holds(Question(seed, mostVms))).QuickCheckThrowOnFailure();

    private static ClusterQuestion Question(int seed, int mostVms)
    {
        var random = new System.Random(seed);
        var vms = Enumerable.Range(0, random.Next(0, mostVms)).Select(i => Estate.Vm(
            $"vm{i:00}",
            random.Next(1, 24),
            random.Next(1, 200),
            rules: random.Next(6) == 0 ? [$"rule{random.Next(2)}"] : []));
        var servers = Enumerable.Range(0, random.Next(0, 8)).Select(i => Estate.Server($"host{i}", random.Next(1, 3), random.Next(8, 33), 64 * random.Next(2, 9)));
        return new ClusterQuestion(
            "C",
            0,
            [.. vms.Select(vm => new VmDemand(vm, vm.VCpus, vm.Memory, ByteSize.Zero))],
            [.. servers],
            new PlacementTerms
            {
                NewHosts = random.Next(2) == 0 ? [Estate.Model()] : [],
                Policy = random.Next(4) == 0 ? HostPolicy.KeepAll : HostPolicy.Reuse,
                Failures = random.Next(0, 3),
                Platform = random.Next(2) == 0 ? PlatformFamily.Kvm : PlatformFamily.Xen,
                Assumptions = Assumed.Plain,
            });
    }
}
