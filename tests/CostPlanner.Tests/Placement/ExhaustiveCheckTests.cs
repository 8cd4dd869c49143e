using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>Plans of small pools against every choice of servers: no bound is above the fewest, no plan below them, and what is called proven is the fewest.</summary>
public class ExhaustiveCheckTests
{
    private const int MostServers = 5;

    [Fact]
    public void Of_hosts_of_today_a_bound_is_never_above_the_fewest_and_what_is_proven_is_the_fewest() => AtRandom.ForSeeds(150, seed => Agrees(Drawn(seed, isNew: false)));

    [Fact]
    public void Of_new_hosts_a_bound_is_never_above_the_fewest_and_what_is_proven_is_the_fewest() => AtRandom.ForSeeds(150, seed => Agrees(Drawn(seed, isNew: true)));

    // Three VMs of a third of what a host promises fit on it together: (256 - 4) GiB x 0.9 = 243,532,? MiB / 3 is no whole number of MiB, and rounding each
    // up would make two hosts of one.
    [Fact]
    public void A_need_that_is_no_whole_number_raises_no_bound()
    {
        var third = ByteSize.FromGiB(256 - 4) * (0.9m / 3);
        var question = new ClusterQuestion(
            "C",
            0,
            [.. Enumerable.Range(0, 3).Select(i => new VmDemand(Estate.Vm($"vm{i}", 1, 8), 1, third, ByteSize.Zero))],
            [Estate.Server("host0"), Estate.Server("host1")],
            new PlacementTerms { Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain });
        Assert.Equal(1, new SmallPool(question.Demands, question.Existing, question.Terms).Fewest());
        Assert.Equal(1, ClusterPlacement.Plan(question).LowerBound);
    }

    // Two hosts may fail. vm1, 24 GiB, is kept off host2, so that it goes down where host3 and host4 are lost, and vm0, 48 GiB, is left on host2, which promises
    // (64 - 4) x 0.9 = 54; of any other two lost the third holds both, 72 of (96 - 4) x 0.9 = 82.8 GiB. So three hosts do, though the sum of memory asks one host of three for
    // 72 GiB, and no loss of two takes vm1 down where all five are used.
    [Fact]
    public void A_VM_that_goes_down_with_few_hosts_asks_for_no_spare()
    {
        var question = new ClusterQuestion(
            "C",
            0,
            [.. new[] { (Name: "vm0", GiB: 48), (Name: "vm1", GiB: 24) }.Select(vm => new VmDemand(Estate.Vm(vm.Name, 4, vm.GiB), 4, ByteSize.FromGiB(vm.GiB), ByteSize.Zero))],
            [.. new[] { 32, 32, 64, 96, 96 }.Select((gib, i) => Estate.Server($"host{i}", 2, 8, gib))],
            new PlacementTerms
            {
                Platform = PlatformFamily.Kvm, Assumptions = Assumed.Plain, Failures = 2, Rules = new PlacementRules { Rules = [Rule(RuleKind.NotOn, ["vm1"], ["host2"])] },
            });
        Assert.Equal(3, new SmallPool(question.Demands, question.Existing, question.Terms).Fewest());
        Assert.InRange(ClusterPlacement.Plan(question).LowerBound, 1, 3);
    }

    /// <summary>Whether a plan and its bound agree with what trying everything finds.</summary>
    private static bool Agrees(ClusterQuestion question)
    {
        var plan = ClusterPlacement.Plan(question);
        ImmutableArray<PlannedHost> servers = question.Terms.NewHosts is [var model]
            ? [.. Enumerable.Range(1, MostServers).Select(number => EstateServers.New(model, question.Cluster, number))]
            : question.Existing;
        if (new SmallPool(question.Demands, servers, question.Terms) { HoldsTogether = set => HoldsStorage(question, set) }.Fewest() is not { } fewest)
        {
            return !plan.Holds || plan.Servers.Length > servers.Length;
        }

        return plan.LowerBound <= fewest && (!plan.Holds || (fewest <= plan.Servers.Length && (!plan.IsProvenFewest || plan.Servers.Length == fewest)));
    }

    /// <summary>Whether servers hold together what lies on a storage pool: nine tenths filled at most, the largest lost that are to be rebuilt, and three with storage left.</summary>
    private static bool HoldsStorage(ClusterQuestion question, IReadOnlyList<PlannedHost> set)
    {
        var needed = question.Demands.Sum(vm => (decimal)vm.PooledStorage.Bytes);
        var raw = set.Select(server => (decimal)server.PooledStorage.Bytes).Where(bytes => bytes > 0).OrderDescending().Skip(question.Storage?.Rebuild ?? 0).ToList();
        return question.Storage is null || needed == 0 || (raw.Count >= 3 && raw.Sum() * 0.9m >= needed);
    }

