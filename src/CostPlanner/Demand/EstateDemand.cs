using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What an estate needs under one platform: who runs, and who only holds storage.</summary>
/// <remarks>
/// Every VM of the inventory is in exactly one of the five lists of the constructor, <see cref="OfPlatform"/>, <see cref="DoneWithout"/> and
/// <see cref="Lost"/>. VMs of the
/// platform itself are not moved and not staffed, wherever they are: the figures for staff and migration are by ordinary VM.
/// </remarks>
/// <param name="Running">Ordinary VMs that need CPU and memory: those powered on, and those of a power state that is not known.</param>
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
    /// <summary>VMs of the platform that run and that this platform needs: they take CPU and memory beside the others.</summary>
    public ImmutableArray<VmDemand> OfPlatform { get; init; } = [];

    /// <summary>VMs of the platform of today that this platform does without, or makes by itself: nothing here.</summary>
    public ImmutableArray<VirtualMachine> DoneWithout { get; init; } = [];

    /// <summary>VMs that the manager has lost (<see cref="VirtualMachine.IsLost"/>): nothing here.</summary>
    public ImmutableArray<VirtualMachine> Lost { get; init; } = [];

    /// <summary>All that takes CPU and memory of hosts.</summary>
    public IEnumerable<VmDemand> Carried => Running.Concat(OfPlatform);

    /// <summary>All that needs a place on a host, be it for its disks alone.</summary>
    public IEnumerable<VmDemand> Placed => Carried.Concat(StorageOnly);

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
    /// <param name="inventory">The estate.</param>
    /// <param name="scenario">The question.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="assumptions">Growth, overheads, headroom.</param>
    /// <param name="measured">What was measured, where VMs are sized by it.</param>
    /// <param name="reference">The CPU whose cores are counted in, or null.</param>
    /// <param name="years">Years of growth, or null for the horizon.</param>
    /// <param name="option">The option, whose products may need VMs of their own; null where only the platform matters.</param>
    public static EstateDemand Of(
        Inventory inventory,
        Scenario scenario,
        PlatformFamily platform,
        AssumptionSet assumptions,
        MeasuredEstate? measured = null,
        CpuReference? reference = null,
        int? years = null,
        ScenarioOption? option = null)
    {
        var sizing = new VmSizing(inventory, platform, assumptions, years ?? scenario.HorizonYears, measured, reference);
        var lists = inventory.Vms.ToLookup(vm => Kind(vm, scenario, vm.Part is not null && Needs(inventory, scenario, platform, option, vm.Part.Role)));
        return new EstateDemand(
            [.. lists[ListKind.Running].Select(sizing.Running)],
            [.. lists[ListKind.NotRunning]],
            [.. lists[ListKind.Template]],
            [.. lists[ListKind.Placeholder]],
            [.. lists[ListKind.LeftOut]])
        {
            OfPlatform = [.. lists[ListKind.OfPlatform].Select(sizing.Running)],
            DoneWithout = [.. lists[ListKind.DoneWithout]],
            Lost = [.. lists[ListKind.Lost]],
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

    /// <summary>What options of one platform may differ in: the roles of the estate's VMs that their products need, in words.</summary>
    public static string RolesNeeded(Inventory inventory, Scenario scenario, ScenarioOption option) => string.Join(
        ' ',
        inventory.Vms.Select(vm => vm.Part?.Role).OfType<PlatformRole>().DistinctBy(role => role.Name)
            .Where(role => Needs(inventory, scenario, option.Platform, option, role)).Select(role => role.Name).Order(StringComparer.Ordinal));

    /// <summary>The estate as it is needs all that is there.</summary>
    private static bool Needs(Inventory inventory, Scenario scenario, PlatformFamily platform, ScenarioOption? option, PlatformRole role) =>
        role.IsNeededBy(platform, platform == inventory.Platform, option?.Licences ?? [])
            || option is { IsToday: true };

    private static ListKind Kind(VirtualMachine vm, Scenario scenario, bool isNeeded) => vm switch
    {
        _ when scenario.LeavesOut(vm) => ListKind.LeftOut,
        { IsTemplate: true } => ListKind.Template,
        { IsPlaceholder: true } => ListKind.Placeholder,
        { IsLost: true } => ListKind.Lost,
        { Part: { } part } when !isNeeded || !part.Role.TakesCapacity => ListKind.DoneWithout,
        { Runs: true, Part: not null } => ListKind.OfPlatform,
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
        Lost,
        OfPlatform,
        DoneWithout,
    }
}
