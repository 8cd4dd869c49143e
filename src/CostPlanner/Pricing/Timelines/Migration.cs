using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Timelines;

/// <summary>How long it takes to move all VMs to another hypervisor, and when each wave moves.</summary>
/// <param name="Preparation">Months in which no VM moves yet.</param>
/// <param name="Moving">Months in which VMs move.</param>
/// <param name="Vms">VMs to move, also those powered off; templates are made anew.</param>
/// <param name="Data">What their disks occupy; what is provisioned where that is not known. Without the disks that are not known at all.</param>
/// <param name="WeeksByVms">Weeks that the VMs take at so many in a week.</param>
/// <param name="WeeksByData">Weeks that the data take at the transfer rate and hours of a week.</param>
public sealed record Migration(int Preparation, int Moving, int Vms, ByteSize Data, decimal WeeksByVms, decimal WeeksByData)
{
    /// <summary>The month in which all VMs have moved: the first without the platform of today.</summary>
    public int Ends => Preparation + Moving;

    /// <summary>VMs among them whose disks are not known at all.</summary>
    public int VmsOfUnknownDisk { get; init; }

    /// <summary>Whether the move takes a month more, or several, if those VMs have the disks that the assumption grants them on average.</summary>
    public bool DependsOnUnknownDisks { get; init; }

    /// <summary>Whether copying the data takes longer than moving the VMs one after the other.</summary>
    public bool IsLimitedByData => WeeksByData > WeeksByVms;

    /// <summary>The move of an estate: moving = max(VMs / VMs per week, data / (rate × hours per week)), in whole months.</summary>
    /// <param name="demand">The estate.</param>
    /// <param name="assumptions">What a week moves.</param>
    /// <param name="cache">Keeps what is to be moved: every option of every trial asks for it.</param>
    public static Migration Of(EstateDemand demand, AssumptionSet assumptions, CaseCache cache)
    {
        var (vms, data, unknown) = cache.Of(demand, Load.Of);
        var byVms = vms / assumptions.Of(AssumptionIds.VmsPerWeek);
        var byData = WeeksFor(data);
        return new Migration((int)decimal.Ceiling(assumptions.Of(AssumptionIds.MigrationPreparation)), MonthsOf(byData), vms, data, byVms, byData)
        {
            VmsOfUnknownDisk = unknown,
            DependsOnUnknownDisks = unknown > 0
                && MonthsOf(WeeksFor(data + (ByteSize.FromGiB(assumptions.Of(AssumptionIds.UnknownDisk)) * unknown))) > MonthsOf(byData),
        };

        decimal WeeksFor(ByteSize size) =>
            new TransferRate(assumptions.Of(AssumptionIds.TransferRate)).HoursFor(size) / assumptions.Of(AssumptionIds.TransferHours);

        int MonthsOf(decimal weeksByData) => (int)decimal.Ceiling(Math.Max(byVms, weeksByData) / Duration.WeeksPerMonth);
    }

    /// <summary>What is to be moved.</summary>
    private sealed record Load(int Vms, ByteSize Data, int UnknownDisks)
    {
        public static Load Of(EstateDemand demand)
        {
            var vms = demand.Running.Select(each => each.Vm).Concat(demand.NotRunning).ToList();
            return new Load(
                vms.Count,
                vms.Aggregate(ByteSize.Zero, (sum, vm) => sum + (vm.DiskInUse ?? vm.Disk ?? ByteSize.Zero)),
                vms.Count(vm => vm is { DiskInUse: null, Disk: null }));
        }
    }

    /// <summary>The VMs that move in each month, the first being the one after the preparation; as even as whole VMs can be.</summary>
    public ImmutableArray<(int Month, int Vms)> Waves() =>
        [.. Enumerable.Range(0, Moving).Select(wave => (Preparation + wave, Moved(wave + 1) - Moved(wave)))];

    private int Moved(int waves) => (int)((long)Vms * waves / Moving);
}