    /// <summary>Up to six VMs on up to five hosts, alike or not, with every dimension and rule now and then; sizes of a grain, or of none.</summary>
    private static ClusterQuestion Drawn(int seed, bool isNew)
    {
        var random = new Random(seed);
        var grain = random.Next(3) switch { 0 => 1024m, 1 => 4096m, _ => 1024m * 1.1m / 3 };
        var buckets = random.Next(3) == 0 ? random.Next(2, 4) : 1;
        var (hasStorage, hasIops, hasNetwork, alike) = (random.Next(3) == 0, random.Next(4) == 0, random.Next(4) == 0, random.Next(2) == 0);
        var isPooled = !isNew && !hasStorage && random.Next(4) == 0;
        var failures = random.Next(0, 3);
        var model = Estate.Model(coresPerSocket: random.Next(4, 9), memoryGiB: 32 * random.Next(1, 5));
        var cores = random.Next(4, 9);
        var memory = 32 * random.Next(1, 5);
        var servers = Enumerable.Range(0, random.Next(1, MostServers + 1)).Select(i => Estate.Server($"host{i}", 2, alike ? cores : random.Next(4, 9), alike ? memory : 32 * random.Next(1, 5)) with
        {
            Site = $"site{i % 2}",
            LocalStorage = ByteSize.FromGiB(hasStorage ? 1000 : 0),
            PooledStorage = ByteSize.FromGiB(isPooled ? 1000 * random.Next(0, 9) : 0),
            Iops = hasIops && (alike || random.Next(3) > 0) ? 1000 : null,
            NetworkMbps = hasNetwork && (alike || random.Next(3) > 0) ? 1000 : null,
        });
        var storage = hasStorage && !isNew;
        return new ClusterQuestion(
            "C",
            0,
            [.. Enumerable.Range(0, random.Next(0, 7)).Select(i => Demand(i))],
            isNew ? [] : [.. servers],
            new PlacementTerms
            {
                Platform = PlatformFamily.Kvm,
                Assumptions = Assumed.With((AssumptionIds.CpuOvercommit, random.Next(1, 5))),
                Failures = failures,
                NewHosts = isNew ? [model with { Iops = hasIops ? 1000 : null, NetworkMbps = hasNetwork ? 1000 : null }] : [],
                Policy = isNew ? HostPolicy.Refresh : HostPolicy.Reuse,
                Rules = Rules(random, isNew, isPooled),
            })
        {
            Storage = isPooled ? new StoragePool(0.9m, 3, Math.Min(1, failures)) : null,
        };

        VmDemand Demand(int i)
        {
            var vm = Estate.Vm($"vm{i}", random.Next(1, 14), 1, rules: random.Next(5) == 0 ? ["apart"] : []);
            var size = ByteSize.FromMiB(grain * random.Next(1, 13));
            if ((storage || isPooled) && random.Next(6) == 0)
            {
                return new VmDemand(vm, 0, ByteSize.Zero, ByteSize.FromGiB(storage ? random.Next(50, 500) : 0)) { PooledStorage = Pooled(least: 1) };
            }

            var cpu = vm.VCpus * (random.Next(2) == 0 ? 1 : 1.331m);
            return new VmDemand(vm, cpu, size, ByteSize.FromGiB(storage ? random.Next(0, 500) : 0))
            {
                CpuByBucket = buckets == 1 ? [] : [.. Enumerable.Range(0, buckets).Select(bucket => bucket == i % buckets ? cpu : cpu / 3)],
                MemoryByBucket = buckets == 1 || random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, buckets).Select(bucket => bucket == i % buckets ? size : size * 0.5m)],
                Iops = hasIops && random.Next(4) > 0 ? random.Next(100, 700) : null,
                NetworkMbps = hasNetwork && random.Next(4) > 0 ? random.Next(100, 700) : null,
                PooledStorage = Pooled(),
            };
        }

        // A VM that is off has a disk: one that needs nothing at all is carried by no host, and no host need be spare for it.
        ByteSize Pooled(int least = 0) => ByteSize.FromGiB(isPooled ? 450 * random.Next(least, 15) : 0);
    }

    private static PlacementRules Rules(Random random, bool isNew, bool isPooled) => random.Next(3) == 0 ? PlacementRules.None : new PlacementRules
    {
        VmsPerHost = random.Next(4) == 0 ? random.Next(1, 4) : null,
        SurviveSite = !isNew && !isPooled && random.Next(6) == 0,
        Rules =
        [
            .. random.Next(3) == 0 ? [Rule(RuleKind.KeepApart, ["vm0", "vm1", "vm2", "vm3"], [], random.Next(1, 3))] : Array.Empty<PlacementRule>(),
            .. random.Next(4) == 0 ? [Rule(RuleKind.KeepTogether, ["vm3", "vm4"], [])] : Array.Empty<PlacementRule>(),
            .. !isNew && random.Next(4) == 0 ? [Rule(RuleKind.RunOn, ["vm5"], ["host0", "host1"])] : Array.Empty<PlacementRule>(),
            .. !isNew && random.Next(4) == 0 ? [Rule(RuleKind.NotOn, ["vm1", "vm2"], ["host2"])] : Array.Empty<PlacementRule>(),
            .. !isNew && random.Next(6) == 0 ? [Rule(RuleKind.SpreadOverSites, ["vm0", "vm1"], [])] : Array.Empty<PlacementRule>(),
        ],
        Devices = random.Next(6) == 0 ? [new PassthroughDevice("GPU", ["vm4", "vm5"], ["host0", "host1", "host2"], random.Next(1, 3), true, new SourcePlace("test.yaml"))] : [],
    };

    private static PlacementRule Rule(RuleKind kind, ImmutableArray<string> vms, ImmutableArray<string> hosts, int atMost = 1) => new(kind.ToString(), kind, vms, hosts, atMost, new SourcePlace("test.yaml"));
}
