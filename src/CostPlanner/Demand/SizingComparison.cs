using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What sizing an estate in different ways comes to, before any host is chosen.</summary>
public static class SizingComparison
{
    /// <summary>
    /// The ways that are compared: as configured, at peak, at p95 and hour by hour, each for CPU and memory alike; and the scenario's own where it is none of
    /// them.
    /// </summary>
    public static ImmutableArray<SizingRules> Rules(SizingRules own)
    {
        SizingMeasure[] compared = [SizingMeasure.Configured, SizingMeasure.Peak, SizingMeasure.At(Percentile.P95), SizingMeasure.Coincident];
        ImmutableArray<SizingRules> rules = [.. compared.Select(measure => own with { Cpu = measure, Memory = measure })];
        return rules.Contains(own) ? rules : [.. rules, own];
    }

    /// <summary>
    /// Cores that must be there for all VMs at the hour that needs the most, before reserve and target of the hosts. vCPUs are divided by the
    /// overcommit: so many cores are they promised.
    /// </summary>
    public static decimal Cores(EstateDemand demand, AssumptionSet assumptions)
    {
        var most = Hours(demand).Max(hour => demand.Carried.Sum(vm => vm.CpuByBucket.IsEmpty ? vm.Cpu : vm.CpuByBucket[hour]));
        return demand.CpuUnit == CpuUnit.VCpus ? most / assumptions.Of(AssumptionIds.CpuOvercommit) : most;
    }

    /// <summary>Memory that must be there for all VMs, their overhead with it, at the hour that needs the most.</summary>
    public static ByteSize Memory(EstateDemand demand) => Hours(demand).Max(hour =>
        demand.Carried.Aggregate(ByteSize.Zero, (sum, vm) => sum + (vm.MemoryByBucket.IsEmpty ? vm.Memory : vm.MemoryByBucket[hour])));

    private static IEnumerable<int> Hours(EstateDemand demand) => Enumerable.Range(0, demand.Buckets);
}
