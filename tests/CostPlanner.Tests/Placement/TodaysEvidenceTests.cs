using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>What runs today on hosts that are up must hold under the plan's own rules, or the rule that contradicts is named with both figures.</summary>
public class TodaysEvidenceTests
{
    /// <summary>
    /// Three hosts of 32 cores promise (32 − 2) × 4 × 0.8 = 96 vCPUs each, 288 together. 75 VMs of 4 vCPUs, 300, run: 3.125 a core, 3 allowed. With one host lost
    /// 192 are left: 4 × 300 ÷ 192 = 6.25 vCPUs a core would hold.
    /// </summary>
    [Fact]
    public void More_vCPUs_per_core_than_allowed_are_told_with_the_value_that_holds()
    {
        var found = Assert.Single(Of(Vms(75, 4, 1), failures: 1));
        Assert.Equal((AssumptionIds.CpuOvercommit, 3.125m, 3m, 0, 6.25m), (found.Assumption, found.Runs, found.Allowed, found.Lost, found.Holds!.Value));
        Assert.Equal(
            "today 3 hosts of C run 3.13 vCPUs per core; the scenario's rules allow 3 (4 a core, 80% of it, 2 cores of each host reserved)", found.Sentence.Words());
        Assert.Equal("cpu-overcommit is 4; with 6.25 it would hold", found.Offer.Words());
    }

    /// <summary>The same by the rules at the value that was offered: nothing contradicts any more.</summary>
    [Fact]
    public void At_the_value_offered_nothing_contradicts() =>
        Assert.Empty(Of(Vms(75, 4, 1), failures: 1, changes: (AssumptionIds.CpuOvercommit, 6.25m)));

    /// <summary>240 vCPUs fit 288 and not the 192 of two hosts: the loss contradicts, 2.5 a core against 2; failover 0 holds, as 5 vCPUs a core do.</summary>
    [Fact]
    public void What_only_the_loss_of_a_host_forbids_is_told_as_that()
    {
        var found = Assert.Single(Of(Vms(60, 4, 1), failures: 1));
        Assert.Equal((1, 2.5m, 2m, 5m), (found.Lost, found.Runs, found.Allowed, found.Holds!.Value));
        Assert.Contains("with one host lost", found.Sentence.Words(), StringComparison.Ordinal);
        Assert.EndsWith("as it would without a host lost (failover: 0)", found.Offer.Words(), StringComparison.Ordinal);
        Assert.Empty(Of(Vms(60, 4, 1), failures: 0));
    }

    /// <summary>
    /// A host of 256 GiB promises (256 − 7.68) × 0.9 = 223.488 GiB (3 % of 256 reserved). 3 × = 670.464. 690 GiB run, 0.898 of 768; with nothing lost
    /// 0.9 × 690 ÷ 670.464 = 0.9263, so a memory-target of 0.93 would hold.
    /// </summary>
    [Fact]
    public void Memory_is_offered_a_target_before_an_overcommit()
    {
        var found = Assert.Single(Of(Vms(69, 1, 10), failures: 0));
        Assert.Equal((AssumptionIds.MemoryTarget, 0.93m), (found.Assumption, found.Holds!.Value));
        var over = Assert.Single(Of(Vms(90, 1, 10), failures: 0));

        // 900 GiB of 768: 0.9 × 900 ÷ 670.464 is above 1, so an overcommit of 900 ÷ 670.464 = 1.3424, 1.35.
        Assert.Equal((AssumptionIds.MemoryOvercommit, 1.35m), (over.Assumption, over.Holds!.Value));
    }

    [Fact]
    public void VMs_of_hosts_in_maintenance_and_of_hosts_not_described_prove_nothing()
    {
        ImmutableArray<VmDemand> vms = Vms(75, 4, 1);
        var inventory = Estate.Of([.. Enumerable.Range(0, 3).Select(i => Estate.Host($"host{i}") with { InMaintenance = i == 0 })], []);
        Assert.Empty(TodaysEvidence.Of(Question([.. vms.Select(vm => vm with { Vm = vm.Vm with { Host = "host0" } })], 1, Assumed.Plain), inventory));
        var unknown = Question(vms, 1, Assumed.Plain) with { HostsToday = 4 };
        Assert.Empty(TodaysEvidence.Of(unknown, Estate.Of([Estate.Host("host0")], [])));
    }

    /// <summary>40 TiB ÷ 30 raw: no fill holds. 27.5 of 30 TiB: 0.9167 of what is allowed 0.9: vsan-fill 0.92 would hold.</summary>
    [Fact]
    public void The_storage_pool_is_evidence_too()
    {
        var found = Assert.Single(Pooled(27_500, 0));
        Assert.Equal((AssumptionIds.VsanFill, 0.92m), (found.Assumption, found.Holds!.Value));
        Assert.Null(Assert.Single(Pooled(40_000, 0)).Holds);
        Assert.Empty(Pooled(27_000, 0));
    }

    [Fact]
    public void A_VM_that_runs_where_the_rules_have_no_room_for_it_alone_is_named()
    {
        var found = Of([.. Vms(1, 4, 230)], failures: 0).Single();
        Assert.Equal(("vm00", AssumptionIds.MemoryTarget, 0.93m), (found.Vm, found.Assumption, found.Holds!.Value));
        Assert.Equal("VM vm00 of C runs today with 230 GiB of memory on one host; the scenario's rules allow 223.5", found.Sentence.Words());
    }

    private static ImmutableArray<Contradiction> Pooled(int gib, int failures)
    {
        ImmutableArray<VmDemand> vms = [.. Vms(1, 1, 1).Select(vm => vm with { PooledStorage = ByteSize.FromGiB(gib) })];
        var question = Question(vms, failures, Assumed.Plain);
        return TodaysEvidence.Of(
            question with
            {
                Existing = [.. question.Existing.Select(server => server with { PooledStorage = ByteSize.FromGiB(10_000) })],
                Storage = StoragePool.Of(question.Terms, 3, isStated: true),
            },
            Estate.Of([Estate.Host("host0")], []));
    }

    private static ImmutableArray<Contradiction> Of(ImmutableArray<VmDemand> vms, int failures, params (string, decimal)[] changes) =>
        TodaysEvidence.Of(Question(vms, failures, Assumed.With(changes)), Estate.Of([Estate.Host("host0")], []));

    private static ClusterQuestion Question(ImmutableArray<VmDemand> vms, int failures, AssumptionSet assumptions) => new(
        "C",
        3,
        vms,
        [.. Enumerable.Range(0, 3).Select(i => Estate.Server($"host{i}"))],
        new PlacementTerms { Platform = PlatformFamily.VSphere, Assumptions = assumptions, Failures = failures, Policy = HostPolicy.KeepAll });

    private static ImmutableArray<VmDemand> Vms(int count, int vCpus, int gib) =>
        [.. Enumerable.Range(0, count).Select(i => new VmDemand(Estate.Vm($"vm{i:00}", vCpus, gib), vCpus, ByteSize.FromGiB(gib), ByteSize.Zero))];
}
