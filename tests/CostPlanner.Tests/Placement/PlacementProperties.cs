using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>What must be true of every plan, on estates drawn at random.</summary>
[Slow]
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
            return !plan.Holds || plan.Failover.Failures == 0 || plan.Servers.All(lost => Survives(plan, lost, question.Terms));
        },
        mostVms: 7);

    /// <summary>The other way round: where a loss is said not to be survived on all hosts, no assignment survives every loss.</summary>
    [Fact]
    public void A_failover_that_is_said_not_to_hold_has_a_loss_that_brute_force_cannot_place_either() => ForEstates(
        question =>
        {
            var all = question with { Terms = question.Terms with { Failures = 1, NewHosts = [], Policy = HostPolicy.KeepAll } };
            var plan = ClusterPlacement.Plan(all);
            return plan.Holds || all.Terms.Rules.Rules.Any(rule => rule.Kind == RuleKind.KeepTogether) || plan.Misfits.Any(misfit => !misfit.FitsAlone) || plan.Servers.Length < 2
                || plan.Servers.Any(lost => !Fits(Tied(all, lost), [.. plan.Servers.Where(load => load != lost).Select(load => load.Server)], all.Terms));
        },
        mostVms: 6);

    /// <summary>Every way to put the VMs on the hosts is tried: fewer hosts than the bound never do.</summary>
    [Fact]
    public void No_assignment_that_brute_force_finds_uses_fewer_hosts_than_the_bound() => ForEstates(
        question =>
        {
            var alone = question with { Terms = question.Terms with { Failures = 0, NewHosts = [], Policy = HostPolicy.Reuse } };
            var plan = ClusterPlacement.Plan(alone);
            var fewer = Enumerable.Range(0, 1 << alone.Existing.Length)
                .Select(bits => alone.Existing.Where((_, at) => (bits >> at & 1) == 1).ToImmutableArray())
                .Where(servers => servers.Length < plan.LowerBound);
            return !plan.Holds || fewer.All(servers => !Fits(alone.Demands, servers, alone.Terms));
        },
        mostVms: 6);

    /// <summary>A plan holds without one of its VMs as well, so no bound of the others is above it.</summary>
    [Fact]
    public void A_VM_less_never_raises_the_bound_above_a_plan_with_it() => ForEstates(question =>
    {
        var alone = question with { Terms = question.Terms with { NewHosts = [] } };
        var fewer = alone with { Demands = [.. alone.Demands.Skip(1)] };
        var (plan, other) = (ClusterPlacement.Plan(alone), ClusterPlacement.Plan(fewer));
        return !plan.Holds || !other.Holds || other.LowerBound <= plan.Servers.Length;
    });

    /// <summary>Whether all VMs but those that go down with the host find a place on the others.</summary>
    private static bool Survives(ClusterPlan plan, ServerLoad lost, PlacementTerms terms) => Fits(
        [.. plan.Servers.SelectMany(load => load.Vms.Where(vm => load != lost || !plan.Failover.GoDown.Contains(vm.Vm.Name)))],
        [.. plan.Servers.Where(load => load != lost).Select(load => load.Server)],
        terms);

    /// <summary>The VMs that rules and devices allow on another host than the lost one.</summary>
    private static ImmutableArray<VmDemand> Tied(ClusterQuestion question, ServerLoad lost) =>
    [
        .. question.Demands.Where(vm => question.Existing.Any(server => server.Name != lost.Server.Name
            && question.Terms.Rules.Allow(vm.Vm, server.Name)
            && question.Terms.Rules.Devices.All(device => !device.IsTakenBy(vm.Vm) || device.On(server) > 0))),
    ];

    private static bool Fits(ImmutableArray<VmDemand> vms, ImmutableArray<PlannedHost> servers, PlacementTerms terms)
    {
        var loads = servers.Select(_ => new List<VmDemand>()).ToList();
        return Fits(0);

        bool Fits(int next)
        {
            if (next == vms.Length)
            {
                return true;
            }

            for (var server = 0; server < loads.Count; server++)
            {
                loads[server].Add(vms[next]);
                if (PlacementCheck.Violations(Load(servers[server], loads[server], terms), [], terms).IsEmpty && Fits(next + 1))
                {
                    return true;
                }

                loads[server].RemoveAt(loads[server].Count - 1);
            }

            return false;
        }
    }

    private static ClusterPlan Load(PlannedHost server, List<VmDemand> vms, PlacementTerms terms) => new(
        "C", 0, [new ServerLoad(server, [.. vms], ImmutableSortedDictionary<Dimension, Fraction>.Empty)], [], 0, "", new FailoverProof(0, 0, true, [], null, null)) { Rules = terms.Rules };

    private static IEnumerable<string> Places(ClusterPlan plan) =>
        plan.Servers.Select(load => $"{load.Server.Name}: {string.Join(",", load.Vms.Select(vm => vm.Vm.Id))}");

    private static void ForEstates(Func<ClusterQuestion, bool> holds, int mostVms = 40) =>
        AtRandom.ForSeeds(100, seed => holds(Question(seed, mostVms)));

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
            [.. vms.Select(vm => Demand(vm, random))],
            [.. servers],
            new PlacementTerms
            {
                NewHosts = random.Next(2) == 0 ? [Estate.Model()] : [],
                Policy = random.Next(4) == 0 ? HostPolicy.KeepAll : HostPolicy.Reuse,
                Failures = random.Next(0, 3),
                Platform = random.Next(2) == 0 ? PlatformFamily.Kvm : PlatformFamily.Xen,
                Assumptions = Assumed.Plain,
                Rules = Rules(random),
            });
    }

    /// <summary>Every second VM runs by day or by night only, where the question has time buckets at all.</summary>
    private static VmDemand Demand(VirtualMachine vm, System.Random random)
    {
        var half = random.Next(4) == 0 ? vm.VCpus / 2m : vm.VCpus;
        return new VmDemand(vm, vm.VCpus, vm.Memory, ByteSize.Zero) { CpuByBucket = random.Next(2) == 0 ? [vm.VCpus, half] : [half, vm.VCpus] };
    }

    private static PlacementRules Rules(System.Random random) => random.Next(2) == 0 ? PlacementRules.None : new PlacementRules
    {
        VmsPerHost = random.Next(3) == 0 ? random.Next(2, 6) : null,
        Rules =
        [
            .. random.Next(2) == 0 ? [Rule(RuleKind.KeepApart, ["vm00", "vm01", "vm02"], [], random.Next(1, 3))] : Array.Empty<PlacementRule>(),
            .. random.Next(3) == 0 ? [Rule(RuleKind.KeepTogether, ["vm03", "vm04"], [])] : Array.Empty<PlacementRule>(),
            .. random.Next(3) == 0 ? [Rule(RuleKind.RunOn, ["vm05"], ["host0", "host1"])] : Array.Empty<PlacementRule>(),
            .. random.Next(3) == 0 ? [Rule(RuleKind.NotOn, ["vm0*"], ["host2"])] : Array.Empty<PlacementRule>(),
        ],
        Devices = random.Next(4) == 0 ? [new PassthroughDevice("GPU", ["vm06", "vm07"], ["host0", "host1", "host2"], 1, true, new SourcePlace("test.yaml"))] : [],
    };

    private static PlacementRule Rule(RuleKind kind, ImmutableArray<string> vms, ImmutableArray<string> hosts, int atMost = 1) =>
        new(kind.ToString(), kind, vms, hosts, atMost, new SourcePlace("test.yaml"));
}
