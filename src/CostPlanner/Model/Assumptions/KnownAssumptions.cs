using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The one list of the assumptions that the code asks for; data/assumptions must hold each one, and no other.</summary>
/// <remarks>
/// A new assumption is a constant of <see cref="AssumptionIds"/>, a row here and a row of the data. Tests hold the three to one another, and each row to the
/// stage that reads it.
/// </remarks>
public static class KnownAssumptions
{
    private static readonly AssumptionBounds Share = new(0m, 1m);
    private static readonly AssumptionBounds PositiveShare = new(0.01m, 1m);
    private static readonly AssumptionBounds ShareOfTdp = new(0m, 2m);
    private static readonly AssumptionBounds YearlyChange = new(-0.5m, 1m);
    private static readonly AssumptionBounds Amount = new(0m, 10_000_000m);

    /// <summary>Every assumption, in the order in which reports list them.</summary>
    public static ImmutableArray<AssumptionKey> All { get; } =
    [
        new(AssumptionIds.CpuOvercommit, "vCPU per core", new(0.1m, 32m), AssumptionReader.Demand) { Usual = new AssumptionBounds(1, 10) },
        new(AssumptionIds.MemoryOvercommit, "ratio", new(0.1m, 10m), AssumptionReader.Placement),
        new(AssumptionIds.CpuTarget, "share", PositiveShare, AssumptionReader.Placement),
        new(AssumptionIds.MemoryTarget, "share", PositiveShare, AssumptionReader.Placement),
        new(AssumptionIds.StorageTarget, "share", PositiveShare, AssumptionReader.Placement),
        new(AssumptionIds.StorageCopies, "copy", new(1m, 10m), AssumptionReader.Demand),
        new(AssumptionIds.VsanFill, "share", PositiveShare, AssumptionReader.Placement) { AskedFor = AskedFor.Vsan },
        new(AssumptionIds.VsanLeastHosts, "host", new(1m, 64m), AssumptionReader.Placement) { AskedFor = AskedFor.Vsan },
        new(AssumptionIds.VsanRebuild, "host", new(0m, 2m), AssumptionReader.Placement) { AskedFor = AskedFor.Vsan },
        new(AssumptionIds.ThreadYield, "share", Share, AssumptionReader.Placement),
        new(AssumptionIds.Growth, "share per year", YearlyChange, AssumptionReader.Demand) { Usual = new AssumptionBounds(-0.1m, 0.4m) },
        new(AssumptionIds.ReservedCores, "core per host", new(0m, 256m), AssumptionReader.Placement),
        new(AssumptionIds.KvmReservedMemory, "MiB per host", Amount, AssumptionReader.Placement),
        new(AssumptionIds.VSphereReservedMemory, "MiB per host", Amount, AssumptionReader.Placement),
        new(AssumptionIds.VSphereReservedShare, "share", Share, AssumptionReader.Placement),
        new(AssumptionIds.XenDom0Base, "MiB per host", Amount, AssumptionReader.Placement),
        new(AssumptionIds.XenDom0Share, "share", Share, AssumptionReader.Placement),
        new(AssumptionIds.XenDom0Most, "MiB per host", Amount, AssumptionReader.Placement),
        new(AssumptionIds.XenDom0Step, "MiB", new(1m, 1024m), AssumptionReader.Placement),
        new(AssumptionIds.XenDom0Unreported, "MiB per host", Amount, AssumptionReader.Placement),
        new(AssumptionIds.XenHypervisor, "MiB per host", Amount, AssumptionReader.Placement),
        new(AssumptionIds.VSphereOverheadBase, "MiB per VM", Amount, AssumptionReader.Demand),
        new(AssumptionIds.VSphereOverheadPerVCpu, "MiB per vCPU", Amount, AssumptionReader.Demand),
        new(AssumptionIds.VSphereOverheadShare, "share", Share, AssumptionReader.Demand),
        new(AssumptionIds.QemuOverheadBase, "MiB per VM", Amount, AssumptionReader.Demand),
        new(AssumptionIds.QemuOverheadPerVCpu, "MiB per vCPU", Amount, AssumptionReader.Demand),
        new(AssumptionIds.QemuOverheadShare, "share", Share, AssumptionReader.Demand),
        new(AssumptionIds.CpuHeadroom, "factor", new(0.5m, 10m), AssumptionReader.Demand) { AskedFor = AskedFor.Usage },
        new(AssumptionIds.MemoryHeadroom, "factor", new(0.5m, 10m), AssumptionReader.Demand) { AskedFor = AskedFor.Usage },
        new(AssumptionIds.IdleCpu, "share", Share, AssumptionReader.Demand) { AskedFor = AskedFor.Usage },
        new(AssumptionIds.IdleMemory, "share", Share, AssumptionReader.Demand) { AskedFor = AskedFor.Usage },
        new(AssumptionIds.OversizedShare, "share", Share, AssumptionReader.Demand) { AskedFor = AskedFor.Usage },
        new(AssumptionIds.UsageCoverage, "share", Share, AssumptionReader.Demand) { AskedFor = AskedFor.Usage },
        new(AssumptionIds.AverageLoad, "share", Share, AssumptionReader.Pricing),
        new(AssumptionIds.TdpPowerIdle, "share", ShareOfTdp, AssumptionReader.Pricing),
        new(AssumptionIds.TdpPower10, "share", ShareOfTdp, AssumptionReader.Pricing),
        new(AssumptionIds.TdpPower50, "share", ShareOfTdp, AssumptionReader.Pricing),
        new(AssumptionIds.TdpPowerFull, "share", ShareOfTdp, AssumptionReader.Pricing),
        new(AssumptionIds.PowerBesideCpu, "share", ShareOfTdp, AssumptionReader.Pricing),
        new(AssumptionIds.HostPower, "W", Amount, AssumptionReader.Pricing),
        new(AssumptionIds.Pue, "ratio", new(1m, 5m), AssumptionReader.Pricing),
        new(AssumptionIds.Electricity, "¤ per kWh", Amount, AssumptionReader.Pricing),
        new(AssumptionIds.RackUnit, "¤ per rack unit and month", Amount, AssumptionReader.Pricing),
        new(AssumptionIds.HostRackUnits, "rack unit per host", new(0m, 48m), AssumptionReader.Pricing),
        new(AssumptionIds.HardwareMaintenance, "share per year", Share, AssumptionReader.Pricing),
        new(AssumptionIds.ExistingHostMaintenance, "¤ per host and year", Amount, AssumptionReader.Pricing),
        new(AssumptionIds.HostLife, "year", new(1m, 30m), AssumptionReader.Pricing),
        new(AssumptionIds.LicenceLife, "year", new(1m, 30m), AssumptionReader.Pricing),
        new(AssumptionIds.ResaleShare, "share", Share, AssumptionReader.Pricing),
        new(AssumptionIds.RiseLicences, "share per year", YearlyChange, AssumptionReader.Pricing),
        new(AssumptionIds.LateRenewal, "share", Share, AssumptionReader.Pricing) { AskedFor = AskedFor.LateRenewal },
        new(AssumptionIds.RiseEnergy, "share per year", YearlyChange, AssumptionReader.Pricing),
        new(AssumptionIds.RiseStaff, "share per year", YearlyChange, AssumptionReader.Pricing),
        new(AssumptionIds.RiseUpkeep, "share per year", YearlyChange, AssumptionReader.Pricing),
        new(AssumptionIds.VmsPerAdmin, "VM per administrator", new(1m, 1_000_000m), AssumptionReader.Pricing),
        new(AssumptionIds.AdminCost, "¤ per year", Amount, AssumptionReader.Pricing),
        new(AssumptionIds.MigrationPerVm, "¤ per VM", Amount, AssumptionReader.Pricing) { UsualTimes = 5 },
        new(AssumptionIds.MigrationLumpSum, "¤ per move", Amount, AssumptionReader.Pricing) { AskedFor = AskedFor.OnlyIfSet },
        new(AssumptionIds.MigrationPreparation, "month", new(0m, 120m), AssumptionReader.Pricing),
        new(AssumptionIds.VmsPerWeek, "VM per week", new(0.1m, 1_000_000m), AssumptionReader.Pricing),
        new(AssumptionIds.TransferRate, "Mbit/s", new(1m, 1_000_000m), AssumptionReader.Pricing),
        new(AssumptionIds.TransferHours, "hour per week", new(1m, Duration.HoursPerWeek), AssumptionReader.Pricing),
        new(AssumptionIds.UnknownDisk, "GiB", Amount, AssumptionReader.Pricing) { AskedFor = AskedFor.UnknownDisks },
        new(AssumptionIds.SwingServers, "server", new(0m, 10_000m), AssumptionReader.Pricing),
        new(AssumptionIds.TrainingHours, "hour per administrator", Amount, AssumptionReader.Pricing),
        new(AssumptionIds.TrainingHour, "¤ per hour", Amount, AssumptionReader.Pricing),
        new(AssumptionIds.DiscountRate, "share per year", Share, AssumptionReader.Pricing),
        new(AssumptionIds.ClaimLow, "share", Share, AssumptionReader.Pricing) { IsTerm = true },
        new(AssumptionIds.ClaimHigh, "share", Share, AssumptionReader.Pricing) { IsTerm = true },
    ];

    private static readonly FrozenDictionary<string, AssumptionKey> ById = All.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);

    /// <summary>The assumption of that id, or null where the code asks for none.</summary>
    public static AssumptionKey? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The assumption of that id; throws where the code asks for none, which reading data and scenarios refuses.</summary>
    public static AssumptionKey Of(string id) => Find(id) ?? throw new ArgumentException($"the code asks for no assumption '{id}'", nameof(id));

    /// <summary>The ids that nothing asks for without what they are asked for.</summary>
    public static IEnumerable<string> IdsFor(AskedFor what) => All.Where(key => key.AskedFor == what).Select(key => key.Id);
}
