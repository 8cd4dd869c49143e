using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What an estate needs under one platform: who runs, and who only holds storage.</summary>
/// <remarks>Every VM of the inventory is in exactly one of the five lists of the constructor.</remarks>
/// <param name="Running">VMs that need CPU and memory: those powered on, and those of a power state that is not known.</param>
/// <param name="NotRunning">VMs powered off or suspended: storage only.</param>
/// <param name="Templates">Templates: storage only.</param>
/// <param name="Placeholders">Stand-ins for VMs of another site: nothing here.</param>
/// <param name="LeftOut">VMs that the scenario leaves out.</param>
public sealed record EstateDemand(
    ImmutableArray<VmDemand> Running,
    ImmutableArray<VirtualMachine> NotRunning,
    ImmutableArray<VirtualMachine> Templates,
    ImmutableArray<VirtualMachine> Placeholders,
    ImmutableArray<VirtualMachine> LeftOut)
{
    /// <summary>VMs that do not run and whose disks lie inside hosts or on vSAN: they take storage there, and no CPU or memory.</summary>
    public ImmutableArray<VmDemand> StorageOnly { get; init; } = [];

    /// <summary>What CPU is counted in: vCPUs promised, or cores that were busy.</summary>
    public CpuUnit CpuUnit { get; init; }

    /// <summary>How many time buckets the needs are split into; 1 where they are the same at all times.</summary>
    public int Buckets { get; init; } = 1;

    /// <summary>The CPU whose cores are counted in; null where a core of every CPU counts the same.</summary>
    public CpuReference? Reference { get; init; }

    /// <summary>
    /// What the estate needs after so many years of growth, by default at the end of the horizon: every running VM as it is configured or, where a
    /// measured estate is given, as its rules size it.
    /// </summary>
    public static EstateDemand Of(
        Inventory inventory,
        Scenario scenario,
        PlatformFamily platform,
        AssumptionSet assumptions,
        MeasuredEstate? measured = null,
        CpuReference? reference = null,
        int? years = null)
    {
        var leftOut = scenario.LeaveOut.ToHashSet(StringComparer.Ordinal);
        var sizing = new VmSizing(inventory, platform, assumptions, years ?? scenario.HorizonYears, measured, reference);
        var lists = inventory.Vms.ToLookup(vm => Kind(vm, leftOut));
        return new EstateDemand(
            [.. lists[ListKind.Running].Select(sizing.Running)],
            [.. lists[ListKind.NotRunning]],
            [.. lists[ListKind.Template]],
            [.. lists[ListKind.Placeholder]],
            [.. lists[ListKind.LeftOut]])
        {
            StorageOnly =
            [
                .. lists[ListKind.NotRunning].Concat(lists[ListKind.Template])
                    .Select(sizing.Stored)
                    .Where(demand => demand.LocalStorage > ByteSize.Zero || demand.PooledStorage > ByteSize.Zero),
            ],
            CpuUnit = sizing.CpuUnit,
            Buckets = sizing.Buckets,
            Reference = reference,
        };
    }

    /// <summary>What CPU is counted in where VMs are sized by a measured estate, or as configured.</summary>
    public static CpuUnit UnitOf(MeasuredEstate? measured) => measured?.Rules.Cpu.IsMeasured == true ? CpuUnit.BusyCores : CpuUnit.VCpus;

    private static ListKind Kind(VirtualMachine vm, HashSet<string> leftOut) => vm switch
    {
        _ when leftOut.Contains(vm.Name) || leftOut.Contains(vm.Id) => ListKind.LeftOut,
        { IsTemplate: true } => ListKind.Template,
        { IsPlaceholder: true } => ListKind.Placeholder,
        { Runs: true } => ListKind.Running,
        _ => ListKind.NotRunning,
    };

    private enum ListKind
    {
        Running,
        NotRunning,
        Template,
        Placeholder,
        LeftOut,
    }
}
