using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Studies.Sizing;

/// <summary>The baseline's answer where its VMs are sized in one way.</summary>
/// <param name="Rules">The way.</param>
/// <param name="IsScenarios">Whether the scenario sizes in this way.</param>
/// <param name="Cores">Cores needed at the hour that needs the most, headroom and growth in it; see <see cref="SizingComparison.Cores"/>.</param>
/// <param name="Memory">Memory needed at the hour that needs the most, headroom, growth and overhead in it.</param>
/// <param name="Plan">The hosts.</param>
/// <param name="Costs">What they and all else cost over the horizon.</param>
public sealed record SizingCase(SizingRules Rules, bool IsScenarios, decimal Cores, ByteSize Memory, EstatePlan Plan, CostSheet Costs);

/// <summary>What was measured of an estate, and what the baseline would come to if its VMs were sized by it.</summary>
/// <param name="Usage">The samples of the VMs that run and count.</param>
/// <param name="Review">The VMs by how they used what they have.</param>
/// <param name="Cpu">Busy cores of all VMs together, of their hosts today; null where not measured.</param>
/// <param name="Memory">Active memory of all VMs together, MiB; null where not measured.</param>
/// <param name="Cases">The ways of sizing, as configured first.</param>
public sealed record SizingStudy(UsageHistory Usage, UsageReview Review, EstateLoad? Cpu, EstateLoad? Memory, ImmutableArray<SizingCase> Cases)
{
    /// <summary>The study of an estate; null where nothing was measured.</summary>
    /// <param name="inputs">The case's inputs.</param>
    /// <param name="assumptions">The baseline's assumptions.</param>
    /// <param name="running">The VMs that run and count.</param>
    /// <param name="answer">The baseline with its VMs sized by a measured estate, or as configured where it is null.</param>
    internal static SizingStudy? Of(
        CaseInputs inputs,
        AssumptionSet assumptions,
        IEnumerable<VirtualMachine> running,
        Func<MeasuredEstate?, (EstateDemand Demand, EstatePlan Plan, CostSheet Costs)> answer)
    {
        if (inputs.Usage is not { } history)
        {
            return null;
        }

        var own = inputs.Scenario.Sizing;
        var vms = running.ToList();
        var ids = vms.Select(vm => vm.Id).ToHashSet(StringComparer.Ordinal);
        var usage = history with { Vms = [.. history.Vms.Where(vm => ids.Contains(vm.VmId))] };
        return new SizingStudy(
            usage,
            UsageReview.Of(vms, usage, own.Percentiles, assumptions),
            EstateLoad.Of(usage, own, vm => vm.Cpu),
            EstateLoad.Of(usage, own, vm => vm.Memory),
            [.. SizingComparison.Rules(own).Select(Case)]);

        SizingCase Case(SizingRules rules)
        {
            var (demand, plan, costs) = answer(rules.IsMeasured ? MeasuredEstate.Of(usage, rules) : null);
            return new SizingCase(rules, rules == own, SizingComparison.Cores(demand, assumptions), SizingComparison.Memory(demand), plan, costs);
        }
    }

    /// <summary>What use over time does not show, and CPUs that cannot be compared.</summary>
    internal static IEnumerable<Finding> FindingsOf(CaseInputs inputs, SizingStudy? study, AssumptionSet assumptions)
    {
        var scenario = inputs.Scenario;
        var bought = scenario.NewHosts.Select(inputs.Hosts.Find).OfType<ServerModel>().ToImmutableArray();
        var ofCpus = CpuFindings.Of(inputs.Inventory, scenario, CpuReference.Of(inputs.Cpus, scenario.ReferenceCpu), bought);
        return study is null
            ? ofCpus
            : (inputs.Usage?.Findings ?? [])
                .Concat(UsageFindings.Of(study.Usage, scenario, study.Review, MeasuredOf(inputs, study), assumptions))
                .Concat(ofCpus);
    }

    private static MeasuredEstate? MeasuredOf(CaseInputs inputs, SizingStudy study) =>
        inputs.Scenario.Sizing.IsMeasured ? MeasuredEstate.Of(study.Usage, inputs.Scenario.Sizing) : null;
}
