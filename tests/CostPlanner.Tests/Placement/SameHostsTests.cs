using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>Hosts that are the same are planned the same, be they there, bought, or some of each; and sizes that leave a part of every host unused are seen.</summary>
public class SameHostsTests
{
    [Fact]
    public void New_hosts_do_with_as_few_as_the_same_hosts_of_today() => AtRandom.ForSeeds(30, seed =>
    {
        var (vms, failures) = Drawn(seed);
        var today = Enumerable.Range(0, 60).Select(i => EstateServers.New(Model, "C", i) with { Name = $"host{i:00}", Bought = null }).ToImmutableArray();
        var bought = Plan(vms, [], HostPolicy.Refresh, [Model], failures);
        var reused = Plan(vms, today, HostPolicy.Reuse, [], failures);
        var offered = Plan(vms, today, HostPolicy.Reuse, [Model], failures);
        return bought.Holds && reused.Holds && offered.Holds
            && (bought.Servers.Length, bought.LowerBound) == (reused.Servers.Length, reused.LowerBound)
            && (reused.Servers.Length, reused.LowerBound) == (offered.Servers.Length, offered.LowerBound);
    });

    // A host of 512 GiB promises 512 x 5/6 = 426.67 GiB. 59 VMs of 72 GiB are 4,248 GiB: by their sum 9.96, so 10 hosts; but 426.67 / 72 = 5.9, five to a host: 12.
    // 531 VMs of 8 GiB are 4,248 GiB too: 53 of them, 424 GiB, are the most of a host, 10 x 53 = 530, so that the last needs an eleventh.
    [Theory]
    [InlineData(59, 72, 12)]
    [InlineData(531, 8, 11)]
    public void What_no_size_can_use_of_a_host_is_not_counted(int count, int gib, int hosts)
    {
        var plan = Plan([.. Enumerable.Range(0, count).Select(i => Vm(i, 1, ByteSize.FromGiB(gib)))], [], HostPolicy.Refresh, [Model], 0);
        Assert.Equal((hosts, hosts), (plan.Servers.Length, plan.LowerBound));
        Assert.Equal("the sizes of memory that fill a host, with no host lost", plan.BoundBy.Words());
    }

    // 354 VMs of 4, 8, 12 and 20 GiB with 4,248 GiB in all: (4 + 8 + 12 + 20) x 96 = 4,224, and six more of 4 GiB. Every size is a multiple of 4, and 424 GiB is the largest
    // multiple that a host of 426.67 GiB holds: 4,248 / 424 = 10.02, so 11.
    [Fact]
    public void A_capacity_counts_as_far_as_multiples_of_the_sizes_grain_go()
    {
        int[] sizes = [.. Enumerable.Range(0, 96).SelectMany(_ => new[] { 4, 8, 12, 20 }), .. Enumerable.Repeat(4, 6)];
        Assert.Equal(4248, sizes.Sum());
        var plan = Plan([.. sizes.Select((gib, i) => Vm(i, 1, ByteSize.FromGiB(gib)))], [], HostPolicy.Refresh, [Model], 0);
        Assert.Equal((11, 11, true), (plan.Servers.Length, plan.LowerBound, plan.IsProvenFewest));
    }

    /// <summary>No reserve for the hypervisor, and 512 GiB x 5/6 = 426.67 GiB for VMs.</summary>
    private static ServerModel Model { get; } = Estate.Model(sockets: 2, coresPerSocket: 32, memoryGiB: 512);

    private static ClusterPlan Plan(ImmutableArray<VmDemand> vms, ImmutableArray<PlannedHost> existing, HostPolicy policy, ImmutableArray<ServerModel> models, int failures) => ClusterPlacement.Plan(
        new ClusterQuestion("C", existing.Length, vms, existing, new PlacementTerms
        {
            Platform = PlatformFamily.Kvm,
            Assumptions = Assumed.With((AssumptionIds.MemoryTarget, 5m / 6), (AssumptionIds.KvmReservedMemory, 0)),
            Failures = failures,
            Policy = policy,
            NewHosts = models,
        }));

    private static VmDemand Vm(int number, decimal cpu, ByteSize memory) => new(Estate.Vm($"vm{number:000}", 1, 8), cpu, memory, ByteSize.Zero);

    private static (ImmutableArray<VmDemand> Vms, int Failures) Drawn(int seed)
    {
        var random = new Random(seed);
        var largest = random.Next(40, 200);
        return ([.. Enumerable.Range(0, random.Next(20, 120)).Select(i => Vm(i, random.Next(1, 40), ByteSize.FromGiB(random.Next(1, largest))))], random.Next(2));
    }
}
