using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Tests.Given;

/// <summary>Plans made by hand, so that pricing is tested without placement.</summary>
internal static class Plan
{
    /// <summary>One cluster of those servers, each with its VMs.</summary>
    public static EstatePlan Of(int failures, params (PlannedHost Server, VirtualMachine[] Vms)[] loads) => Of(failures, [], loads);

    /// <summary>One cluster of those servers, each with its VMs, and guests confined to some of them.</summary>
    public static EstatePlan Of(int failures, ImmutableArray<Confinement> confinements, params (PlannedHost Server, VirtualMachine[] Vms)[] loads) => new(
    [
        new ClusterPlan(
            "C",
            loads.Length,
            [
                .. loads.Select(load => new ServerLoad(
                    load.Server,
                    [.. load.Vms.Select(vm => new VmDemand(vm, vm.Runs ? vm.VCpus : 0, vm.Memory, ByteSize.Zero))],
                    ImmutableSortedDictionary<Dimension, Fraction>.Empty)),
            ],
            [],
            loads.Length,
            "made by hand",
            new FailoverProof(failures, loads.Length, true, [], null, null))
        {
            Confinements = confinements,
        },
    ]);

    /// <summary>The plan's hosts from the first month to the last.</summary>
    public static Timeline Course(EstatePlan plan, int months) => CostPlanner.Pricing.Timelines.Timeline.Staying([new HostSpan(0, DemandOf(plan), plan)], months, platformFrom: 0, new CaseCache());

    /// <summary>What such a plan's VMs need.</summary>
    public static EstateDemand DemandOf(EstatePlan plan) => new([.. plan.Servers.SelectMany(load => load.Vms)], [], [], [], []);
}
